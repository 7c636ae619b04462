// Real inputs with published outcomes, through the public library. If a published figure does not follow from its
// inputs, the computed one is expected.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluate } from "@prestatieafspraken/indicators";

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`cases/${name}.json`, import.meta.url), "utf8")) as T;
/** The cases of a file that is a table: names of its columns, and a row for each case. */
const casesOf = <T>(name: string): T[] => {
  const { columns, rows } = read<{ columns: string[]; rows: unknown[][] }>(name);
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])) as T);
};
const percent = (value: number | null, decimals: number): number | null =>
  value === null ? null : Math.round(value * 100 * 10 ** decimals + Number.EPSILON) / 10 ** decimals;

describe("remaining need by income class (California, public filings)", () => {
  type Case = Record<"allocated" | "delivered" | "remaining", number[]> & {
    place: string;
    year: number;
    remainingTotal: number;
  };
  const cases = casesOf<Case>("remaining-need-by-class");
  it.each(cases.map((one) => [`${one.place} ${one.year}`, one] as const))(
    "%s",
    (_, { allocated, delivered, remaining, remainingTotal }) => {
      expect(evaluate("REMAININGNEED", { need: allocated, realised: delivered }).value).toBe(remainingTotal);
      const byClass = allocated.map((need, i) => evaluate("REMAININGNEED", { need, realised: delivered[i]! }).value);
      expect(byClass).toEqual(remaining);
    },
  );
});

describe("path to a share (published growth factors)", () => {
  const { growth, additions, netStock } = read<{
    growth: { current: number; target: number; additions: number; factor: number | null }[];
    additions: { social: number; total: number; target: number; allSocial: number }[];
    netStock: { newBuild: number; sold: number; demolished: number; liberalised: number; net: number }[];
  }>("path-to-share");
  it.each(growth)("$current to $target with $additions", ({ current, target, additions: additions_share, factor }) => {
    const result = evaluate("GROWTHFACTOR", { current, target, additions_share });
    expect(result.value).toBe(factor);
    if (factor === null) expect(result.reason).toBe("unreachable");
  });
  it.each(additions)("$social of $total to $target", ({ social, total, target, allSocial }) => {
    expect(evaluate("HOMESTOTARGET", { social, homes: total, target }).value).toBe(allSocial);
  });
  it.each(netStock)("net stock", ({ newBuild, sold, demolished, liberalised, net }) => {
    expect(evaluate("STOCKCHANGE", { added: newBuild, removed: [sold, demolished, liberalised] }).value).toBe(net);
  });
});

describe("stock movements (CBS 81955NED)", () => {
  type Column = "newBuild" | "otherAdded" | "demolished" | "otherRemoved" | "correction";
  type Case = Record<Column | "begin" | "balance" | "end" | "publishedDifference", number> & { label: string };
  const cases = casesOf<Case>("stock-movements");
  it.each(cases.map((one) => [one.label, one] as const))("%s", (_, one) => {
    const change = evaluate("STOCKCHANGE", {
      added: [one.newBuild, one.otherAdded],
      removed: [one.demolished, one.otherRemoved],
      correction: one.correction,
    });
    expect(change.value).toBe(one.balance);
    expect(one.begin + change.value! + one.publishedDifference).toBe(one.end);
  });
});

describe("ownership shares (CBS 71446NED)", () => {
  type Row = { region: string; total: number; publishedPct: Record<string, number | null> } & Record<
    string,
    number | null
  >;
  const { cases } = read<{ cases: Row[] }>("ownership-shares");
  it.each(cases.map((one) => [one.region, one] as const))("%s", (_, one) => {
    for (const [kind, published] of Object.entries(one.publishedPct)) {
      const result = evaluate("SOCIALSHARE", { social: one[kind] as number | null, homes: one.total });
      expect(percent(result.value, 1)).toBe(published);
      if (published === null) expect(result.reason).toBe("missing");
    }
  });
});

describe("stock shares by district (AFWC 2021)", () => {
  type Count = "selfContained" | "social" | "stock" | "publishedSelfContainedPct" | "publishedSocialPct";
  const cases = casesOf<Record<Count, number> & { district: string }>("stock-shares-by-district");
  it.each(cases.map((one) => [one.district, one] as const))(
    "%s",
    (_, { district, selfContained, social, stock, publishedSelfContainedPct, publishedSocialPct }) => {
      expect(percent(evaluate("SOCIALSHARE", { social, homes: stock }).value, 0)).toBe(publishedSocialPct);
      // Published as 52 for Zuidoost, but 21,500 of 42,139 is 51.02%.
      const expected = district === "Zuidoost" ? 51 : publishedSelfContainedPct;
      expect(percent(evaluate("SOCIALSHARE", { social: selfContained, homes: stock }).value, 0)).toBe(expected);
    },
  );
});

describe("lettings (PréWonen 2023)", () => {
  const { counts, total, expected } = read<{
    counts: Record<string, number>;
    total: number;
    expected: Record<string, number | boolean>;
  }>("allocations-prewonen-2023");
  const urgentGroups = [counts["urgent"]!, counts["statushouders"]!, counts["uitstroom"]!, counts["stadsvernieuwing"]!];

  it("exceeds the cap: 147 of 578, never shown as 25%", () => {
    const result = evaluate("URGENTSHARE", { urgent: urgentGroups, lettings: total });
    expect(result.exact).toBe("147/578");
    expect(result.value).toBe(expected["urgentShare"]);
    expect(result.verdict).toBe("missed");
    expect(result.display.nl).toBe("25,4%");
    expect(evaluate("STATUS", { indicator: "URGENTSHARE", value: result.value }).display.nl).toBe("niet gehaald");
  });

  it("computes the regular share, where the annual report states 58.4%", () => {
    const result = evaluate("REGULARSHARE", { regular: counts["regulier"]!, lettings: total });
    expect(result.value).toBe(expected["regularShare"]);
    expect(total - 147 - counts["regulier"]!).toBe(expected["neither"]);
  });
});
