// Converting an agreement to a workbook and back loses nothing: for generated agreements of everything an agreement can hold.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { CellToWrite } from "@prestatieafspraken/indicators";
import { complete } from "../src/complete.js";
import { checkAgreement, checkAgreementSheets, toSheets, type CellBlock } from "../src/index.js";

const base = JSON.parse(
  readFileSync(new URL("../data/voorbeeldstad/2026-2029.json", import.meta.url), "utf8"),
) as Record<string, unknown> & { parties: { id: string }[]; commitments: object[]; norms: object[] };
const source = { title: "Prestatieafspraken Voorbeeldstad 2026-2029" };

/** The sheets as cells, as a workbook holds them. */
const asBlocks = (sheets: ReturnType<typeof toSheets>): CellBlock[] =>
  sheets.map(({ sheet, columns, rows }) => ({
    ...{ sheet, name: `Afspraken_${sheet}`, headerRow: 5, firstColumn: 1 },
    headers: sheet === "Gegevens" ? ["Gegeven", "Waarde"] : columns.map(({ header }) => header),
    rows: rows.map((row) => row.map(typed)),
  }));
const typed = (cell: CellToWrite) =>
  typeof cell === "object" && cell !== null && "day" in cell ? cell.day.split("-").reverse().join("-") : cell;

const maybe = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((found) => (found === undefined ? {} : { [key]: found }));
const merged = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object);
/** Words with the characters that a list cell could mistake for its separators. */
const words = fc
  .array(
    fc.constantFrom(
      "woning",
      "B&W",
      "30%",
      "“ongeveer”",
      "1,5",
      "ja",
      "a; b",
      "(art. 9)",
      "=1+1",
      "'s Zomers",
      "één",
      "-",
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((list) => `Tekst ${list.join(" ")}`);
const text = fc.oneof(
  words.map((nl) => ({ nl })),
  fc.record({ nl: words, en: words.map((en) => `In English: ${en}`) }),
);
const day = fc
  .tuple(fc.integer({ min: 2026, max: 2029 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
const decimal = fc
  .tuple(fc.nat(9999), fc.constantFrom("", ".5", ".25", ".125"))
  .map(([whole, rest]) => `${whole}${rest}`);
const share = fc.integer({ min: 1, max: 99 }).map((n) => `0.${String(n).padStart(2, "0")}`);
const partyIds = base.parties.map(({ id }) => id);
const some = <T>(list: readonly T[]) => fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: 2 });

const condition = fc.oneof(
  fc.constantFrom("ja", "noord", "isolatie of dak"),
  fc.constantFrom(["a", "b"], ["noord", "zuid", "1,5"]),
  fc.record({ not: fc.constantFrom<string | string[]>("zuid", ["a", "b"]) }),
  fc.record({ filled: fc.boolean() }),
  merged(
    fc.record({ from: fc.oneof(day, fc.constantFrom("agreement", "year")) }),
    maybe("until", fc.constant("2029-12-31")),
  ),
  merged(fc.constant({ under: "kwaliteitskorting" }), maybe("inclusive", fc.constant(true))),
);
const input = merged(
  fc.record({
    table: fc.constant("PA_Meting"),
    aggregate: fc.constantFrom("sum", "average", "max", "min"),
    column: fc.constant("Bedrag"),
  }),
  maybe("where", fc.dictionary(fc.constantFrom("Wijk", "Dag", "Soort ingreep"), condition, { minKeys: 1 })),
  maybe("window", fc.constantFrom("snapshot", "quarter", "year", "four-quarters", "term")),
  maybe("label", text),
);
const columns = [
  { table: "PA_Meting", header: "Bedrag", type: "amount", required: true },
  {
    table: "PA_Meting",
    header: "Wijk",
    type: "choice",
    choices: ["noord", "zuid", "a", "b", "1,5", "ja", "isolatie of dak"],
  },
  { table: "PA_Meting", header: "Dag", type: "date", help: { nl: "De dag." } },
  { table: "PA_Meting", header: "Soort ingreep", type: "text" },
];
const indicatorOf = (id: string) =>
  merged(
    fc.record({ title: text, meaning: text, unit: fc.constantFrom("EUR", "homes", "years", "points", "number") }),
    maybe("perParty", fc.constant(true)),
    fc.oneof(
      input.map((a) => ({ inputs: { a }, expression: "a" })),
      fc.tuple(input, input).map(([a, b]) => ({ inputs: { a, b }, expression: "a + 2 * b" })),
    ),
    fc.constant({ id, source }),
  );
const normOf = (id: string, indicator: string) =>
  merged(
    fc.record({
      value: indicator === "URGENTSHARE" ? share : decimal,
      comparator: fc.constantFrom(">=", "<=", ">", "<", "="),
      strength: fc.constantFrom("hard", "effort", "approximate"),
    }),
    maybe("period", fc.constantFrom("moment", "quarter", "year", "four-quarters", "term")),
    maybe("deadline", fc.constant("2029-12-31")),
    maybe("baseline", indicator === "URGENTSHARE" ? share : decimal),
    maybe("note", text),
    fc.constant({ id, indicator, source }),
  );
const agreement = fc
  .record({
    title: text,
    aliases: fc.uniqueArray(fc.constantFrom("Oud A", "Oud & Nieuw", "St. Wonen"), { maxLength: 3 }),
    indicators: fc.tuple(indicatorOf("METINGEEN"), indicatorOf("METINGTWEE")),
    norms: fc.tuple(normOf("N.1", "METINGEEN"), normOf("1.4.2", "METINGTWEE")),
    commitments: fc.tuple(
      ...["3.1a", "B1.2"].map((article, i) =>
        merged(
          fc.record({
            title: text,
            theme: fc.constantFrom({ nl: "Wonen" }, { nl: "Geld", en: "Money" }),
            lead: some(partyIds),
          }),
          maybe("withoutConsent", some(partyIds)),
          maybe("note", text),
          fc.constant({ article, kind: "number", norms: [["N.1", "1.4.2"][i]!], source }),
        ),
      ),
      merged(
        fc.record({ title: text, due: day, lead: some(partyIds) }),
        fc.constant({ article: "77", kind: "dated", theme: { nl: "Wonen" }, source }),
      ),
    ),
  })
  .map(({ title, aliases, indicators, norms, commitments }) => ({
    ...base,
    title,
    parties: base.parties.map((party, i) => (i === 1 ? { ...party, aliases } : party)),
    columns: [...((base["columns"] as object[] | undefined) ?? []), ...columns],
    indicators: [...((base["indicators"] as object[] | undefined) ?? []), ...indicators],
    norms: [...base.norms, ...norms],
    commitments: [...base.commitments, ...commitments],
  }));

it("an agreement written on sheets and read again is the same, whatever it holds", async () => {
  let valid = 0;
  await fc.assert(
    fc.asyncProperty(agreement, async (made) => {
      const { ok, problems } = await checkAgreement(JSON.stringify(made));
      expect(problems).toEqual([]);
      if (!ok) return;
      valid += 1;
      const file = complete(structuredClone(made));
      const read = await checkAgreementSheets(asBlocks(toSheets(file)));
      expect(read.problems).toEqual([]);
      expect(read.file).toEqual(file);
    }),
    { numRuns: 25, seed: 20261126 },
  );
  expect(valid).toBeGreaterThan(0);
});
