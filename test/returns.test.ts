// Returns as users and programs really write them, each with its public source and expected outcome.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { countIssues, read, report, validate, type Issue, type Severity } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";

type Wanted = Partial<Record<"rule" | "sheet" | "cell" | "table" | "message" | "severity", string>>;
interface Expected {
  readonly errors?: number;
  readonly maxErrors?: number;
  readonly minErrors?: number;
  readonly has?: readonly Wanted[];
  readonly not?: readonly Wanted[];
  readonly notText?: readonly string[];
  /** Maximum number of issues per rule. */
  readonly max?: Readonly<Record<string, number>>;
  readonly seconds?: number;
  readonly results?: readonly {
    readonly indicator: string;
    readonly party: string | null;
    readonly period?: string;
    readonly exact?: string;
    readonly exactNot?: string;
    readonly verdict?: string;
  }[];
  readonly anyOf?: readonly Expected[];
}
interface Case {
  readonly file: string;
  readonly rule: string;
  readonly source: string;
  readonly expect: Expected;
}

const folder = new URL("cases/returns/", import.meta.url);
const cases = JSON.parse(readFileSync(new URL("expected.json", folder), "utf8")) as Case[];
const day = "2026-11-23";

const isWanted =
  ({ message, ...rest }: Wanted) =>
  (issue: Issue): boolean =>
    Object.entries(rest).every(([key, value]) => issue[key as keyof Issue] === value) &&
    (message === undefined || `${issue.message.nl} ${issue.fix.nl}`.toLowerCase().includes(message.toLowerCase()));

interface Given {
  readonly issues: readonly Issue[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly results: readonly {
    readonly indicator: string;
    readonly exact: string | null;
    readonly verdict: string;
    readonly scope: { readonly party: string | null; readonly period: string };
  }[];
}

/** The differences between the outcome and what was expected, in words. */
function faults({ issues, counts, results }: Given, wanted: Expected): string[] {
  const wrong: string[] = [];
  const check = (holds: boolean, what: string): void => {
    if (!holds) wrong.push(what);
  };
  check(wanted.errors === undefined || counts.error === wanted.errors, `${counts.error} errors`);
  check(counts.error <= (wanted.maxErrors ?? Infinity), `${counts.error} errors`);
  check(counts.error >= (wanted.minErrors ?? 0), `${counts.error} errors`);
  for (const one of wanted.has ?? []) check(issues.some(isWanted(one)), `no issue ${JSON.stringify(one)}`);
  for (const one of wanted.not ?? []) check(!issues.some(isWanted(one)), `issue ${JSON.stringify(one)}`);
  for (const [rule, most] of Object.entries(wanted.max ?? {}))
    check(issues.filter((issue) => issue.rule === rule).length <= most, `more than ${most} of ${rule}`);
  for (const text of wanted.notText ?? [])
    check(!issues.some(({ message, fix }) => `${message.nl} ${fix.nl}`.includes(text)), `says ${text}`);
  for (const { indicator, party, period, exact, exactNot, verdict } of wanted.results ?? []) {
    const found = results.find(
      (one) =>
        one.indicator === indicator &&
        one.scope.party === party &&
        (period === undefined || one.scope.period === period),
    );
    check(found !== undefined, `no ${indicator}`);
    if (!found) continue;
    check(exact === undefined || found.exact === exact, `${indicator} ${String(found.exact)}`);
    check(exactNot === undefined || found.exact !== exactNot, `${indicator} ${String(found.exact)}`);
    check(verdict === undefined || found.verdict === verdict, `${indicator} ${found.verdict}`);
  }
  if (wanted.anyOf && wanted.anyOf.every((one) => faults({ issues, counts, results }, one).length > 0))
    wrong.push("none of the ways in which it may be right");
  return wrong;
}

describe.each(cases)("$file", ({ file, rule, source, expect: wanted }) => {
  it(`${rule} (${source})`, async () => {
    const begin = process.cpuUsage();
    const ret = await read(openXlsx(readFileSync(new URL(file, folder))), { agreements });
    const issues = validate(ret, { day });
    // Processor time: the machine may be busy.
    const { user, system } = process.cpuUsage(begin);
    const seconds = (user + system) / 1_000_000;
    const { results } = await report(ret, { day });
    expect(faults({ issues, counts: countIssues(issues), results: results as Given["results"] }, wanted)).toEqual([]);
    if (wanted.seconds !== undefined) expect(seconds).toBeLessThan(3 * wanted.seconds);
  });
});
