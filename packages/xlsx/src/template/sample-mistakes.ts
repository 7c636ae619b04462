import type { TemplateRow } from "./table-sheet.js";

/** A typical mistake, put into the sample on purpose. */
export interface SampleMistake {
  /** The mistake in words. */
  readonly what: string;
  /** The rules that report it; no others do. */
  readonly rules: readonly string[];
  readonly table: string;
  /** Identifies the row by the values of these columns. */
  readonly where: TemplateRow;
  /** The wrong values by column; absent if the row was left out. */
  readonly typed?: TemplateRow;
}

const q3 = "2026-Q3";

/** All mistakes in the sample; sample-data.ts has the correct figures. */
export const sampleMistakes: readonly SampleMistake[] = [
  {
    what: "a number typed as text, with a point for thousands",
    rules: ["PA-120"],
    table: "PA_Voorraad",
    where: { Kwartaal: q3, Segment: "totaal" },
    typed: { Eindstand: "11.018" },
  },
  {
    what: "an estimate instead of a number",
    rules: ["PA-124"],
    table: "PA_Nieuwbouw",
    where: { Kwartaal: q3, Project_id: "OEG-10" },
    typed: { "Waarvan uitstroom": "ca. 14" },
  },
  {
    what: "segments that add up to one less than the total",
    rules: ["PA-201"],
    table: "PA_Nieuwbouw",
    where: { Kwartaal: q3, Project_id: "OEG-04" },
    typed: { Koop: 189 },
  },
  {
    what: "a project that is gone without having been dropped",
    rules: ["PA-206"],
    table: "PA_Nieuwbouw",
    where: { Kwartaal: q3, Project_id: "OEG-08" },
  },
  {
    what: "a delivery after the reference date: the wrong year was typed",
    rules: ["PA-204"],
    table: "PA_Nieuwbouw",
    where: { Kwartaal: q3, Project_id: "OEG-03" },
    typed: { "Oplevering werkelijk": "2027-05-20" },
  },
  {
    what: "an opening stock that is not the closing stock before it",
    rules: ["PA-402"],
    table: "PA_Voorraad",
    where: { Kwartaal: q3, Verhuurder: "Portaal" },
    typed: { Beginstand: 95, "Overig erbij": 1 },
  },
  {
    what: "a category with a spelling mistake",
    rules: ["PA-138"],
    table: "PA_Toewijzingen",
    where: { Kwartaal: q3, Verhuurder: "WYwonen", Categorie: "woningruil" },
    typed: { Categorie: "woningriul" },
  },
  {
    what: "a label with a space in it",
    rules: ["PA-122"],
    table: "PA_Labels",
    where: { Kwartaal: q3, Verhuurder: "WYwonen", Segment: "sociaal", Label: "A++" },
    typed: { Label: "A ++" },
  },
  {
    what: "the same unit twice",
    rules: ["PA-110"],
    table: "PA_Studenten",
    where: { Eenheid_id: "SPOOR-017" },
    typed: { Eenheid_id: "SPOOR-016" },
  },
  {
    what: "a rent per year instead of per month",
    rules: ["PA-302", "PA-304"],
    table: "PA_Studenten",
    where: { Eenheid_id: "SPOOR-110" },
    typed: { "Kale huur": 6309 },
  },
  {
    what: "a status that needs an explanation, without one",
    rules: ["PA-703"],
    table: "PA_Evaluatie",
    where: { Artikel: "32" },
    typed: { Toelichting: null },
  },
];

/** The rows of a table with its mistakes applied. */
export function withMistakes(table: string, rows: readonly TemplateRow[]): readonly TemplateRow[] {
  const here = sampleMistakes.filter((mistake) => mistake.table === table);
  return rows.flatMap((row) => {
    const made = here.filter(({ where }) => Object.entries(where).every(([header, value]) => row[header] === value));
    if (made.some(({ typed }) => typed === undefined)) return [];
    return [Object.assign({}, row, ...made.map(({ typed }) => typed)) as TemplateRow];
  });
}
