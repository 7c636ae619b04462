// `pa` from start to end, in this process: arguments in, text and exit code out.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ourAddIn } from "@prestatieafspraken/xlsx";
import { ownFolder, pa, template } from "./pa/pa.js";
import { bookParts, fileOf, row } from "./workbooks/book.js";

const file = ownFolder();
const folder = file("");
const evaluated = async (formula: string, ...more: string[]) =>
  JSON.parse((await pa("eval", formula, ...more, "--json")).out) as {
    value: number | null;
    exact: string | null;
    display: string;
    explanation: string;
    error: { code: string; message: string } | null;
  };

beforeAll(async () => {
  await template(file("sample.xlsx"), "--sample");
  await template(file("clean.xlsx"), "--sample", "--clean");
  await template(file("empty.xlsx"));
});

describe("pa check", () => {
  it("finds nothing wrong in the clean sample", async () => {
    const { code, out } = await pa("check", file("clean.xlsx"), "--json");
    const { ok, counts } = JSON.parse(out) as { ok: boolean; counts: Record<string, number> };
    expect([code, ok, counts["error"], counts["warning"]]).toEqual([0, true, 0, 0]);
  });

  it("reports the place, problem and remedy of every mistake in the sample, and exits with 1", async () => {
    const { code, out } = await pa("check", file("sample.xlsx"), "--json");
    const { ok, counts, issues } = JSON.parse(out) as {
      ok: boolean;
      counts: Record<string, number>;
      issues: Record<string, unknown>[];
    };
    expect([code, ok]).toEqual([1, false]);
    expect(counts["error"]).toBe(issues.filter(({ severity }) => severity === "error").length);
    for (const issue of issues) {
      expect(Object.keys(issue)).toEqual(
        expect.arrayContaining(["rule", "severity", "table", "sheet", "cell", "field", "row", "message", "fix"]),
      );
      expect(issue["message"]).not.toBe("");
      expect(issue["fix"]).not.toBe("");
    }
    expect(issues).toContainEqual(
      expect.objectContaining({ rule: "PA-201", table: "PA_Nieuwbouw", sheet: "Nieuwbouw" }),
    );
  });

  it("marks a copy and leaves the workbook unchanged; checking the copy gives the same findings", async () => {
    const before = readFileSync(file("sample.xlsx"));
    await pa("check", file("sample.xlsx"), "--mark", file("marked.xlsx"));
    expect(readFileSync(file("sample.xlsx")).equals(before)).toBe(true);
    const [one, two] = [
      await pa("check", file("sample.xlsx"), "--json"),
      await pa("check", file("marked.xlsx"), "--json"),
    ];
    expect(two.out).toBe(one.out.replace("sample.xlsx", "marked.xlsx"));
  });

  it("speaks English when asked", async () => {
    expect((await pa("check", file("sample.xlsx"), "--lang", "en")).out).toMatch(/\d+ errors, \d+ warnings/);
  });

  it.each([
    ["a file that is not there", () => file("nergens.xlsx"), /niet gevonden/],
    ["a text file", () => (writeFileSync(file("tekst.xlsx"), "Kwartaal;Aantal\n"), file("tekst.xlsx")), /geen werkmap/],
    ["an empty file", () => (writeFileSync(file("leeg.xlsx"), ""), file("leeg.xlsx")), /leeg/],
    [
      "a cut-off file",
      () => (writeFileSync(file("half.xlsx"), readFileSync(file("clean.xlsx")).subarray(0, 9000)), file("half.xlsx")),
      /^half\.xlsx: .*beschadigd/,
    ],
  ])("refuses %s with one sentence and exits with 2", async (_, path, sentence) => {
    const { code, out, err } = await pa("check", path());
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(sentence);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it.each([
    [
      ["report", "x.xlsx", "--format", "pdf"],
      "'pdf' kan niet bij --format. Kies uit: text, json, html, docx, csv, md.\n",
    ],
    [["limits", "abc"], "'abc' is geen jaartal. Schrijf bijvoorbeeld 2026.\n"],
    [["agreement"], "Wat wilt u met de afspraken? Kies new, check, convert of list.\n"],
  ])("names the problem in one sentence: pa %j", async (words, sentence) => {
    expect(await pa(...words, "--lang", "nl")).toMatchObject({ code: 2, out: "", err: sentence });
  });

  it("refuses an unknown party and quarter", async () => {
    expect((await pa("check", file("clean.xlsx"), "--party", "Vestia")).err).toContain("geen partij");
    expect((await pa("check", file("clean.xlsx"), "--quarter", "zomer")).code).toBe(2);
  });
});

describe("pa report", () => {
  it("reports every indicator and every commitment, with a receipt", async () => {
    const { code, out } = await pa("report", file("clean.xlsx"), "--format", "json");
    const report = JSON.parse(out) as {
      agreement: unknown;
      quarter: string;
      generatedFor: string;
      results: Record<string, unknown>[];
      commitments: { article: string; period: string | null }[];
      receipt: Record<string, unknown>;
    };
    expect(code).toBe(0);
    expect(report.quarter).toBe("2026-Q3");
    for (const line of report.results) {
      expect(Object.keys(line)).toEqual(
        expect.arrayContaining([
          "indicator",
          "scope",
          "value",
          "exact",
          "unit",
          "display",
          "norm",
          "verdict",
          "reason",
          "explanation",
          "source",
        ]),
      );
      expect(["met", "on-track", "attention", "missed", "direction", "unknown", "no-norm"]).toContain(line["verdict"]);
      expect(line["value"] === null).toBe(line["exact"] === null);
    }
    const articles = report.commitments.map(({ article }) => article);
    // One line per commitment, and one per due date of a recurring duty.
    const lines = report.commitments.map(({ article, period }) => `${article} ${period ?? ""}`);
    expect(new Set(lines).size).toBe(lines.length);
    for (let number = 1; number <= 46; number += 1)
      expect(articles.some((article) => article.replace(/[a-z]$/, "") === String(number))).toBe(true);
    const remaining = report.results.find(({ indicator }) => indicator === "REMAININGNEED") as {
      norm: { agreed: number };
    };
    expect(remaining.norm.agreed).toBe(1200);
    expect(JSON.stringify(report.receipt)).toMatch(/[0-9a-f]{64}/);
  });

  it("gives the same file twice", async () => {
    expect((await pa("report", file("clean.xlsx"), "--format", "json")).out).toBe(
      (await pa("report", file("clean.xlsx"), "--json")).out,
    );
  });

  it("gives the same numbers in Dutch and English", async () => {
    type Shape = { results: { indicator: string; exact: string | null; verdict: string }[] };
    const [nl, en] = await Promise.all(
      ["nl", "en"].map(
        async (lang) =>
          (JSON.parse((await pa("report", file("sample.xlsx"), "--json", "--lang", lang)).out) as Shape).results,
      ),
    );
    expect(en!.map(({ indicator, exact, verdict }) => [indicator, exact, verdict])).toEqual(
      nl!.map(({ indicator, exact, verdict }) => [indicator, exact, verdict]),
    );
  });

  it.each(["text", "html", "csv", "md"])("as %s", async (format) => {
    const { code, out } = await pa("report", file("clean.xlsx"), "--format", format);
    expect(code).toBe(0);
    expect(out).toContain("Aandeel sociale huur in de voorraad");
    expect(out).not.toMatch(/undefined|NaN|\[object/);
    if (format === "html") expect(out).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)[^"]*\.(?:js|css)/);
  });

  it("writes a complete file or none", async () => {
    await pa("report", file("clean.xlsx"), "--format", "html", "-o", file("rapport.html"));
    expect(readFileSync(file("rapport.html"), "utf8")).toMatch(/<\/html>\s*$/);
    expect((await pa("report", file("clean.xlsx"), "-o", join(folder, "geen", "map.txt"))).code).toBe(2);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("an input workbook", () => {
  it.each([
    ["check", ["--mark"]],
    ["report", ["--json", "-o"]],
    ["merge", []],
  ])("is not overwritten by pa %s", async (command, more) => {
    const handedIn = file(`in-${command}.xlsx`);
    writeFileSync(handedIn, readFileSync(file("sample.xlsx")));
    const words = command === "merge" ? [command, file("clean.xlsx"), handedIn, "-o"] : [command, handedIn, ...more];
    const { code, err } = await pa(...words, join(folder, ".", `in-${command}.xlsx`), "--lang", "nl");
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^[^\n]*blijft zoals hij is\. Kies een andere naam[^\n]*\n$/),
    ]);
    expect(readFileSync(handedIn).equals(readFileSync(file("sample.xlsx")))).toBe(true);
  });

  it("may be extended as the first workbook of a merge", async () => {
    writeFileSync(file("monitor.xlsx"), readFileSync(file("clean.xlsx")));
    const { code } = await pa("merge", file("monitor.xlsx"), file("clean.xlsx"), "-o", file("monitor.xlsx"));
    expect(code).toBe(0);
  });
});

describe("pa template", () => {
  it("names the add-in of the manifest, so that Excel knows which one provides the functions", async () => {
    const manifest = readFileSync(new URL("../manifest.xml", import.meta.url), "utf8");
    expect([ourAddIn.id, ourAddIn.version]).toEqual([
      /<Id>(.*?)</.exec(manifest)?.[1],
      /<Version>(.*?)</.exec(manifest)?.[1],
    ]);
  });
});

describe("a workbook written to an existing file", () => {
  it("keeps the existing file next to it each time it differs, and not if it is equal or empty", async () => {
    const path = file("return.xlsx");
    const place = (name: string) => readFileSync(file(name), "utf8");
    writeFileSync(path, "");
    expect((await pa("template", path)).out).not.toContain("bewaard als");
    expect((await pa("template", path)).out).not.toContain("bewaard als");
    writeFileSync(path, "three months of work");
    expect((await pa("template", path)).out).toContain(`bewaard als: ${file("return.vorige.xlsx")}`);
    expect(place("return.vorige.xlsx")).toBe("three months of work");
    writeFileSync(path, "another day");
    const { out } = await pa("merge", file("clean.xlsx"), file("clean.xlsx"), "-o", path);
    expect(out).toContain(`bewaard als: ${file("return.vorige-2.xlsx")}`);
    expect([place("return.vorige.xlsx"), place("return.vorige-2.xlsx")]).toEqual([
      "three months of work",
      "another day",
    ]);
  });
});

describe("pa merge", () => {
  it("reports that merging a return twice changes nothing", async () => {
    const { code, out } = await pa("merge", file("clean.xlsx"), file("clean.xlsx"), "-o", file("twice.xlsx"));
    expect(code).toBe(0);
    expect(out).toContain("niets veranderd");
    expect(readFileSync(file("twice.xlsx")).equals(readFileSync(file("clean.xlsx")))).toBe(true);
  });

  it("reads a list as the pane does: one that names no quarter is about the quarter of the first workbook", async () => {
    writeFileSync(
      file("Bezit.csv"),
      "Corporatie;Segment;Beginstand;Nieuw;Verkoop;Eindstand\r\nWYwonen;sociaal;1671;6;0;1677\r\n",
    );
    const words = [file("empty.xlsx"), file("Bezit.csv"), "--table", "PA_Voorraad", "-o", file("bezit.xlsx")];
    const { code, out } = await pa("merge", ...words);
    expect(code).toBe(0);
    expect(out).toContain("1 rij toegevoegd");
    // The template without a quarter of its own is about the last one that has ended on this day.
    expect(out).toContain("Er staat geen kwartaal in; gelezen als het derde kwartaal 2026.");
  });

  it("says what only a file shows, before its rows are taken over", async () => {
    const lettings = ["Kwartaal", "Verhuurder", "Categorie", "Aantal"];
    const parts = bookParts({
      sheets: [
        {
          name: "Toewijzingen",
          xml: [
            row(1, lettings),
            row(2, ["2026-Q3", "WYwonen", "regulier", 10]).replace("<row ", '<row hidden="1" '),
            row(3, ["let op: voorlopig"]),
            row(4, ["2026-Q3", "WYwonen", "urgent", 2]),
          ].join(""),
        },
        { name: "Voorraad", xml: row(1, ["Kwartaal"]) + row(2, ["2026-Q3"]) },
      ],
    });
    const list = String(parts["xl/workbook.xml"]).replace(/<sheet name="Voorraad"[^>]*>/, "");
    writeFileSync(file("eigen.xlsx"), fileOf({ ...parts, "xl/workbook.xml": list }));
    const { code, out, err } = await pa("merge", file("empty.xlsx"), file("eigen.xlsx"), "-o", file("met.xlsx"));
    expect(code).toBe(0);
    expect(out).toContain("Toewijzingen A2: In Toewijzingen is 1 rij verborgen (rij 2).");
    expect(err).toContain("Toewijzingen A3: Rij 3 van Toewijzingen bevat alleen tekst ('let op: voorlopig')");
    expect(err).toContain("In het bestand zit een blad dat niet in de lijst van bladen staat. Het is niet gelezen.");
  });

  it("reports a contradiction, keeps the first value, and exits with 1", async () => {
    const { code, err } = await pa("merge", file("clean.xlsx"), file("sample.xlsx"), "-o", file("both.xlsx"));
    expect(code).toBe(1);
    expect(err).toMatch(/Toewijzingen|Nieuwbouw|Voorraad|Labels.*, .+tegenover/);
    expect(JSON.parse((await pa("report", file("both.xlsx"), "--json")).out)).toBeTruthy();
  });

  it("names the file a value came from, and where it stands now, though all were added to an empty template", async () => {
    const files = ["empty.xlsx", "clean.xlsx", "sample.xlsx"].map(file);
    const { code, err } = await pa("merge", ...files, "-o", file("three.xlsx"));
    expect(code).toBe(1);
    expect(err).toMatch(/\(clean\.xlsx, nu in three\.xlsx, \w+ [A-Z]+\d+\) tegenover “[^”]*” \(sample\.xlsx, /);
    expect(err).not.toContain("(empty.xlsx, ");
  });
});

describe("another municipality", () => {
  it("gets its own articles as sources, or its agreement's title if it has none; never those of Oegstgeest", async () => {
    const path = file("elsewhere.xlsx");
    await pa("template", "--agreement", "voorbeeldstad-2026-2029", path);
    const { results } = JSON.parse((await pa("report", path, "--json")).out) as { results: { source: string }[] };
    expect(results.length).toBeGreaterThan(10);
    for (const { source } of results)
      expect(source).toMatch(/^Prestatieafspraken Voorbeeldstad 2026-2029 \(fictief\)(?:, art\. \d+)?$/);
  });

  it("gets an explanation of its own indicator", async () => {
    const { out } = await pa("eval", '=PA.EXPLAIN("houtbouwshare")', file("elsewhere.xlsx"));
    expect(out).toContain("Aandeel houtbouw");
  });
});

describe("pa eval", () => {
  it.each([
    ["=PA.SOCIALSHARE(55;660)", "1/12"],
    ["=PA.SOCIALSHARE(55,660)", "1/12"],
    ["=_xldudf_PA_SOCIALSHARE(55,660)", "1/12"],
    ["=PA.REMAININGNEED(1651;561)", "1090/1"],
    ["=PA.REMAININGNEED({444;248};{55;40})", "597/1"],
    ["=PA.SOCIALTARGET(1200;0,3)", "360/1"],
    ["=PA.SOCIALTARGET(1090,0.3)", "327/1"],
    ["=PA.STUDENTTARGET(121)", "97/1"],
    ["=PA.URGENTROOM(17;84)", "4/1"],
    ["=PA.GROWTHFACTOR(16%;30%;40%)", "12/5"],
    ["=PA.LABELPACE(180;DATE(2026;9;30);DATE(2028;12;31))", "80/1"],
    ['=PA.LABELPACE(180;"2026-Q3")', "80/1"],
    ["=PA.RENTLIMIT(2026)", "2491/5"],
    ["=PA.HOUSINGNEED()", "1651/1"],
    ['=PA.NORM("URGENTSHARE")', "1/4"],
    ["=pa.statusholdertask(10000;25000;17600000)", "15/1"],
  ])("%s is %s", async (formula, exact) => {
    expect(await evaluated(formula)).toMatchObject({ exact, error: null });
  });

  it("answers in words", async () => {
    expect((await evaluated('=PA.STATUS("URGENTSHARE";21/84)')).display).toBe("gehaald");
    expect((await evaluated('=PA.STATUS("URGENTSHARE",22/84)')).display).toBe("niet gehaald");
    expect((await evaluated('=PA.QUARTER("3e kwartaal 2026")')).display).toBe("2026-Q3");
    expect((await evaluated("=PA.URGENTSHARE(21;84)")).explanation).toContain("signaal");
    expect((await evaluated("=PA.URGENTSHARE(16;80)")).explanation).not.toContain("signaal");
  });

  it("reports unknown values and errors", async () => {
    expect(await evaluated("=PA.GROWTHFACTOR(16%;30%;30%)")).toMatchObject({ value: null, error: { code: "#N/A" } });
    expect((await evaluated("=PA.RENTLIMIT(2099)")).error?.message).toContain("2099");
    expect((await evaluated('=PA.SOCIALSHARE("ca. 55";660)')).error).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("ca. 55") as string,
    });
    expect((await pa("eval", "=PA.RENTLIMIT(2099)")).code).toBe(1);
  });

  it("nests built-in functions, in Dutch and English", async () => {
    expect((await evaluated("=ROUND(PA.SOCIALSHARE(55,660)*100,1)")).value).toBe(8.3);
    expect((await evaluated("=AFRONDEN(PA.SOCIALSHARE(55;660)*100;1)")).value).toBe(8.3);
  });

  it("answers live from a workbook", async () => {
    const { value } = await evaluated("=PA.SOCIALSHARE()", file("clean.xlsx"));
    const { results } = JSON.parse((await pa("report", file("clean.xlsx"), "--json")).out) as {
      results: { indicator: string; value: number }[];
    };
    expect(value).toBe(results.find(({ indicator }) => indicator === "SOCIALSHARE")!.value);
  });
});

describe("pa limits and pa agreement", () => {
  it("shows limits with their source and refuses an unknown year", async () => {
    expect((await pa("limits", "2026")).out).toContain("498,20");
    expect(await pa("limits", "2099")).toMatchObject({ code: 2, err: expect.stringContaining("2099") as string });
  });

  it("explains a mistake in an agreement file", async () => {
    const good = readFileSync(
      new URL("../packages/agreements/data/oegstgeest/2025-2028.json", import.meta.url),
      "utf8",
    );
    writeFileSync(file("goed.json"), good);
    writeFileSync(file("fout.json"), good.replace('"URGENTSHARE"', '"URGENTSHAR"'));
    expect((await pa("agreement", "check", file("goed.json"))).code).toBe(0);
    const { code, out } = await pa("agreement", "check", file("fout.json"));
    expect(code).toBe(1);
    expect(out).toContain("URGENTSHARE");
  });
});

describe("pa", () => {
  it("shows help in Dutch and English, and corrects a mistyped command", async () => {
    expect((await pa("--help", "--lang", "nl")).out).toContain("Gebruik: pa [opties] [opdracht]");
    expect((await pa("--help", "--lang", "en")).out).toContain("Usage: pa");
    expect(await pa("chek")).toMatchObject({ code: 2, err: expect.stringContaining("Onbekende opdracht") as string });
    expect(await pa("check")).toMatchObject({ code: 2 });
  });

  it("treats the empty template as a return with everything to be filled in", async () => {
    const { code, out } = await pa("check", file("empty.xlsx"), "--json");
    const { counts } = JSON.parse(out) as { counts: Record<string, number> };
    expect(code).toBeLessThan(2);
    expect(counts["error"]).toBeLessThan(12);
    expect((await pa("report", file("empty.xlsx"))).code).toBe(0);
  });
});
