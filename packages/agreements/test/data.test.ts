import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { referenceAgreement, units } from "@prestatieafspraken/indicators";
import { agreement, agreements, checkAgreement, checkLimits, limits } from "../src/index.js";
import { agreementSchema } from "../src/data.generated.js";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const lawYears = readdirSync(new URL("../data/law", import.meta.url)).flatMap(
  (name) => /^(\d{4})\.json$/.exec(name)?.[1] ?? [],
);
const oegstgeest = agreement("oegstgeest-2025-2028")!;
const voorbeeldstad = agreement("voorbeeldstad-2026-2029")!;
const norm = (id: string) => oegstgeest.norms.find((each) => each.id === id)!;

/** Every object in the data, with its path. */
function* objects(value: unknown, path = ""): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [key, child] of Object.entries(value)) yield* objects(child, `${path}/${key}`);
}

describe("published data", () => {
  it.each(["oegstgeest/2025-2028", "voorbeeldstad/2026-2029", "haarlemmermeer/2024-2027", "amsterdam/2024-2027"])(
    "%s passes schema and check",
    async (path) => {
      expect((await checkAgreement(read(`data/${path}.json`))).problems).toEqual([]);
    },
  );

  it.each(lawYears)("limits of %s: passes schema and check, and is about the year it is named after", (year) => {
    const { problems, file } = checkLimits(read(`data/law/${year}.json`));
    expect(problems).toEqual([]);
    expect(`${file?.year}`).toBe(year);
  });

  it("every figure has its source and is the printed text, not a number", () => {
    for (const [path, object] of [...objects(agreements), ...objects(limits)])
      if ("value" in object && !path.includes("/choices/")) {
        expect(object, path).toHaveProperty("source.title");
        expect(object.value, path).toMatch(/^-?\d+(\.\d+)?$/);
      }
  });

  it("starts with the agreement that is used where nobody says which, whatever a later municipality is called", () => {
    expect(agreements[0]?.id).toBe(referenceAgreement.id);
  });

  it("the schema knows the units of the library", () => {
    const defs = agreementSchema.$defs as Record<string, { enum?: string[] }>;
    expect(defs.unit!.enum).toEqual(Object.keys(units));
  });

  it("finds an agreement by id and by path, and says so when there is none", () => {
    expect(agreement("oegstgeest/2025-2028")).toBe(oegstgeest);
    expect(agreement("Leiden")).toBeUndefined();
  });
});

