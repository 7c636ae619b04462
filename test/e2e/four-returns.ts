/** Four returns as parties send them in: the figures of the sample, with eleven mistakes and two contradictions put in. */
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { read, type CellValue, type ReturnTable } from "@prestatieafspraken/quarterly";
import { cellName, makeTemplate, openXlsx, type XlsxWorkbook } from "@prestatieafspraken/xlsx";

const oegstgeest = agreement("oegstgeest-2025-2028")!;
const made = (sample: "none" | "clean"): Promise<Uint8Array> =>
  makeTemplate({ agreement: oegstgeest, agreements, language: "nl", sample, quarter: "2026-Q3" });

export const senders = ["gemeente", "wywonen", "portaal", "duwo"] as const;
export type Sender = (typeof senders)[number];

interface Change {
  readonly table: string;
  /** Which row: what stands in some of its columns. */
  readonly row: Readonly<Record<string, CellValue>>;
  /** What becomes of it: other cells, a second time, or gone. */
  readonly to: Readonly<Record<string, CellValue>> | "twice" | "gone";
}
const q3 = { Kwartaal: "2026-Q3" };

/** The mistakes by sender; beside each the rule that has to find it. */
export const mistakes: Readonly<Record<Sender, readonly (Change & { readonly rule: string })[]>> = {
  gemeente: [
    { rule: "PA-201", table: "PA_Nieuwbouw", row: { ...q3, Project_id: "OEG-04" }, to: { Koop: 189 } },
    { rule: "PA-206", table: "PA_Nieuwbouw", row: { ...q3, Project_id: "OEG-10" }, to: "gone" },
    {
      rule: "PA-124",
      table: "PA_Nieuwbouw",
      row: { ...q3, Project_id: "OEG-02" },
      to: { "Waarvan uitstroom": "ca. 12" },
    },
  ],
  wywonen: [
    { rule: "PA-122", table: "PA_Labels", row: { ...q3, Segment: "midden", Label: "A+++" }, to: { Label: "A +++" } },
    {
      rule: "PA-138",
      table: "PA_Toewijzingen",
      row: { ...q3, Categorie: "woningruil" },
      to: { Categorie: "woningriul" },
    },
    { rule: "PA-120", table: "PA_Voorraad", row: { ...q3, Segment: "sociaal" }, to: { Eindstand: "1.671" } },
  ],
  portaal: [
    { rule: "PA-402", table: "PA_Voorraad", row: { ...q3, Segment: "sociaal" }, to: { Beginstand: 95 } },
    { rule: "PA-120", table: "PA_Toewijzingen", row: { ...q3, Categorie: "regulier" }, to: { Aantal: "1 " } },
  ],
  duwo: [
    { rule: "PA-110", table: "PA_Studenten", row: { Eenheid_id: "DORP-12" }, to: "twice" },
    // 338.40 a month, typed for a year.
    { rule: "PA-304", table: "PA_Studenten", row: { Eenheid_id: "DORP-11" }, to: { "Kale huur": 4060.8 } },
    { rule: "PA-121", table: "PA_Toewijzingen", row: { ...q3, Categorie: "student" }, to: { Verhuurder: "DUWO " } },
  ],
};

/** What WYwonen says of two projects that the municipality lists as well. */
export const contradictions: readonly Change[] = [
  { table: "PA_Nieuwbouw", row: { ...q3, Project_id: "OEG-08" }, to: { "Sociale huur": 32, Totaal: 32 } },
];

const mine: Readonly<Record<Sender, (table: string, said: (header: string) => CellValue) => boolean>> = {
  gemeente: (table, said) =>
    ["PA_Nieuwbouw", "PA_Overleg"].includes(table) ||
    (table === "PA_Voorraad" && said("Verhuurder") === "Gemeente Oegstgeest"),
  wywonen: (table, said) => ["Verhuurder", "Ontwikkelaar"].some((header) => said(header) === "WYwonen"),
  portaal: (_table, said) => said("Verhuurder") === "Portaal",
  duwo: (table, said) =>
    said("Verhuurder") === "DUWO" ||
    (table === "PA_Studenten" && said("Verhuurder") === "Ontwikkelaar Noord (fictief)"),
};

async function rowsOf(sample: ReadonlyMap<string, ReturnTable>, sender: Sender): Promise<Map<string, CellValue[][]>> {
  const rows = new Map<string, CellValue[][]>();
  for (const [name, { raw, definition }] of sample) {
    const canonical = raw.headers.map((header) => header.replace("*", "").trim());
    const at = (header: string): number => canonical.indexOf(header);
    let own = raw.rows.filter((row) => mine[sender](name, (header) => row[at(header)] ?? null)).map((row) => [...row]);
    const changes = [...mistakes[sender], ...(sender === "wywonen" ? contradictions : [])];
    for (const { row: wanted, to } of changes.filter((change) => change.table === definition.name)) {
      const found = own.filter((row) => Object.entries(wanted).every(([header, value]) => row[at(header)] === value));
      if (found.length === 0) throw new Error(`${sender}: no row ${JSON.stringify(wanted)} in ${name}`);
      const [row] = found;
      if (to === "gone") own = own.filter((one) => one !== row);
      else if (to === "twice") own.splice(own.indexOf(row!) + 1, 0, [...row!]);
      else for (const [header, value] of Object.entries(to)) row![at(header)] = value;
    }
    if (own.length > 0) rows.set(name, own);
  }
  return rows;
}

async function fillIn(workbook: XlsxWorkbook, rows: ReadonlyMap<string, CellValue[][]>): Promise<void> {
  for (const table of await workbook.tables()) {
    const own = table.name === null ? undefined : rows.get(table.name);
    if (own !== undefined) await workbook.appendRows(table, own);
  }
}

/** The municipality says how every commitment goes, where the template lists it. */
async function sayStatus(workbook: XlsxWorkbook, sample: ReturnTable): Promise<void> {
  const { raw } = (await read(workbook, { agreements })).tables.get("PA_Evaluatie")!;
  const changes = raw.rows.flatMap((row, i) =>
    ["Status", "Toelichting", "Bewijs"].flatMap((header) => {
      const column = raw.headers.findIndex((own) => own.startsWith(header));
      const said = sample.raw.rows.find((one) => one[0] === row[0] && one[4] === row[4])?.[column] ?? null;
      const cell = cellName(raw.headerRow + 1 + i, raw.firstColumn + column);
      return said === null ? [] : [{ sheet: raw.sheet, cell, value: said }];
    }),
  );
  await workbook.change(changes);
}

/** The four files, by name. */
export async function fourReturns(): Promise<ReadonlyMap<string, Uint8Array>> {
  const sample = await read(openXlsx(await made("clean")), { agreements });
  const files = new Map<string, Uint8Array>();
  for (const sender of senders) {
    const workbook = openXlsx(await made("none"));
    await fillIn(workbook, await rowsOf(sample.tables, sender));
    if (sender === "gemeente") {
      const settings = (await workbook.tables()).find(({ name }) => name === "PA_Instellingen")!;
      // So that it is said on every page that these figures are invented.
      await workbook.appendRows(settings, [["Cijfers", "fictief", null]]);
      await sayStatus(workbook, sample.tables.get("PA_Evaluatie")!);
    }
    files.set(`${sender}-2026-Q3.xlsx`, workbook.bytes());
  }
  return files;
}
