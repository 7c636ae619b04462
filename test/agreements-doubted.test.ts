// What holds for generated returns of Oegstgeest (books.test.ts, cell by cell) holds for every other agreement of the product, its own
// indicators included: an error, a silent party or a missing quarter leaves no green verdict.
import { quarterOfDay, type Agreement } from "@prestatieafspraken/indicators";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { read, report, type CellValue, type ReportLine } from "@prestatieafspraken/quarterly";
import { block, memoryWorkbook } from "../packages/quarterly/test/memory-workbook.js";
import { dice, madeUpReturn, type Row } from "./oracle/made-up-return.js";

type Tables = Readonly<Record<string, readonly Row[]>>;

const green = ["met", "on-track"];
const labelTables = ["PA_Labels", "PA_Woningen"];
const sampled = ["WYwonen", "Portaal", "DUWO"];

/** A generated return, handed out to the corporations of an agreement: each delivers like one of the three that were made up. */
function tablesOf(agreement: Agreement, seed: number): Tables {
  const made = madeUpReturn(seed);
  const d = dice(seed + 2_000_000);
  const corporations = agreement.parties.filter(({ kind }) => kind === "corporation");
  const municipality = agreement.parties.find(({ kind }) => kind === "municipality")!;
  // The made-up quarters are those of Oegstgeest; another agreement may begin in another year.
  const shift = Number(agreement.from.slice(0, 4)) - 2025;
  const later = (value: string): string => String(Number(value.slice(0, 4)) + shift) + value.slice(4);
  const dated = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([header, value]) => [
        header,
        typeof value === "string" && /^20\d\d-(Q[1-4]|\d\d-\d\d)$/.test(value) && header !== "Huurpeildatum"
          ? later(value)
          : value,
      ]),
    );
  const delivering = sampled.filter((name) => made.stock.some((row) => row["Verhuurder"] === name));
  const handed = (rows: readonly Row[]): Row[] =>
    rows.map(dated).flatMap((row): Row[] => {
      if (row["Verhuurder"] === "Gemeente") return [{ ...row, Verhuurder: municipality.name }];
      return corporations.flatMap(({ name }, at) =>
        row["Verhuurder"] === delivering[at % delivering.length] ? [{ ...row, Verhuurder: name }] : [],
      );
    });
  // Plans of the size of a larger municipality, so that norms of thousands of homes can be met.
  const projects = made.projects.map((row) => ({
    ...Object.fromEntries(
      Object.entries(dated(row)).map(([header, value]) => [header, typeof value === "number" ? value * 15 : value]),
    ),
    Ontwikkelaar: corporations[0]!.name,
  }));
  const quarters = made.quarters.map(later);
  const homes = quarters.flatMap((Kwartaal) =>
    corporations.flatMap(({ name: Verhuurder }, at) =>
      Array.from({ length: 6 }, (_, i) => ({
        ...{
          BAG_vbo_id: `0363010000${String(at * 100 + i).padStart(6, "0")}`,
          Kwartaal,
          Verhuurder,
          Segment: "sociaal",
        },
        ...{ Label: "B", "Vorig label": d.one(["E", "C"]), "Reden labelwijziging": d.one(["maatregel", "hermeting"]) },
        Opnamedatum: `${Kwartaal.slice(0, 4)}-01-15`,
      })),
    ),
  );
  const own = (rows: readonly Row[], headers: readonly string[]): Row[] =>
    rows.map((row) => ({ ...row, ...Object.fromEntries(headers.map((header) => [header, d.below(30)])) }));
  return {
    PA_Instellingen: [
      { Instelling: "Afspraak", Waarde: agreement.id },
      { Instelling: "Verslagkwartaal", Waarde: later(made.quarter) },
    ],
    PA_Voorraad: handed(made.stock),
    PA_Nieuwbouw: own(projects, ["Standplaatsen", "Houtbouw"]),
    PA_Toewijzingen: own(handed(made.lettings), ["Waarvan passend", "Waarvan huurtoeslag"]),
    PA_Labels: handed(made.labels),
    PA_Studenten: made.students,
    PA_Woningen: homes,
  };
}

