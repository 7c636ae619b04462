// Generated returns are written to a file by another library, then read and calculated by the product, and recounted by
// independent hand-written code. Changing a definition on one side only makes this fail.
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { read, report, toJson } from "@prestatieafspraken/quarterly";
import { evaluateFormula } from "@prestatieafspraken/spreadsheet";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { asFile, dice, madeUpReturn, type MadeUpReturn } from "./made-up-return.js";
import { recount, type Figure } from "./recount.js";
import { verdictOf } from "./verdicts.js";

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));
const written = (figure: Figure): string | null => {
  if (figure === null) return null;
  const d = gcd(figure[0], figure[1]) || 1;
  return `${figure[0] / d}/${figure[1] / d}`;
};
const name = (party: string | null): string | null =>
  party === null ? null : ({ wywonen: "WYwonen", portaal: "Portaal", duwo: "DUWO" }[party] ?? party);

interface Line {
  indicator: string;
  scope: { party: string | null; period: string };
  value: number | null;
  exact: string | null;
  verdict: string;
  signal: boolean;
}
/** The second, hand-written definition of an indicator. */
function countOf(key: string): (typeof recount)[string] {
  const found = recount[key];
  if (found) return found;
  throw new Error(
    `${key} is counted by the product only. Write its sum in test/oracle/recount.ts, from the agreement and not from the code.`,
  );
}
const seeds = Array.from({ length: Number(process.env["ORACLE_SEEDS"] ?? 40) }, (_, i) => i + 1);

describe("figures from a workbook, recounted", () => {
  it.each(seeds)("generated return %i", async (seed) => {
    const made: MadeUpReturn = madeUpReturn(seed);
    const workbook = openXlsx(asFile(made, seed));
    const ret = await read(workbook, { agreements });
    // The internal report; the published one omits small groups.
    const { results }: { results: readonly Line[] } = toJson(await report(ret), "nl");
    const expected = results.map(({ indicator, scope }) => {
      const key = scope.period === "quarter" ? `${indicator} quarter` : indicator;
      return [key, scope.party, written(countOf(key)(made, { quarter: made.quarter, party: name(scope.party) }))];
    });
    expect(
      results.map(({ indicator, scope, exact }) => [
        scope.period === "quarter" ? `${indicator} quarter` : indicator,
        scope.party,
        exact,
      ]),
    ).toEqual(expected);
    // Judged by the rules of DESIGN 3.5, on the line the norm applies to.
    for (const { indicator, scope, verdict, signal } of results) {
      if (scope.period === "quarter") continue;
      const judged = verdictOf(made, indicator, { quarter: made.quarter, party: name(scope.party) });
      if (judged === null || verdict === "no-norm") {
        expect([indicator, scope.party, judged, verdict]).toEqual([
          ...[indicator, scope.party, null],
          expect.stringMatching(/^(no-norm|unknown)$/),
        ]);
        continue;
      }
      expect({ indicator, party: scope.party, verdict, signal }).toEqual({ indicator, party: scope.party, ...judged });
    }
    // Conversely, the report contains every countable figure. Unknown figures without a norm may be omitted.
    const aside = made.chosen["Periode toewijzing"] === "kwartaal" ? / quarter$/ : /^$/;
    const shown = new Set(expected.map(([key]) => key));
    const absent = Object.keys(recount).filter((key) => !shown.has(key) && !aside.test(key));
    expect(absent.filter((key) => countOf(key)(made, { quarter: made.quarter, party: null }) !== null)).toEqual([]);

    // The same figures for another quarter and one party, as asked by a cell.
    const d = dice(seed + 2_000_000);
    const quarter = d.one(made.quarters);
    const cells: readonly (readonly [string, string | null, string])[] = [
      ["REMAININGNEED", null, `=PA.REMAININGNEED()`],
      ["SOCIALSHARE", "WYwonen", `=PA.SOCIALSHARE(;;"Q${quarter[6]!} ${quarter.slice(0, 4)}";"MeerWonen")`],
      ["NEWBUILDSHARE", null, `=PA.NEWBUILDSHARE(,,,"${quarter}")`],
      ["STOCKCHANGE", "Portaal", `=_xldudf_PA_STOCKCHANGE(;;;"${quarter}";"portaal")`],
      ["URGENTSHARE", null, `=pa.urgentshare(;;"${quarter[6]!}e kwartaal ${quarter.slice(0, 4)}")`],
      ["URGENTROOM", "Portaal", `=PA.URGENTROOM(;;;"${quarter}";"Portaal")`],
      ["LABELSHARE", null, `=PA.LABELSHARE(,,,"${quarter}")`],
      ["LABELPROGRESS", "DUWO", `=PA.LABELPROGRESS(;;"${quarter}";"DUWO")`],
    ];
    for (const [indicator, party, formula] of cells) {
      const asked = { quarter: indicator === "REMAININGNEED" ? made.quarter : quarter, party };
      const { exact, error } = await evaluateFormula(formula, { language: "nl", agreements, workbook, return: ret });
      const figure = written(recount[indicator]!(made, asked));
      expect([formula, exact, error?.code ?? null]).toEqual([formula, figure, figure === null ? "#N/A" : null]);
    }
  });
});
