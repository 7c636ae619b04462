// Checked by the compiler: every line after @ts-expect-error has to be refused, every other has to compile.
import {
  evaluate,
  growthFactor,
  indicators,
  InputError,
  labelShare,
  rentLimit,
  socialShare,
  type ArgumentsFor,
  type IndicatorId,
  type Result,
} from "@prestatieafspraken/indicators";

// @ts-expect-error no such indicator
export const wrongId = evaluate("SOCIALSHAR", { social: 1, homes: 2 });
// @ts-expect-error no such argument
export const wrongKey = evaluate("SOCIALSHARE", { sociaal: 1, homes: 2 });
// @ts-expect-error a count is a number
export const yes = evaluate("SOCIALSHARE", { social: true, homes: 2 });
// @ts-expect-error a count is no text
export const text = evaluate("SOCIALSHARE", { social: 1, homes: "x" });
// @ts-expect-error no such argument
export const wrongKeyCalled = socialShare({ sociall: 1 });
// @ts-expect-error a year is needed
export const noYear = evaluate("RENTLIMIT", {});
// @ts-expect-error a year is needed
export const noArguments = evaluate("RENTLIMIT");
// @ts-expect-error a year is needed
export const noYearCalled = rentLimit({});
// @ts-expect-error additions_share is needed
export const noAdditions = evaluate("GROWTHFACTOR", { current: 0.1, target: 0.3 });
// @ts-expect-error additions_share is needed
export const noAdditionsCalled = growthFactor({ current: 0.1, target: 0.3 });
// @ts-expect-error classes are letters
export const classes = evaluate("LABELSHARE", { labels: ["A"], classes: 12 });
// @ts-expect-error outside the closed list
export const limit = evaluate("RENTLIMIT", { year: 2026, limit: "kwaliteitskortin" });
// @ts-expect-error what cannot be said is null
export const value: number = evaluate("SOCIALSHARE", { social: 1, homes: 2 }).value;
// @ts-expect-error a Date is no cell
export const date = evaluate("QUARTER", { value: new Date() });
// @ts-expect-error languages are nl and en
export const language = evaluate("SOCIALSHARE", {}, { language: "de" });

export const right: readonly Result[] = [
  evaluate("SOCIALSHARE", { social: 55, homes: 660 }),
  evaluate("SOCIALSHARE", { social: null, homes: [600, 60, null] }, { day: "2026-09-30", language: "en" }),
  evaluate("SOCIALSHARE", { social: new Int32Array(3), homes: 1n }),
  evaluate("SOCIALSHARE"),
  evaluate("REMAININGNEED", { need: [444, 248], realised: [55, 40] }),
  evaluate("RENTLIMIT", { year: 2026, limit: "middenhuur" }),
  evaluate("RENTLIMIT", { year: null }),
  evaluate("GROWTHFACTOR", { current: 0.16, target: "30%", additions_share: 0.4 }),
  evaluate("LABELSHARE", { labels: ["A", "E", null], classes: "EFG", counts: [1, 2, 3] }),
  evaluate("EXPECTED", { target: 100, start: "2025-01-01", end: "2028-12-31", date: "2026-09-30" }),
  evaluate("STATUS", { indicator: "SOCIALSHARE", value: 0.2 }),
  socialShare({ social: [30, 25], homes: 660 }),
  labelShare({ labels: ["A"] }),
  rentLimit({ year: 2026 }),
  ...indicators.filter(({ live }) => live).map((indicator) => indicator({})),
];
export const quarter: string = evaluate("QUARTER", { value: "Q3 2026" }).display.nl;
export const named: readonly [string, "SOCIALSHARE"] = [socialShare.name, socialShare.id];
export const ids: readonly IndicatorId[] = ["SOCIALSHARE", "QUARTER"];
export const given: ArgumentsFor<"SOCIALSHARE"> = { social: 1 };
export { InputError };