describe("Oegstgeest 2025-2028", () => {
  it("has all 46 articles, each once; those that promise several things in parts", () => {
    const numbered = oegstgeest.commitments.map(({ article }) => article).filter((article) => /^\d/.test(article));
    const parts: Record<string, string[]> = {
      9: ["9", "9b"],
      11: ["11", "11a", "11b"],
      13: ["13a", "13b"],
      19: ["19a", "19b", "19c", "19d"],
      38: ["38", "38b"],
      40: ["40", "40b"],
    };
    const expected = Array.from({ length: 46 }, (_, i) => parts[i + 1] ?? [`${i + 1}`]).flat();
    expect(numbered).toEqual(expected);
  });

  // The figures as printed in the agreement (page and article in `source`).
  it.each([
    ["TD-BES-2", "NEWBUILDSHARE", ">=", "0.30", "hard"],
    ["TD-BES-3", "SOCIALTARGET", ">=", "360", "hard"],
    ["TD-BES-4", "OUTFLOWSHARE", ">=", "0.20", "hard"],
    ["EIND-1", "SOCIALSHARE", ">=", "0.30", "long-term"],
    ["ART-5", "STUDENTSHARE", ">=", "0.80", "hard"],
    ["ART-9-URGENT", "URGENTSHARE", "<=", "0.25", "effort"],
    ["ART-9-REGULAR", "REGULARSHARE", ">=", "0.75", "effort"],
    ["ART-13", "STOCKCHANGE", ">=", "0", "hard"],
    ["ART-19-EFG", "LABELSHARE", "<=", "0", "hard"],
    ["ART-19-VERBETERD", "LABELSVERBETERD", ">=", "50", "approximate"],
  ])("%s: %s %s %s (%s)", (id, indicator, comparator, value, strength) => {
    expect(norm(id)).toMatchObject({ indicator, comparator, value, strength });
  });

  it("has no other norms than these ten", () => expect(oegstgeest.norms).toHaveLength(10));

  it("judges new build over the whole term, and articles 9 and 19a for each corporation they name", () => {
    expect(["TD-BES-2", "TD-BES-3", "TD-BES-4"].map((id) => norm(id).period)).toEqual(["term", "term", "term"]);
    expect(norm("ART-9-URGENT").parties).toEqual(["wywonen", "portaal"]);
    expect(norm("ART-19-EFG").parties).toEqual(["wywonen", "portaal", "duwo"]);
  });

  it("keeps 'streven' in the title of what is strived for", () => {
    const titles = oegstgeest.commitments.filter(({ article }) => ["9", "TD-BES-5"].includes(article));
    expect(titles.map(({ title }) => title.nl.startsWith("Streven"))).toEqual([true, true]);
  });

  it("asks for the talk of article 9 only after its signal", () => {
    expect(oegstgeest.commitments.find(({ article }) => article === "9b")).toMatchObject({
      kind: "dated",
      signalOf: "ART-9-URGENT",
    });
  });

  it("starts the talk above 20 percent, the labels at the end of 2028, the stock share at 16 percent", () => {
    expect(norm("ART-9-URGENT").signal).toBe("0.20");
    expect(norm("ART-19-EFG").deadline).toBe("2028-12-31");
    expect(norm("EIND-1").baseline).toBe("0.16");
    expect(norm("EIND-1").deadline).toBeUndefined();
  });

  it("keeps what the text says beside what the arithmetic gives", () => {
    const figures = Object.fromEntries(Object.entries(oegstgeest.figures).map(([id, { value }]) => [id, value]));
    expect(figures).toEqual({
      need: "1651",
      realisedAtStart: "561",
      agreedRemaining: "1200",
      improvementsPerYear: "50",
    });
    const pairs = oegstgeest.tensions.map(({ indicator, agreed, computed }) => [indicator, agreed, computed]);
    expect(pairs).toEqual([
      ["REMAININGNEED", "1200", String(1651 - 561)],
      ["SOCIALTARGET", "360", "327"], // 30% of 1,200 and of 1,090
    ]);
  });

  it("names the days and meetings that were agreed", () => {
    const of = (article: string) => oegstgeest.commitments.find((each) => each.article === article)!;
    expect(["7", "18", "24", "32"].map((article) => of(article).due)).toEqual([
      "2026-12-31",
      "2026-12-31",
      "2025-12-31",
      "2026-12-31",
    ]);
    expect(["38", "39", "40", "41"].map((article) => of(article).meetings?.perYear)).toEqual([2, 4, 4, 2]);
    expect(of("40").meetings?.attendance).toEqual({
      gemeente: [1, 2, 3, 4],
      wywonen: [1, 2, 3, 4],
      portaal: [1, 3],
      duwo: [1, 3],
      shm: [1, 3],
      hbv: [1, 3],
      bres: [1, 3],
    });
    expect(of("41").meetings?.months).toEqual([11]);
    expect([of("11").recurs, of("46").recurs]).toEqual([{ quarter: 1 }, { quarter: 1 }]);
  });

  it("leaves the Huurdersbelangenvereniging out of article 15 only", () => {
    const without = oegstgeest.commitments.filter(({ withoutConsent }) => withoutConsent);
    expect(without.map(({ article, withoutConsent }) => [article, withoutConsent])).toEqual([["15", ["hbv"]]]);
  });

  it("knows the seven parties, also by the names from before the merger", () => {
    expect(oegstgeest.parties.map(({ id }) => id)).toEqual([
      "gemeente",
      "wywonen",
      "portaal",
      "duwo",
      "shm",
      "hbv",
      "bres",
    ]);
    const wywonen = oegstgeest.parties.find(({ id }) => id === "wywonen")!;
    expect(wywonen.aliases).toEqual(expect.arrayContaining(["MeerWonen", "Stichting MeerWonen", "HaBeKo"]));
  });

  it("gives every definition choice a default that is one of its choices", () => {
    const named = oegstgeest.parameters.map(({ name }) => name);
    expect(named).toEqual(
      expect.arrayContaining([
        "Noemer toewijzing",
        "Huurbegrip",
        "Randwaarde kwaliteitskorting",
        "Studenten tellen",
        "Flex telt",
      ]),
    );
    const students = oegstgeest.parameters.find(({ name }) => name === "Studenten tellen")!;
    expect([students.default, students.choices?.map(({ value }) => value)]).toEqual([
      "geen",
      ["geen", "teller", "noemer", "beide"],
    ]);
  });
});

