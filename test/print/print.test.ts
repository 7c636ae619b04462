// The printed report of the sample workbook: all formats agree, and add nothing to the report.
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { articleNumber, evaluateNamed, normWords, verdictText } from "@prestatieafspraken/indicators";
import {
  distance,
  mailText,
  meeting,
  printCsv,
  printHtml,
  printMarkdown,
  printWord,
  printYearly,
  reminderText,
  yearly,
} from "@prestatieafspraken/print";
import { mainLines, notReceived, read, report, validate, type Issue, type Report } from "@prestatieafspraken/quarterly";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { printText } from "../../packages/cli/src/print/text.js";

let made: Report;
let issues: readonly Issue[];

beforeAll(async () => {
  const bytes = await makeTemplate({ agreement: agreements[0]!, agreements, sample: "with-errors" });
  const ret = await read(openXlsx(bytes), { agreements });
  made = await report(ret);
  issues = validate(ret);
});

const html = (full: boolean): string => printHtml({ report: made, issues, language: "nl", full, frozen: null });
const textOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

describe("the two meeting pages", () => {
  it("count exactly the judged norms", () => {
    const { tiles } = meeting(made);
    const lines = mainLines(made).filter(({ norm }) => norm !== null && norm.comparator !== null);
    expect(tiles.map(({ line }) => line.indicator).sort()).toEqual(lines.map(({ indicator }) => indicator).sort());
    for (const tile of tiles) expect(tile.word).toEqual(verdictText(tile.line));
  });

  it("begin with what needs discussion", () => {
    const order = ["missed", "attention", "unknown", "direction", "on-track", "met"];
    const places = meeting(made).tiles.map(({ verdict }) => order.indexOf(verdict));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("name an article by its number, and a goal without one by where it stands, never by our code", async () => {
    const bytes = await makeTemplate({ agreement: agreements[0]!, agreements, sample: "clean" });
    const { talk, ahead } = meeting(await report(await read(openXlsx(bytes), { agreements })));
    const heads = talk.map(({ head }) => head.nl);
    expect(heads).toContain("Tussendoel Beschikbaarheid");
    expect(heads).toContain("Artikel 32");
    const code = /\b(?:TD|EIND)-/;
    expect([...talk, ...ahead].filter(({ head, text }) => code.test(`${head.nl} ${text.nl}`))).toEqual([]);
  });

  it("name every signal and every breach, also of one party", () => {
    const told = meeting(made)
      .talk.map(({ head, text }) => `${head.nl} ${text.nl}`)
      .join("\n");
    for (const line of made.results)
      if (
        line.scope.period !== "quarter" &&
        line.norm &&
        line.role === "judged" &&
        ["missed", "attention"].includes(line.verdict)
      )
        expect(told).toContain(line.scope.partyName ?? line.title.nl);
  });
});

describe("above everything else", () => {
  const sampled = async (sample: "none" | "clean"): Promise<Report> =>
    report(await read(openXlsx(await makeTemplate({ agreement: agreements[0]!, sample })), { agreements }));

  it("an empty return says what was not received, and who delivered what", async () => {
    const empty = await sampled("none");
    const { notReady, delivered, fictitious } = meeting(empty);
    expect(notReady[0]).toEqual(notReceived(empty.delivered));
    expect(notReady[0]!.nl).toMatch(/^Nog niet ontvangen: /);
    expect(fictitious).toBe(false);
    // By the agreement, the corporations let homes and the municipality does not (art. 13).
    const column = delivered!.tables.findIndex(({ nl }) => nl === "Toewijzingen");
    const state = (party: string) => delivered!.rows.find((row) => row.party === party)!.cells[column]?.state;
    expect([state("Portaal"), state("WYwonen")]).toEqual(["missing", "missing"]);
    expect(state("Gemeente Oegstgeest")).toBeUndefined();
    for (const of of [
      textOf(printHtml({ report: empty, issues: [], language: "nl", frozen: null })),
      printMarkdown(empty, "nl"),
      mailText(empty, "nl"),
    ])
      expect(of.replace(/\\/g, "")).toContain(notReady[0]!.nl);
  });

  it("says why a figure inside its norm needs attention: one plan of art. 5 below it, hidden in the total", async () => {
    const workbook = openXlsx(await makeTemplate({ agreement: agreements[0]!, agreements, sample: "clean" }));
    const table = (await workbook.tables()).find(({ name }) => name === "PA_Studenten")!;
    const column = (header: string): string =>
      String.fromCharCode(64 + table.firstColumn + table.headers.indexOf(header));
    // 121 units: two of a second plan above the limit, the others under it.
    await workbook.change(
      Array.from({ length: 121 }, (_, at) => table.headerRow + 1 + at).flatMap((row, at) => [
        { sheet: table.sheet, cell: `${column("Kale huur")}${row}`, value: at < 2 ? 600 : 400 },
        ...(at < 2 ? [{ sheet: table.sheet, cell: `${column("Complex")}${row}`, value: "Tweede plan" }] : []),
      ]),
    );
    const { talk } = meeting(await report(await read(workbook, { agreements })));
    const said = talk.find(({ head }) => head.nl.startsWith("Studenteneenheden"))!.text.nl;
    expect(said).toContain("samen 98,3%: aandacht");
    expect(said).toContain("gezamenlijk gehaald; Tweede plan onder de norm");
    // Where a line of the point itself is outside the norm, that is the reason.
    expect(talk.find(({ head }) => head.nl.startsWith("Toewijzingen aan regulier"))!.text.nl).toMatch(
      /ten minste 75%\.$/,
    );
  });

  it("the sample says in every format that its figures are invented; a complete return waits for nothing", async () => {
    const clean = await sampled("clean");
    const told = meeting(clean);
    expect([told.fictitious, told.notReady]).toEqual([true, []]);
    expect(new Set(told.delivered!.rows.flatMap(({ cells }) => cells.map((cell) => cell?.state)))).toEqual(
      new Set(["received", undefined]),
    );
    expect(textOf(printHtml({ report: clean, issues: [], language: "nl", frozen: null }))).toContain(
      "Verzonnen cijfers",
    );
    expect(printMarkdown(clean, "en")).toContain("Invented figures");
    expect(mailText(clean, "en")).toContain("Invented figures");
  });

  it("says of a promise that turned since the freeze its two verdicts, without brackets around nothing", () => {
    const verdict = (nl: string) => ({ exact: null, display: { nl: "", en: "" }, verdict: { nl, en: nl } });
    const promise = {
      indicator: "artikel 9",
      party: null,
      period: "looptijd",
      title: { nl: "Artikel 9", en: "Article 9" },
    };
    const revisions = [{ ...promise, before: verdict("aandacht"), after: verdict("op koers"), turned: true }];
    const frozen = { sheet: "Vastgesteld 2026-Q3", revisions };
    expect(textOf(printHtml({ report: made, issues, language: "nl", full: true, frozen }))).toMatch(
      /Artikel 9:\s+aandacht\s+→\s+op koers/,
    );
  });

  it("a reminder names what a party has not sent, which cells are empty, and what to do", async () => {
    const empty = await sampled("none");
    const text = reminderText(empty, "portaal", "nl")!;
    expect(text).toMatch(/^Beste collega van Portaal,\n/);
    expect(text).toContain("- Toewijzingen: nog niet ontvangen\n");
    expect(text).not.toMatch(/WYwonen|PA_|\d{4}-Q/);
    const clean = await sampled("clean");
    expect(reminderText(clean, "portaal", "nl")).toBeNull();
    const delivered = clean.delivered.map((one) =>
      one.party === "portaal" && one.table === "PA_Voorraad"
        ? { ...one, state: "incomplete" as const, empty: [{ header: "Eindstand", rows: 2 }] }
        : one,
    );
    const half = reminderText({ ...clean, delivered }, "portaal", "nl")!;
    expect(half).toContain("\n- Voorraad en mutaties: nog niet volledig; leeg is Eindstand in 2 rijen\n");
    expect(half).not.toContain("Toewijzingen");
    expect(reminderText({ ...clean, delivered }, "portaal", "en")).toContain("still empty: Eindstand in 2 rows");
  });

  it("errors that block freezing are counted as by the check", () => {
    const { error } = made.issues;
    // The sample with mistakes has several.
    expect(error).toBeGreaterThan(1);
    expect(meeting(made).notReady.at(-1)!.nl).toBe(`Er staan nog ${error} fouten in de opgave.`);
    expect(meeting({ ...made, issues: { ...made.issues, error: 1 } }).notReady.at(-1)!.nl).toBe(
      "Er staat nog 1 fout in de opgave.",
    );
  });

  it("a provisional verdict says so in every format", () => {
    const line = mainLines(made).find(({ provisional, verdict }) => provisional && verdict !== "unknown")!;
    const word = verdictText(line).nl;
    expect(word).toContain("(voorlopig)");
    expect(textOf(html(false))).toContain(word);
    expect(printText(made, "nl", 200).replace(/[\s│]+/g, " ")).toContain("(voorlopig)");
  });
});

describe("a norm in words", () => {
  it.each([
    ["URGENTSHARE", { urgent: 17, lettings: 84 }, "ten hoogste 25%"],
    ["SOCIALSHARE", { social: 1767, homes: 11018 }, "ten minste 30%"],
    ["LABELSHARE", { labels: ["A", "E"], counts: [3, 1] }, "geen meer, eind 2028"],
  ])("%s", (id, args, words) => {
    const { norm, unit } = evaluateNamed(id, args);
    expect(normWords(norm!, unit).nl).toBe(words);
  });
});

describe("the distance to a norm, in homes", () => {
  // By hand: 30% of 1,034 is 310.2, so 311 are needed; 25% of 84 is 21.
  it.each([
    ["NEWBUILDSHARE", { social: 300, homes: 1034, students: 0 }, "nog 11 sociale huurwoningen nodig"],
    ["NEWBUILDSHARE", { social: 311, homes: 1034, students: 0 }, "precies op de norm"],
    ["URGENTSHARE", { urgent: 17, lettings: 84 }, "ruimte voor nog 4"],
    ["URGENTSHARE", { urgent: 21, lettings: 84 }, "precies op de norm"],
    ["URGENTSHARE", { urgent: 23, lettings: 84 }, "2 toewijzingen aan urgente groepen te veel"],
  ])("%s %o", (id, args, words) => {
    expect(distance(evaluateNamed(id, args))?.nl).toBe(words);
  });
});

describe("HTML", () => {
  it("has the two pages, and the annex with every figure, commitment and issue", () => {
    const short = textOf(html(false));
    const full = textOf(html(true));
    expect(full.length).toBeGreaterThan(3 * short.length);
    for (const line of made.commitments) expect(full).toContain(articleNumber(line).nl);
    // As in CONTEXT.md.
    expect(full).toMatch(/Wat de woorden betekenen\s+gehaald\s+De periode is voorbij en de norm is gehaald/);
    for (const { title } of mainLines(made)) expect(full).toContain(title.nl);
    expect(full).toContain(issues[0]!.rule);
  });

  it("contains no script and loads nothing", () => {
    expect(html(true)).toContain("default-src 'none'");
    expect(html(true)).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  it("contains no table names, ISO dates or bracketed plurals in texts", () => {
    const short = textOf(html(false));
    expect(short).not.toMatch(/PA_[A-Z]/);
    expect(short).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(short).not.toMatch(/\w\((?:en|s|n)\)/);
  });
});

describe("Word", () => {
  it("has the same contents in native headings and tables, with a picture and its text for each chart", async () => {
    const asked: string[] = [];
    const png = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]);
    const bytes = await printWord({
      report: made,
      language: "nl",
      full: true,
      rasterize: (svg) => {
        asked.push(svg);
        return Promise.resolve(png);
      },
    });
    const parts = unzipSync(bytes);
    const document = strFromU8(parts["word/document.xml"]!);
    for (const line of made.commitments)
      expect(document).toContain(`>${articleNumber(line).nl.replace("&", "&amp;")}<`);
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(document).toContain("<w:tblHeader/>");
    expect(asked.length).toBeGreaterThan(3);
    expect([...document.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].length).toBe(asked.length);
    expect(strFromU8(parts["word/footer1.xml"]!)).toContain("PAGE");
  });

  it("breaks no word in two: every column has room for its longest word", async () => {
    const documents = [
      await printWord({ report: made, language: "nl", full: true, rasterize: () => Promise.resolve(null) }),
      await printYearly({ report: made, party: "WYwonen", language: "nl" }),
    ].map((bytes) => strFromU8(unzipSync(bytes)["word/document.xml"]!));
    const tight: string[] = [];
    for (const [table] of documents.join("").matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
      const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
      for (const [row] of table.matchAll(/<w:tr>.*?<\/w:tr>/gs))
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].forEach(([cell], column) => {
          for (const [run] of cell.matchAll(/<w:r>.*?<\/w:r>/gs)) {
            const halfPoints = Number(/<w:sz w:val="(\d+)"/.exec(run)?.[1] ?? 19);
            for (const word of (/<w:t[^>]*>([^<]*)</.exec(run)?.[1] ?? "").split(/[\s-]+/)) {
              // A letter of Arial is 0.53 as wide as it is high, on average; a cell has 70 twentieths of a point on both sides.
              const needed = word.length * 0.53 * halfPoints * 10;
              if (needed > columns[column]! - 140) tight.push(word);
            }
          }
        });
    }
    expect(tight).toEqual([]);
  });
});

it("the check number of the receipt stands in every form of the report", async () => {
  const number = `${made.receipt.agreementHash.slice(0, 8)}-${made.receipt.inputHash.slice(0, 8)}`;
  expect(number).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}$/);
  for (const text of [printHtml({ report: made, issues: [], frozen: null, language: "nl" }), printMarkdown(made, "nl")])
    expect(text).toContain(`controlegetal ${number}`);
  expect(printText(made, "en", 150).trimEnd().split("\n").at(-1)).toBe(`check number ${number}`);
  const [head, ...rows] = printCsv(made, "nl").trim().split("\r\n");
  expect(head).toMatch(/;Controlegetal$/);
  for (const row of rows) expect(row.endsWith(`;${number}`)).toBe(true);
  const word = await printWord({ report: made, language: "nl", rasterize: () => Promise.resolve(null) });
  expect(strFromU8(unzipSync(word)["word/footer1.xml"]!)).toContain(`controlegetal ${number}`);
});

