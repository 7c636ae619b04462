import { fill, type Text } from "@prestatieafspraken/indicators";
import { leftOut, place, rowsWhere, tableOf, total, totalForNote } from "./column.js";
import { coverage, presence } from "./coverage.js";
import { CannotSay, measured, type Measure } from "./measurement.js";
import { partiesAsked, partyKind, partyName } from "./party-scope.js";
import { studentsCount } from "./students.js";

/**
 * Social homes of the corporations against the whole stock. For one party: its social homes against that same whole stock,
 * so that the parties' shares add up to the share of all.
 */
export const socialShare: Measure = (ret, { quarter, party }) => {
  const table = tableOf(ret, "PA_Voorraad");
  const scope = partiesAsked(ret, "SOCIALSHARE", null);
  const asked = partiesAsked(ret, "SOCIALSHARE", party);
  const count = studentsCount(ret);
  const covered = coverage(
    ret,
    table,
    presence(table, "Verhuurder", (row) => table.value("Segment", row) !== "totaal"),
    {
      parties: asked,
      scope,
      quarters: [quarter],
    },
  );
  const rowsOf = (segment: string, owner: (id: string) => boolean) =>
    rowsWhere(table, [
      { header: "Kwartaal", is: (value) => value === quarter },
      { header: "Segment", is: (value) => value === segment },
      { header: "Verhuurder", is: owner },
    ]);

  const wholes = rowsOf("totaal", (id) => partyKind(ret, id) === "municipality");
  if (wholes.length !== 1) {
    throw new CannotSay(
      wholes.length === 0
        ? fill(
            {
              nl: "PA_Voorraad heeft voor {quarter} geen rij van de gemeente met Segment totaal (de hele voorraad). Voeg die rij toe.",
              en: "PA_Voorraad has no row of the municipality with Segment totaal (the whole stock) for {quarter}. Add that row.",
            },
            { quarter },
          )
        : fill(
            {
              nl: "PA_Voorraad heeft voor {quarter} meer dan één rij totaal van de gemeente ({first} en {second}). Laat er één staan.",
              en: "PA_Voorraad has more than one row totaal of the municipality for {quarter} ({first} and {second}). Keep one.",
            },
            {
              quarter,
              first: place(table, "Eindstand", wholes[0]!),
              second: place(table, "Eindstand", wholes[1]!),
            },
          ),
    );
  }

  const social = total(
    table,
    "Eindstand",
    rowsOf("sociaal", (id) => covered.parties.includes(id)),
  );
  // Student units that count nowhere are only told beside the figure: an empty cell of theirs does not stop it.
  const countStudents =
    count.inPart || count.inWhole ? (...of: Parameters<typeof total>) => total(...of).sum : totalForNote;
  const studentsOf = (ids: readonly string[]): number =>
    countStudents(
      table,
      "Eindstand",
      rowsOf("student", (id) => ids.includes(id)),
    ) ?? 0;
  const students = studentsOf(asked);
  const allStudents = party === null ? students : studentsOf(scope);
  const notes: (Text | null)[] = [
    count.note(allStudents),
    leftOut(table, "Eindstand", social.notApplicable),
    party === null
      ? null
      : fill(
          {
            nl: "Sociale huurwoningen van {party} als deel van de hele voorraad van de gemeente; een bijdrage, geen eigen norm.",
            en: "Social homes of {party} as part of the municipality's whole stock; a contribution, not a norm of its own.",
          },
          { party: partyName(ret, party) },
        ),
    ...covered.notes,
  ];
  return measured(
    {
      social: social.sum + (count.inPart ? students : 0),
      homes: total(table, "Eindstand", wholes).sum + (count.inWhole ? allStudents : 0),
    },
    notes,
    { open: covered.open },
  );
};