describe("Voorbeeldstad", () => {
  it("says it is fictitious, and differs in norms, parties and an own indicator", () => {
    expect(voorbeeldstad.title.nl).toContain("(fictief)");
    expect(voorbeeldstad.norms.find(({ indicator }) => indicator === "NEWBUILDSHARE")?.value).toBe("0.35");
    expect(voorbeeldstad.norms.find(({ indicator }) => indicator === "URGENTSHARE")?.value).toBe("0.28");
    expect(voorbeeldstad.indicators.map(({ id, expression }) => [id, expression])).toEqual([
      ["HOUTBOUWSHARE", "hout / totaal"],
    ]);
  });

  it("changes one norm half-way: on every day precisely one version holds", () => {
    const versions = voorbeeldstad.norms.filter(({ indicator }) => indicator === "OUTFLOWSHARE");
    const on = (day: string) =>
      versions.filter(({ from, until }) => (from ?? day) <= day && day <= (until ?? day)).map(({ value }) => value);
    expect([on("2027-12-31"), on("2028-01-01")]).toEqual([["0.15"], ["0.20"]]);
  });
});

describe("limits of the law", () => {
  const limit = (id: string, year: number) =>
    limits.find((series) => series.id === id)!.values.find((value) => value.year === year)?.value;

  // Staatscourant 2025, 39783 (amounts from 1 January 2026).
  it.each([
    ["kwaliteitskorting", "498.20"],
    ["aftopping-laag", "713.02"],
    ["aftopping-hoog", "764.14"],
    ["liberalisatie", "932.93"],
    ["middenhuur", "1228.07"],
  ])("%s 2026 is %s", (id, value) => expect(limit(id, 2026)).toBe(value));

  it("2022 equals 2021 for the three lower limits, but not for liberalisation", () => {
    for (const id of ["kwaliteitskorting", "aftopping-laag", "aftopping-hoog"])
      expect(limit(id, 2022)).toBe(limit(id, 2021));
    expect([limit("liberalisatie", 2021), limit("liberalisatie", 2022)]).toEqual(["752.33", "763.47"]);
  });

  it("has every year from 2019 on for the four limits of the rent allowance, from 2025 on for mid-market rent and incomes, without a gap", () => {
    const last = Number(lawYears.at(-1));
    for (const { id, values } of limits) {
      const first = id === "middenhuur" || id.startsWith("passend-") ? 2025 : 2019;
      expect(
        values.map(({ year }) => year),
        id,
      ).toEqual(Array.from({ length: last - first + 1 }, (_, i) => first + i));
    }
  });

  // Rijksoverheid, 25-11-2025, and the announcement for 2025: suitable letting is judged by these incomes.
  it.each([
    ["passend-eenpersoons", "28375.00", "29400.00"],
    ["passend-meerpersoons", "38500.00", "39925.00"],
    ["passend-eenpersoons-ouderen", "27775.00", "28775.00"],
    ["passend-meerpersoons-ouderen", "37350.00", "38650.00"],
  ])("%s is %s in 2025 and %s in 2026", (id, before, now) => {
    expect([limit(id, 2025), limit(id, 2026)]).toEqual([before, now]);
    expect(limits.find((series) => series.id === id)!.unverified?.map(({ year }) => year)).toEqual([2024]);
  });

  it("names the mid-market limit of 2024 as unverified and does not hold a figure for it", () => {
    expect(limits.find(({ id }) => id === "middenhuur")!.unverified?.map(({ year }) => year)).toEqual([2024]);
  });
});