describe("CSV, Markdown and mail", () => {
  it("CSV has a row for every figure", () => {
    expect(printCsv(made, "nl").trim().split("\r\n").length).toBe(made.results.length + 1);
  });
  it("Markdown and e-mail have the verdicts of the report", () => {
    const mail = mailText(made, "nl");
    const markdown = printMarkdown(made, "nl");
    for (const tile of meeting(made).tiles) {
      expect(mail).toContain(tile.word.nl);
      expect(markdown).toContain(tile.word.nl);
    }
  });
});

describe("the yearly form of a corporation", () => {
  it("has every commitment it leads, and says what must still be filled in", async () => {
    const told = yearly(made, "WYwonen");
    const led = made.commitments.filter(({ lead }) => lead.includes("WYwonen"));
    expect(told.themes.flatMap(({ rows }) => rows).map(({ article }) => article)).toEqual(
      expect.arrayContaining(led.map(articleNumber)),
    );
    expect(told.lines.every(({ scope }) => scope.partyName === "WYwonen")).toBe(true);
    const parts = unzipSync(await printYearly({ report: made, party: "WYwonen", language: "nl" }));
    expect(strFromU8(parts["word/document.xml"]!)).toContain("Wat WYwonen in 2026 deed met de prestatieafspraken");
  });
});
