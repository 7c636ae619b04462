import { dayText, quarterText, untranslated, type Text } from "@prestatieafspraken/indicators";
import type { Issue } from "../issue.js";
import { partyNames, type PartyNames } from "../reading/party-names.js";
import type { Return, ReturnTable } from "../return.js";
import { textAt } from "../reading/value-text.js";

/** Tables whose messages already name the subject of a row. */
const namedInSentence = new Set(["PA_Instellingen", "PA_Normen"]);

/** The subject of a row in plain words, the quarter last; days of its key only if asked. */
function partsOf(table: ReturnTable, index: number, parties: PartyNames, days = false): readonly Text[] {
  const { definition } = table;
  const parts: Text[] = [];
  let quarter: Text | null = null;
  const said = (header: string): string | null => textAt(table, header, index);
  const name = said("Projectnaam");
  for (const header of definition.key) {
    const value = said(header);
    if (value === null) continue;
    const type = definition.fields.find((field) => field.header === header)?.type;
    const text =
      type === "party" ? parties.name(value) : header === "Project_id" && name !== null ? `${name} (${value})` : value;
    if (type === "quarter") quarter = quarterText(value);
    else if (type !== "date") parts.push(untranslated(text));
    else if (days) parts.push(dayText(value));
  }
  return quarter === null ? parts : [...parts, quarter];
}

const listed = (parts: readonly Text[]): Text => ({
  nl: parts.map(({ nl }) => nl).join(", "),
  en: parts.map(({ en }) => en).join(", "),
});

/** What tells a row of a table (index from 0) from its others: "WYwonen, sociaal, derde kwartaal 2026". */
export const rowInWords = (table: ReturnTable, index: number, agreement: Return["agreement"]): Text =>
  listed(partsOf(table, index, partyNames(agreement), true));

/**
 * What a row of a sheet (counted from 1) is about: "Kwartier Oost (OEG-04), derde kwartaal 2026"; null if it is not a
 * row of the return.
 */
export function aboutRow(ret: Return, sheet: string, row: number): Text | null {
  for (const table of ret.tables.values())
    for (let index = 0; index < table.length; index += 1) {
      if (table.row(index) !== row || table.sheet(index) !== sheet) continue;
      const parts = partsOf(table, index, partyNames(ret.agreement));
      return parts.length === 0 ? null : listed(parts);
    }
  return null;
}

/**
 * Returns a function that gives the subject of an issue's row; null if the message already names it, or the issue is about no
 * row.
 */
export function subjects(ret: Return): (issue: Issue) => Text | null {
  const parties = partyNames(ret.agreement);
  const rows = new Map<string, Map<string, number>>();
  const indexOf = (table: ReturnTable, sheet: string, row: number): number | undefined => {
    let known = rows.get(table.definition.name);
    if (known === undefined) {
      known = new Map();
      for (let index = 0; index < table.length; index += 1)
        known.set(`${table.sheet(index)}!${table.row(index)}`, index);
      rows.set(table.definition.name, known);
    }
    return known.get(`${sheet}!${row}`);
  };
  return ({ table: name, sheet, row, field, message }) => {
    const table = ret.tables.get(name);
    if (!table || sheet === null || row === null || field === null || namedInSentence.has(name)) return null;
    const index = indexOf(table, sheet, row);
    if (index === undefined) return null;
    const quoted = table.definition.key.includes(field) ? table.shown(field, index) : null;
    const parts = partsOf(table, index, parties).filter(
      ({ nl }) => nl !== quoted && !message.nl.toLowerCase().includes(nl.replace(/ \(.*\)$/, "").toLowerCase()),
    );
    return parts.length === 0 ? null : listed(parts);
  };
}

/** First words that lose their capital after a subject; names of columns and parties keep theirs. */
const beginnings =
  /^(?:Bij|In|De|Het|Deze|Dit|Rij|Rijen|Er|Van|Op|Een|Met|Voor|Zonder|Hier|Daar|The|This|These|There|At|A|An|Row|Rows|Of|On|With|For) /;

/** Puts the subject before a message: "WYwonen, derde kwartaal 2026: bij Aantal staat ...". */
export function prefixed(about: Text, message: Text): Text {
  const after = (text: string): string => (beginnings.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
  return { nl: `${about.nl}: ${after(message.nl)}`, en: `${about.en}: ${after(message.en)}` };
}
