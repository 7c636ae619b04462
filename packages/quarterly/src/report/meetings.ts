import {
  fill,
  listed,
  monthText,
  quarterNumber,
  quarterOfDay,
  together,
  type Commitment,
  type Day,
  type Text,
  type Verdict,
} from "@prestatieafspraken/indicators";
import { partyName } from "../books/party-scope.js";
import { attendance, everyone } from "../reading/attendance.js";
import { partyNames } from "../reading/party-names.js";
import type { Return } from "../return.js";
import { meetingDays } from "./occurrences.js";
import { yearOf } from "./year.js";
import { textAt } from "../reading/value-text.js";

const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** A meeting in PA_Overleg. */
export interface Meeting {
  readonly day: Day;
  readonly kind: string;
  /** Ids of the parties present; null if the cell is empty. */
  readonly present: readonly string[] | null;
  readonly minutesSent: Day | null;
  readonly agendaSent: Day | null;
}

/** Meetings in PA_Overleg with a date and a kind, by date; null if the table is missing or empty. */
export function meetings(ret: Return): readonly Meeting[] | null {
  const table = ret.tables.get("PA_Overleg");
  if (!table || table.length === 0) return null;
  const names = partyNames(ret.agreement);
  const who = (text: string): string[] => {
    const { present } = attendance(text, names);
    return present.has(everyone) ? names.parties.map((party) => party.id) : [...present];
  };
  const found: Meeting[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const text = (header: string): string | null => textAt(table, header, row);
    const day = text("Datum");
    const kind = text("Soort");
    if (day === null || kind === null) continue;
    const there = text("Aanwezig");
    found.push({
      day,
      kind,
      present: there === null ? null : who(there),
      minutesSent: text("Verslag verstuurd op"),
      agendaSent: text("Agenda verstuurd op"),
    });
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : 1));
}

interface Judged {
  readonly verdict: Verdict;
  readonly statement: Text;
}

const nothingKnown: Judged = {
  verdict: "unknown",
  statement: {
    nl: "Er staan geen overleggen in Overleg. Vul de gehouden overleggen in.",
    en: "There are no meetings in Overleg. Enter the meetings held.",
  },
};

/** Judges the number of meetings in the year to date; a meeting after `day` is planned, not held. */
export function judgeMeetings(
  ret: Return,
  all: readonly Meeting[] | null,
  rule: NonNullable<Commitment["meetings"]>,
  day: Day,
): Judged {
  if (all === null) return nothingKnown;
  const year = yearOf(day);
  const ofYear = all.filter((meeting) => meeting.kind === rule.kind && yearOf(meeting.day) === year);
  const held = ofYear.filter((meeting) => meeting.day <= day);
  const planned = ofYear.length - held.length;
  const dueDays = meetingDays(rule, year);
  const expected = dueDays.filter((due) => due <= day).length;
  const missedMonths = (rule.months ?? []).filter(
    (month) =>
      dueDays.some((due) => monthOf(due) === month && due <= day) && !held.some((one) => monthOf(one.day) === month),
  );
  const absent = absences(ret, held, rule.attendance ?? {});
  const unsaid = held.filter((meeting) => meeting.present === null).length;
  const count = fill(
    {
      nl: "{held} van {perYear:overleg|overleggen} gehouden in {year}{planned}; tot nu toe hoorden het er {expected} te zijn.",
      en: "{held} of {perYear:meeting|meetings} held in {year}{planned}; so far there should have been {expected}.",
    },
    {
      held: held.length,
      perYear: rule.perYear,
      year: String(year),
      expected,
      planned: planned === 0 ? "" : { nl: `, ${planned} gepland`, en: `, ${planned} planned` },
    },
  );
  const statement = together(
    count,
    missedMonths.length === 0
      ? null
      : fill(
          { nl: "Geen overleg in {months}.", en: "No meeting in {months}." },
          { months: listed(missedMonths.map(monthText)) },
        ),
    absent,
    rule.attendance && unsaid > 0
      ? fill(
          {
            nl: "Van {unsaid:overleg|overleggen} is niet ingevuld wie er was.",
            en: "For {unsaid:meeting|meetings} it is not filled in who was present.",
          },
          { unsaid },
        )
      : null,
  );
  const over = day >= `${year}-12-31`;
  const short = held.length < expected || missedMonths.length > 0;
  if (short) return { verdict: over ? "missed" : "attention", statement };
  if (absent !== null) return { verdict: "attention", statement };
  if (rule.attendance && unsaid > 0) return { verdict: "unknown", statement };
  const complete =
    held.length >= rule.perYear && (rule.months ?? []).every((month) => held.some((one) => monthOf(one.day) === month));
  return { verdict: complete && (over || !rule.attendance) ? "met" : "on-track", statement };
}

/**
 * The note on parties absent in a quarter in which they should attend; null if none. Attending one of several meetings in the
 * quarter is enough.
 */
function absences(
  ret: Return,
  held: readonly Meeting[],
  attendance: NonNullable<NonNullable<Commitment["meetings"]>["attendance"]>,
): Text | null {
  const missing: string[] = [];
  for (const [party, quarters] of Object.entries(attendance)) {
    const without = quarters.filter((quarter) => {
      const then = held.filter((meeting) => quarterNumber(quarterOfDay(meeting.day)) === quarter);
      return then.length > 0 && then.every((meeting) => meeting.present !== null && !meeting.present.includes(party));
    });
    if (without.length > 0)
      missing.push(`${partyName(ret, party)} (${without.map((quarter) => `Q${quarter}`).join(", ")})`);
  }
  return missing.length === 0
    ? null
    : fill(
        { nl: "Niet aanwezig waar dat wel was afgesproken: {who}.", en: "Absent where attendance was agreed: {who}." },
        { who: missing.join(", ") },
      );
}

/** Judges whether agenda and minutes of every meeting this year went to all parties (art. 42), by the dates they were sent. */
export function judgeMinutes(all: readonly Meeting[] | null, day: Day): Judged {
  if (all === null) return nothingKnown;
  const held = all.filter((meeting) => yearOf(meeting.day) === yearOf(day) && meeting.day <= day);
  const minutes = held.filter(({ minutesSent }) => minutesSent !== null && minutesSent <= day).length;
  const agendas = held.filter((meeting) => meeting.agendaSent !== null && meeting.agendaSent <= meeting.day).length;
  const statement = fill(
    {
      nl: "Van de {held:overleg|overleggen} in {year} is {minutes} keer het verslag verstuurd en {agendas} keer vooraf de agenda.",
      en: "Of the {held:meeting|meetings} in {year} the minutes were sent {minutes:time|times} and the agenda beforehand {agendas:time|times}.",
    },
    { held: held.length, minutes, agendas, year: String(yearOf(day)) },
  );
  if (held.length === 0) return { verdict: "unknown", statement };
  if (minutes < held.length) return { verdict: "attention", statement };
  // An agenda without a recorded date may have been sent.
  if (agendas < held.length) return { verdict: "unknown", statement: together(statement, agendaUnknown) };
  return { verdict: day >= `${yearOf(day)}-12-31` ? "met" : "on-track", statement };
}

const agendaUnknown: Text = {
  nl: "Vul in Overleg bij 'Agenda verstuurd op' in wanneer de agenda aan alle partijen is gemaild.",
  en: "Enter in Overleg under 'Agenda verstuurd op' when the agenda was mailed to all parties.",
};
