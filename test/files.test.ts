// Workbooks as saved by other programs: each tests a general rule, with its source; see test/cases/files/expected.json.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { pa } from "./pa/pa.js";

interface Result {
  readonly indicator: string;
  readonly scope: { readonly party: string | null; readonly period: string };
  readonly exact: string | null;
  readonly verdict: string;
}
interface Case {
  readonly file: string;
  readonly rule: string;
  readonly source: string;
  readonly expect: {
    readonly errors?: number;
    readonly notExit?: number;
    readonly results?: readonly {
      indicator: string;
      party: string | null;
      exact: string;
      verdict?: string;
      period?: string;
    }[];
  };
}

const folder = fileURLToPath(new URL("cases/files/", import.meta.url));
const cases = JSON.parse(readFileSync(`${folder}expected.json`, "utf8")) as Case[];

describe("a workbook by another program", () => {
  it.each(cases)("$file: $rule", async ({ file, expect: wanted }) => {
    const check = await pa("check", `${folder}${file}`, "--json");
    expect(check.err).toBe("");
    if (wanted.notExit !== undefined) expect(check.code).not.toBe(wanted.notExit);
    if (wanted.errors !== undefined)
      expect((JSON.parse(check.out) as { counts: { error: number } }).counts.error).toBe(wanted.errors);
    if (wanted.results === undefined) return;
    const { results } = JSON.parse((await pa("report", `${folder}${file}`, "--json")).out) as { results: Result[] };
    for (const { indicator, party, exact, verdict, period } of wanted.results)
      expect(
        results.find(
          (one) =>
            one.indicator === indicator &&
            one.scope.party === party &&
            (period ?? one.scope.period) === one.scope.period,
        ),
      ).toMatchObject({ exact, ...(verdict !== undefined && { verdict }) });
  });
});

it("a refusal names the file, and the sheet and cell", async () => {
  const { code, err } = await pa("check", `${folder}no-column.xlsx`);
  expect([code, err]).toEqual([
    2,
    "no-column.xlsx: De werkmap is beschadigd: Labels!XFE1 is geen geldige plaats op een blad. Herstel de werkmap in Excel en bewaar hem opnieuw.\n",
  ]);
});