async function judged(tables: Tables): Promise<readonly ReportLine[]> {
  const filled = Object.entries(tables).filter(([, rows]) => rows.length > 0);
  const ret = await read(
    memoryWorkbook(filled.map(([name, rows]) => block(name, rows as Readonly<Record<string, CellValue>>[]))),
    { agreements },
  );
  return (await report(ret)).results.filter(({ role }) => role === "judged");
}

const same = (lines: readonly ReportLine[], { indicator, scope }: ReportLine): ReportLine | undefined =>
  lines.find((one) => one.indicator === indicator && one.scope.party === scope.party);

/** Every row that a line counts, as a table and a row index. */
function countedRows(line: ReportLine): { readonly name: string; readonly at: number }[] {
  return line.madeOf.cells.flatMap((range) => {
    const [, sheet = "", first = "", last = first] = /^(.+)![A-Z]+(\d+)(?::[A-Z]+(\d+))?$/.exec(range) ?? [];
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => ({
      name: `PA_${sheet}`,
      at: Number(first) + i - 2,
    }));
  });
}

const others = agreements.filter(({ id }) => id !== "oegstgeest-2025-2028");

describe.each(others.map((agreement) => [agreement.id, agreement] as const))("%s", (_, agreement) => {
  it("no green verdict survives an error on a counted row, a silent party or a missing quarter", async () => {
    let tried = 0;
    const enough = 20;
    for (let seed = 1; tried < enough && seed <= 120; seed += 1) {
      const tables = tablesOf(agreement, seed);
      const d = dice(seed);
      const lines = (await judged(tables)).filter(({ verdict }) => green.includes(verdict));
      /** A table, and the one that is read in its place. */
      const each = (name: string, left: (of: readonly Row[]) => Row[]): Tables =>
        Object.fromEntries((labelTables.includes(name) ? labelTables : [name]).map((one) => [one, left(tables[one]!)]));
      const done = new Set<string>();
      /** Makes a change of a kind for a line, unless one for another line was about this one too; it is tried on every line. */
      const stillGreen = async (
        kind: string,
        line: ReportLine,
        make: () => readonly [what: string, changed: Tables, isAbout: (other: ReportLine) => boolean],
      ): Promise<void> => {
        const key = ({ indicator, scope }: ReportLine): string => [kind, indicator, scope.party].join();
        if (done.has(key(line))) return;
        const [what, changed, isAbout] = make();
        const after = await judged(changed);
        const about = lines.filter(isAbout);
        expect(about).toContain(line);
        const still = about.filter((one) => green.includes(same(after, one)?.verdict ?? "not there"));
        expect([seed, what, still.map(key)]).toEqual([seed, what, []]);
        for (const one of about) done.add(key(one));
        tried += about.length;
      };
      for (const line of lines) {
        const rows = countedRows(line);
        if (rows.length === 0) continue;
        const counts = (other: ReportLine, table: string): boolean =>
          countedRows(other).some(({ name }) => name === table);
        const { name, at } = d.one(rows);
        await stillGreen("twice", line, () => [
          `${name} ${at} twice`,
          { ...tables, [name]: [...tables[name]!, tables[name]![at]!] },
          (other) => countedRows(other).some((row) => row.name === name && row.at === at),
        ]);
        const begin = quarterOfDay(agreement.from);
        const quarters = line.madeOf.quarters.filter((quarter) => quarter >= begin);
        if (quarters.length > 0) {
          const quarter = d.one(quarters);
          await stillGreen(quarter, line, () => {
            const left = (of: readonly Row[]): Row[] => of.filter((row) => row["Kwartaal"] !== quarter);
            return [
              `${name} without ${quarter}`,
              { ...tables, ...each(name, left) },
              (other) => counts(other, name) && other.madeOf.quarters.includes(quarter),
            ];
          });
        }
        const { parties } = line.madeOf;
        if (line.scope.party === null && parties.length > 0)
          await stillGreen("party", line, () => {
            const party = d.one(parties);
            const left = (of: readonly Row[]): Row[] => of.filter((row) => row["Verhuurder"] !== party);
            return [
              `${name} without ${party}`,
              { ...tables, ...each(name, left) },
              (other) => other.scope.party === null && counts(other, name) && other.madeOf.parties.includes(party),
            ];
          });
      }
    }
    // A property that was never tried proves nothing.
    expect(tried).toBeGreaterThanOrEqual(enough);
  });
});
