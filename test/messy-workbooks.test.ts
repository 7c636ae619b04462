// Workbooks as people and programs leave them behind. What must come out is written by hand from the rules of reading: every figure
// that can be read is read, and what cannot be read is named, never zero and never dropped.
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { applyFixes, read, report, validate, type Issue } from "@prestatieafspraken/quarterly";
import { openWorkbook, openXlsx } from "@prestatieafspraken/xlsx";
import { bookOf, bookParts, fileOf, row, style, tableText, type BookText } from "./workbooks/book.js";

type Cells = Parameters<typeof row>[1];

const lettings = ["Kwartaal", "Verhuurder", "Categorie", "Aantal"];
const first: Cells = ["2026-Q3", "WYwonen", "regulier", 31];
const second: Cells = ["2026-Q3", "Portaal", "urgent", 12];
/** As read: quarter, party, category, number. */
const asRead = [
  ["2026-Q3", "wywonen", "regulier", 31],
  ["2026-Q3", "portaal", "urgent", 12],
];

/** A plain sheet with these rows, from row 1. */
const sheet = (name: string, rows: readonly Cells[], more: Partial<BookText> = {}): Uint8Array =>
  bookOf({ sheets: [{ name, xml: rows.map((cells, i) => row(i + 1, cells)).join("") }], ...more });

/** An Excel table from A1 with these rows; `below` stands under it. */
function inTable(
  name: string,
  header: readonly string[],
  rows: readonly Cells[],
  below: readonly Cells[] = [],
): BookText {
  const last = String.fromCharCode(64 + header.length);
  return {
    sheets: [
      {
        name: "Blad1",
        xml: [header, ...rows, ...below].map((cells, i) => row(i + 1, cells)).join(""),
        tables: [tableText(1, name, `A1:${last}${rows.length + 1}`, header)],
      },
    ],
  };
}

interface Found {
  readonly rows: readonly (readonly unknown[])[];
  readonly issues: readonly Issue[];
  readonly rules: readonly string[];
}

/** Reads, checks and reports, as `pa check` and `pa report` do; the rows of one table by these columns. */
async function found(
  bytes: Uint8Array,
  { name = "opgave.xlsx", table = "PA_Toewijzingen", columns = lettings, as = undefined as string | undefined } = {},
): Promise<Found> {
  const workbook = await openWorkbook(bytes, { name, ...(as !== undefined && { table: as }) });
  const ret = await read(workbook, { agreements, quarter: "2026-Q3" });
  const issues = validate(ret, { day: "2026-10-15" });
  await report(ret);
  const own = ret.tables.get(table);
  const rows = Array.from({ length: own?.length ?? 0 }, (_, i) => columns.map((column) => own!.value(column, i)));
  // What the whole return lacks is not about these rows.
  const about = issues.filter((issue) => issue.table === table && !/^PA-(?:101|112|160|50\d|40[78])$/.test(issue.rule));
  return { rows, issues: about, rules: about.map(({ rule }) => rule) };
}

describe("where the table stands", () => {
  it.each<[string, Uint8Array]>([
    ["on row 1", sheet("Toewijzingen", [lettings, first, second])],
    [
      "below a title and a date",
      sheet("Q3", [["Toewijzingen WYwonen en Portaal"], ["30-9-2026"], lettings, first, second]),
    ],
    [
      "below forty lines of text",
      sheet("Q3", [...Array.from({ length: 40 }, () => ["tekst"]), lettings, first, second]),
    ],
    [
      "below empty rows, beside an empty column",
      sheet("Q3", [[], [], [], [null, ...lettings], [null, ...first], [null, ...second]]),
    ],
    [
      "below a merged title",
      bookOf({
        sheets: [
          {
            name: "Q3",
            xml: `<sheetData>${row(1, ["Toewijzingen derde kwartaal", null, null, null])}${row(2, lettings)}${row(3, first)}${row(4, second)}</sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>`,
          },
        ],
      }),
    ],
    [
      "below a list of remarks",
      sheet("Q3", [["Let op:"], ["cijfers zijn voorlopig"], ["vragen: 071-1234567"], [], lettings, first, second]),
    ],
    [
      "with its columns in another order and one of its own",
      (() => {
        const swap = ([q, p, c, n]: Cells): Cells => [n!, "eigen", c!, p!, q!];
        return sheet("Q3", [swap(lettings).with(1, "Dossier"), swap(first), swap(second)]);
      })(),
    ],
    ["with an empty row between the parties", sheet("Q3", [lettings, first, [], second])],
    [
      "with an empty column without a header in it",
      sheet("Q3", [
        [...lettings.slice(0, 2), null, ...lettings.slice(2)],
        [...first.slice(0, 2), null, ...first.slice(2)],
        [...second.slice(0, 2), null, ...second.slice(2)],
      ]),
    ],
    ["with names in English", sheet("Q3", [["Quarter", "Landlord", "Category", "Number"], first, second])],
    [
      "with spaces in and around its names",
      sheet("Q3", [["Kwartaal ", " Verhuurder", "Categorie\u00a0", "Aantal\u200b"], first, second]),
    ],
    [
      "with names in capitals, a colon and brackets",
      sheet("Q3", [["KWARTAAL", "VERHUURDER:", "categorie", "Aantal (stuks)"], first, second]),
    ],
    ["in an Excel table in small letters", bookOf(inTable("pa_toewijzingen", lettings, [first, second]))],
    ["in an Excel table named after the party", bookOf(inTable("PA_Toewijzingen_WYwonen", lettings, [first, second]))],
    [
      "with a source and a signature below",
      sheet("Q3", [lettings, first, second, [], ["Bron: eigen administratie"], ["Opgesteld door", "J. Jansen"]]),
    ],
    [
      "in an Excel table with a source, a total and a signature below",
      bookOf(
        inTable(
          "PA_Toewijzingen",
          lettings,
          [first, second],
          [
            ["Totaal", null, null, 43],
            [],
            ["Bron:", "eigen administratie"],
            ["Opgesteld door", "J. Jansen", "paraaf", "JJ"],
            ["d.d.", "1-10-2026"],
          ],
        ),
      ),
    ],
  ])("%s", async (_, bytes) => {
    const { rows, issues } = await found(bytes);
    expect(rows).toEqual(asRead);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("beside another table of the return, both are read", async () => {
    const stock: Cells[] = [
      ["Kwartaal", "Verhuurder", "Segment", "Beginstand", "Eindstand"],
      ["2026-Q3", "WYwonen", "sociaal", 1840, 1840],
      ["2026-Q3", "Portaal", "sociaal", 12, 12],
    ];
    const bytes = sheet(
      "Q3",
      [lettings, first, second].map((cells, i) => [...cells, null, ...stock[i]!]),
    );
    expect((await found(bytes)).rows).toEqual(asRead);
    const columns = ["Kwartaal", "Verhuurder", "Segment", "Eindstand"];
    expect((await found(bytes, { table: "PA_Voorraad", columns })).rows).toEqual([
      ["2026-Q3", "wywonen", "sociaal", 1840],
      ["2026-Q3", "portaal", "sociaal", 12],
    ]);
  });

  it("above another table of the return, both are read", async () => {
    const bytes = sheet("Q3", [
      lettings,
      first,
      second,
      [],
      ["Voorraad"],
      ["Kwartaal", "Verhuurder", "Segment", "Beginstand", "Eindstand"],
      ["2026-Q3", "WYwonen", "sociaal", 1840, 1840],
    ]);
    expect((await found(bytes)).rows).toEqual(asRead);
    expect((await found(bytes, { table: "PA_Voorraad", columns: ["Eindstand"] })).rows).toEqual([[1840]]);
  });

  it.each([
    ["an Excel table", bookOf(inTable("PA_Toewijzingen", lettings, [first, lettings, second])), "PA-154"],
    // Two lists on one sheet.
    ["a plain sheet", sheet("Q3", [lettings, first, lettings, second]), "PA-104"],
  ])("with its header again on each page, in %s: told", async (_, bytes, rule) => {
    const { rows, rules } = await found(bytes);
    expect([rows, rules]).toEqual([asRead, [rule]]);
  });

  it("with totals per party: they are left out and told", async () => {
    const { rows, rules } = await found(
      sheet("Q3", [lettings, first, ["Totaal WYwonen", null, null, 31], second, ["Eindtotaal", null, null, 43]]),
    );
    expect([rows, rules]).toEqual([asRead, ["PA-107", "PA-107"]]);
  });

  it("with the party as a heading above its rows: the headings are told, each once", async () => {
    const { rows, rules } = await found(sheet("Q3", [lettings, ["WYwonen"], first, ["Portaal"], second]));
    expect([rows, rules]).toEqual([asRead, ["PA-158", "PA-158"]]);
  });

  it("with a row of units below its header: that row is told once", async () => {
    for (const what of [
      ["jjjj-Qk", null, null, "(aantal)"],
      ["jjjj-Qk", "naam", "keuze", "getal"],
    ]) {
      const { rows, rules } = await found(sheet("Q3", [lettings, what, first, second]));
      expect([rows, rules]).toEqual([asRead, ["PA-158"]]);
    }
  });

  it.each([
    ["the quarter in the first row only", [first, [null, ...second.slice(1)]], "A3"],
    ["merged cells for the quarter", [first, [null, ...second.slice(1)]], "A3"],
  ])("with %s: one fix fills it in", async (how, rows, cell) => {
    const merged = how.startsWith("merged") ? '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>' : "";
    const xml = `<sheetData>${[lettings, ...rows].map((cells, i) => row(i + 1, cells as Cells)).join("")}</sheetData>${merged}`;
    const { issues } = await found(bookOf({ sheets: [{ name: "Q3", xml }] }));
    const empty = issues.filter(({ rule }) => rule === "PA-103");
    expect(empty.map((one) => [one.cell, one.fixes?.[0]?.label.nl])).toEqual([[cell, "Kwartaal = 2026-Q3"]]);
  });

  it("pasted below its Excel table after an empty row: read, and told with the fix", async () => {
    const { rows, issues } = await found(bookOf(inTable("PA_Toewijzingen", lettings, [first], [[], second])));
    expect(rows).toEqual(asRead);
    expect(issues.map(({ rule, severity, fixes }) => [rule, severity, fixes?.[0]?.label.nl])).toEqual([
      ["PA-144", "error", "Tabel vergroten tot en met rij 4"],
    ]);
  });
});

describe("its fix", () => {
  it.each<[string, readonly Cells[], readonly Cells[]]>([
    ["takes rows below an empty row into the table", [first], [[], second]],
    ["deletes a remark among the rows", [first, ["let op: voorlopig"], second], []],
  ])("%s; then there is nothing left to say", async (_, rows, below) => {
    const bytes = bookOf(inTable("PA_Toewijzingen", lettings, rows, below));
    const [issue, ...others] = (await found(bytes)).issues;
    expect(others).toEqual([]);
    const workbook = openXlsx(bytes);
    await applyFixes(workbook, [issue!.fixes![0]!]);
    const mended = await found(workbook.bytes());
    expect([mended.rows, mended.issues]).toEqual([asRead, []]);
  });
});

describe("figures below an Excel table that are none of its rows", () => {
  it.each<[string, Cells[], string | null]>([
    ["a row without its category", [["2026-Q3", "Portaal", null, 12]], "rij 4"],
    [
      "a row one column too far to the left",
      [
        ["Portaal", "urgent", 12],
        ["DUWO", "urgent", 3],
      ],
      "rij 4 tot en met 5",
    ],
    [
      "a small list of its own",
      [
        ["Rijlabels", "Som van Aantal"],
        ["WYwonen", 31],
        ["Eindtotaal", 31],
      ],
      "rij 5",
    ],
    ["a total by a formula", [[null, null, "Som", { xml: "<c><f>SUM(D2:D2)</f><v>31</v></c>" }]], null],
    [
      "a telephone number and a day",
      [
        ["Contact", "071-1234567"],
        ["d.d.", "1-10-2026"],
      ],
      null,
    ],
  ])("%s", async (_, below, where) => {
    const { rows, issues } = await found(bookOf(inTable("PA_Toewijzingen", lettings, [first], [[], ...below])));
    expect(rows).toEqual([asRead[0]]);
    expect(issues.map(({ rule, message }) => [rule, message.nl.includes(`meegelezen: ${where ?? ""}.`)])).toEqual(
      where === null ? [] : [["PA-157", true]],
    );
  });

  it("the header again with rows: named with its row, because nobody can say which list counts", async () => {
    const { rows, issues } = await found(bookOf(inTable("PA_Toewijzingen", lettings, [first], [[], lettings, second])));
    expect(rows).toEqual([asRead[0]]);
    expect(issues.map(({ rule, message }) => [rule, message.nl.startsWith("Blad1 (vanaf rij 4) lijkt op")])).toEqual([
      ["PA-105", true],
    ]);
  });
});

describe("what a cell holds", () => {
  /** The number a count is read as, and the rules that speak of it. */
  const count = async (value: Cells[number], styleId = 0) => {
    const xml = row(1, lettings) + row(2, ["2026-Q3", "WYwonen", "regulier", value], 1, [0, 0, 0, styleId]);
    const { rows, rules } = await found(bookOf({ sheets: [{ name: "Toewijzingen", xml }] }));
    return [rows[0]?.[3], ...rules];
  };

  it.each<[Cells[number], number]>([
    ["12", 12],
    [" 12 ", 12],
    ["12 won.", 12],
    ["12 woningen", 12],
    ["12 VHE", 12],
    ["12 stuks", 12],
    ["12 st.", 12],
    ["1 677", 1677],
    ["1\u00a0677", 1677],
    ["1\u202f677", 1677],
    ["1.677", 1677],
    ["1'677", 1677],
    ["12,0", 12],
    ["12,-", 12],
    ["+12", 12],
    ["'12", 12],
    ["12 (voorlopig)", 12],
  ])("%j is read as %d, and told", async (typed, number) => {
    const [read, ...rules] = await count(typed);
    expect(read).toBe(number);
    expect(rules).toHaveLength(1);
  });

  it.each<[Cells[number], string]>([
    ["ca. 12", "PA-124"],
    ["± 12", "PA-124"],
    ["10 à 12", "PA-124"],
    ["10-12", "PA-124"],
    ["12?", "PA-124"],
    ["> 12", "PA-124"],
    ["12+3", "PA-128"],
    ["12 / 14", "PA-124"],
    ["12x", "PA-128"],
    ["１２", "PA-128"],
    ["twaalf", "PA-128"],
    ["zie bijlage", "PA-128"],
    ["-", "PA-127"],
    [-12, "PA-129"],
    ["-12", "PA-129"],
    ["(12)", "PA-129"],
    // May be 12.500 typed in English.
    [12.5, "PA-126"],
    [12.0625, "PA-130"],
    ["12,5", "PA-130"],
    [true, "PA-128"],
    ["WAAR", "PA-128"],
    [{ error: "#N/A" }, "PA-132"],
    ["#N/B", "PA-132"],
    ["#VERW!", "PA-132"],
    ["#DEEL/0!", "PA-132"],
    [{ xml: "<c><f>B9*2</f></c>" }, "PA-145"],
  ])("%j is not counted and named by %s", async (typed, rule) => {
    const [read, ...rules] = await count(typed);
    expect([read, rules]).toEqual([null, [rule]]);
  });

  it("a number shown as a date or a percentage is asked about", async () => {
    expect(await count(46295, style.date)).toEqual([null, "PA-131"]);
    expect((await count(0.15, style.percentage))[1]).toBe("PA-152");
  });

  it.each([
    "Q3-2026",
    "2026 Q3",
    "3e kwartaal 2026",
    "derde kwartaal 2026",
    "kw3 2026",
    "3e kw. 2026",
    "2026KW03",
    "2026-III",
    "K3 '26",
    "Q3 2026 (voorlopig)",
    "jul-sep 2026",
    "september 2026",
    "30-9-2026",
    "30 sept 2026",
  ])("the quarter %j is the third of 2026", async (typed) => {
    const { rows, issues } = await found(sheet("Q3", [lettings, [typed, "WYwonen", "regulier", 31]]));
    expect(rows).toEqual([asRead[0]]);
    expect(issues.map(({ severity }) => severity)).toEqual(["info"]);
  });

  it.each([
    ["Stichting WYwonen", "wywonen"],
    ["WY\u00adwonen", "wywonen"],
    [" WYwonen\u00a0", "wywonen"],
    ["MeerWonen", "wywonen"],
    ["WYwonen.", "wywonen"],
    ["W.Y. wonen", "wywonen"],
    ["WYwonen (hoofdkantoor)", null],
  ])("the party %j is %j", async (typed, party) => {
    const { rows, issues } = await found(sheet("Q3", [lettings, ["2026-Q3", typed, "regulier", 31]]));
    expect(rows[0]![1]).toBe(party);
    expect(issues.map(({ severity }) => severity)).toEqual([party === null ? "error" : "info"]);
    if (party === null) expect(issues[0]!.fixes?.[0]?.label.nl).toBe("Verhuurder = WYwonen");
  });

  const projects = [
    "Kwartaal",
    "Project_id",
    "Projectnaam",
    "Ontwikkelaar",
    "Partijtype",
    "Fase",
    "Sociale huur",
    "Middeldure huur",
    "Totaal",
    "Oplevering werkelijk",
  ];
  it.each<[Cells[number], string]>([
    ["3 mrt 2026", "2026-03-03"],
    ["3 maart 2026", "2026-03-03"],
    ["di 3 maart 2026", "2026-03-03"],
    ["3 mrt. '26", "2026-03-03"],
    ["03.03.2026", "2026-03-03"],
    ["3/3/2026", "2026-03-03"],
    ["per 3-3-2026", "2026-03-03"],
    ["2026-03-03T00:00:00", "2026-03-03"],
    ["20260303", "2026-03-03"],
    [46084, "2026-03-03"],
    [46083.99999, "2026-03-03"],
    ["31-2-2026", "none"],
    ["maart 2026", "open"],
    ["begin 2026", "open"],
  ])("the day %j is %j", async (typed, day) => {
    const project: Cells = ["2026-Q3", "OEG-01", "Hof", "WYwonen", "corporatie", "opgeleverd", 10, 5, 15];
    const xml =
      row(1, projects) +
      row(2, [...project, typed], 1, [...project.map(() => 0), typeof typed === "number" ? style.date : 0]);
    const { rows, issues } = await found(bookOf({ sheets: [{ name: "Nieuwbouw", xml }] }), {
      table: "PA_Nieuwbouw",
      columns: ["Oplevering werkelijk", "Totaal"],
    });
    expect(rows).toEqual([[/^\d/.test(day) ? day : null, 15]]);
    const about = issues.filter(({ field }) => field === "Oplevering werkelijk").map(({ severity }) => severity);
    if (day === "none") expect(about).toContain("error");
    if (day === "open") expect(about).toContain("warning");
  });

  it.each<[Cells[number], number | null]>([
    ["€ 498,20", 498.2],
    ["498,20 p/m", 498.2],
    ["EUR 498,20", 498.2],
    ["498.20", 498.2],
    ["€ 498,-", 498],
    ["498,20 (kaal)", 498.2],
    ["€498,20 per maand", 498.2],
    ["1.498,20", 1498.2],
    ["vanaf 498", null],
  ])("the rent %j is %j", async (typed, rent) => {
    const header = ["Complex", "Verhuurder", "Partijtype", "Eenheid_id", "Kale huur", "Huurpeildatum"];
    const unit: Cells = ["Hof", "Campus BV", "commercieel", "H-1", typed, "2026-07-01"];
    const { rows } = await found(sheet("Studenten", [header, unit]), {
      table: "PA_Studenten",
      columns: ["Kale huur", "Huurpeildatum"],
    });
    expect(rows).toEqual([[rent, "2026-07-01"]]);
  });

  it.each<[Cells[number], string | null]>([
    ["a++", "A++"],
    ["A ++", "A++"],
    ["Label B", "B"],
    ["E (oud)", null],
    ["geen", null],
    ["A+++++", "A+++++"],
    ["H", null],
    ["0", null],
  ])("the label %j is %j", async (typed, label) => {
    const header = ["Kwartaal", "Verhuurder", "Segment", "Label", "Aantal"];
    const { rows } = await found(sheet("Labels", [header, ["2026-Q3", "WYwonen", "sociaal", typed, 40]]), {
      table: "PA_Labels",
      columns: ["Label", "Aantal"],
    });
    expect(rows).toEqual([[label, 40]]);
  });
});

describe("how a program wrote it", () => {
  const strings = (xml: readonly string[]): Uint8Array =>
    bookOf({
      sheets: [
        {
          name: "Q3",
          xml: `${row(1, lettings)}<row r="2">${[0, 1, 2].map((n) => `<c r="${"ABC"[n]!}2" t="s"><v>${n}</v></c>`).join("")}<c r="D2"><v>31</v></c></row>`,
        },
      ],
      strings: xml,
    });
  const parts = bookParts({
    sheets: [{ name: "Q3", xml: [lettings, first, second].map((cells, i) => row(i + 1, cells)).join("") }],
  });
  const changed = (change: (text: string, part: string) => string): Uint8Array =>
    fileOf(
      Object.fromEntries(
        Object.entries(parts).map(([part, text]) => [part, typeof text === "string" ? change(text, part) : text]),
      ),
    );

  it.each<[string, Uint8Array]>([
    [
      "shared strings with phonetics",
      strings([
        '<t>2026-Q3</t><rPh sb="0" eb="1"><t>kwartaal drie</t></rPh><phoneticPr fontId="0"/>',
        "WYwonen",
        "regulier",
      ]),
    ],
    [
      "rich text",
      strings([
        "<r><t>2026</t></r><r><rPr><b/></rPr><t>-Q3</t></r>",
        "<r><t>WY</t></r><r><t>wonen</t></r>",
        "regulier",
      ]),
    ],
  ])("%s", async (_, bytes) => expect((await found(bytes)).rows).toEqual([asRead[0]]));

  it.each<[string, Uint8Array]>([
    [
      "Strict Office Open XML",
      changed((text) =>
        text
          .replaceAll(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ),
    ],
    [
      "another prefix for its elements",
      changed((text, part) =>
        /sheet1\.xml$|workbook\.xml$/.test(part)
          ? text.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1y:").replace(/<y:(\w+)([^>]*) xmlns=/, "<y:$1$2 xmlns:y=")
          : text,
      ),
    ],
    [
      "cells and rows without their place",
      changed((text, part) => (part.endsWith("sheet1.xml") ? text.replace(/ r="[A-Z]*\d+"/g, "") : text)),
    ],
    [
      "absolute targets",
      changed((text, part) =>
        part.endsWith("workbook.xml.rels") ? text.replace(/Target="(worksheets|styles)/g, 'Target="/xl/$1') : text,
      ),
    ],
    ["a byte order mark in each part", changed((text) => `\ufeff${text}`)],
    [
      "a part in UTF-16",
      fileOf({
        ...parts,
        "xl/worksheets/sheet1.xml": utf16(String(parts["xl/worksheets/sheet1.xml"]).replace("UTF-8", "UTF-16")),
      }),
    ],
    ["line breaks between all elements", changed((text) => text.replaceAll("><", ">\r\n<"))],
    [
      "columns and views we do not know",
      changed((text, part) =>
        part.endsWith("sheet1.xml")
          ? text.replace(
              "<sheetData>",
              '<sheetPr filterMode="1"/><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0" rightToLeft="1"/></sheetViews><sheetData>',
            )
          : text,
      ),
    ],
  ])("%s", async (_, bytes) => {
    const { rows, issues } = await found(bytes);
    expect([rows, issues]).toEqual([asRead, []]);
  });

  it("days counted from 1904", async () => {
    const header = ["Complex", "Verhuurder", "Partijtype", "Eenheid_id", "Kale huur", "Huurpeildatum"];
    // 1 July 2026 is day 46204, 1462 less from 1904.
    const xml =
      row(1, header) +
      row(2, ["Hof", "Campus BV", "commercieel", "H-1", 400, 46204 - 1462], 1, [0, 0, 0, 0, 0, style.date]);
    const bytes = bookOf({ sheets: [{ name: "Studenten", xml }], workbook: { pr: ' date1904="1"' } });
    expect((await found(bytes, { table: "PA_Studenten", columns: ["Huurpeildatum"] })).rows).toEqual([["2026-07-01"]]);
  });

  it("a sheet behind a chart sheet, with a name full of signs", async () => {
    const bytes = bookOf({
      sheets: [
        { name: 'Q3 \'26 & "meer" – é', xml: [lettings, first, second].map((cells, i) => row(i + 1, cells)).join("") },
      ],
    });
    expect((await found(bytes)).rows).toEqual(asRead);
  });

  it("a filter that hides rows: read, and said as a note", async () => {
    const xml = row(1, lettings) + row(2, first).replace("<row ", '<row hidden="1" ') + row(3, second);
    const { rows, issues } = await found(bookOf({ sheets: [{ name: "Q3", xml }] }));
    expect(rows).toEqual(asRead);
    expect(issues.map(({ rule, severity }) => [rule, severity])).toEqual([["PA-108", "info"]]);
  });

  it("an old copy on a hidden sheet: read once if it is equal", async () => {
    const xml = [lettings, first, second].map((cells, i) => row(i + 1, cells)).join("");
    const { rows, rules } = await found(
      bookOf({
        sheets: [
          { name: "Q3", xml },
          { name: "oud", xml, state: "veryHidden" },
        ],
      }),
    );
    expect(rows).toEqual(asRead);
    expect(rules).toContain("PA-117");
  });
});

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i += 1) bytes.set([text.charCodeAt(i) & 0xff, text.charCodeAt(i) >> 8], 2 + 2 * i);
  return bytes;
}

describe("a .csv", () => {
  const lines = ["Kwartaal;Verhuurder;Categorie;Aantal", "2026-Q3;WYwonen;regulier;31", "2026-Q3;Portaal;urgent;12"];
  const windows1252 = (text: string): Uint8Array =>
    Uint8Array.from(text, (letter) => ({ "€": 0x80, "–": 0x96 })[letter] ?? letter.charCodeAt(0));
  it.each<[string, Uint8Array]>([
    ["with semicolons", strToU8(lines.join("\r\n"))],
    ["with commas", strToU8(lines.join("\n").replaceAll(";", ","))],
    ["with tabs", strToU8(lines.join("\n").replaceAll(";", "\t"))],
    ["with a byte order mark", strToU8(`\ufeff${lines.join("\r\n")}`)],
    ["in UTF-16, as Excel's Unicode text", utf16(lines.join("\r\n").replaceAll(";", "\t"))],
    ["with line ends of an old Mac", strToU8(lines.join("\r"))],
    [
      "with quotes everywhere",
      strToU8(
        lines
          .map((line) =>
            line
              .split(";")
              .map((cell) => `"${cell}"`)
              .join(";"),
          )
          .join("\r\n"),
      ),
    ],
    ["with sep= on its first line", strToU8(["sep=;", ...lines].join("\r\n"))],
    [
      "with empty lines and columns at its end",
      strToU8([...lines.map((line) => `${line};;`), ";;;;;", ";;;;;", ""].join("\r\n")),
    ],
    ["with spaces around its values", strToU8(lines.map((line) => line.replaceAll(";", " ; ")).join("\n"))],
    ["with a title above it", strToU8(["Toewijzingen Q3", "", ...lines].join("\r\n"))],
    ["with a source below it", strToU8([...lines, "", "Bron: eigen administratie"].join("\r\n"))],
  ])("%s", async (_, bytes) => {
    for (const as of [undefined, "PA_Toewijzingen"]) {
      const { rows, issues } = await found(bytes, { name: "opgave.csv", as });
      expect(rows).toEqual(asRead);
      expect(issues.filter(({ severity }) => severity !== "info")).toEqual([]);
    }
  });

  it.each(['="0579010000000123"', '"=""0579010000000123"""', "'0579010000000123", "0579010000000123"])(
    "with the BAG number %s: its sixteen digits",
    async (written) => {
      const text = `BAG_vbo_id;Verhuurder;Segment;Label\r\n${written};WYwonen;sociaal;B`;
      const options = { name: "w.csv", table: "PA_Woningen", columns: ["BAG_vbo_id", "Label"] };
      const { rows, rules } = await found(strToU8(text), options);
      expect(rows).toEqual([["0579010000000123", "B"]]);
      expect(rules).not.toContain("PA-601");
    },
  );

  it("in Windows-1252, with a line break and quotes within a cell", async () => {
    const text = [
      `${lines[0]!};Toelichting`,
      '2026-Q3;WYwonen;regulier;31;"één regel\r\nen nog een, ""voorlopig"" – € 5"',
      "2026-Q3;Portaal;urgent;12;",
    ].join("\r\n");
    const { rows } = await found(windows1252(text), { name: "opgave.csv", columns: [...lettings, "Toelichting"] });
    expect(rows).toEqual([
      [...asRead[0]!, 'één regel en nog een, "voorlopig" - € 5'],
      [...asRead[1]!, null],
    ]);
  });
});

describe("an .ods", () => {
  const cell = (value: string | number | null, more = ""): string =>
    value === null
      ? `<table:table-cell${more}/>`
      : typeof value === "number"
        ? `<table:table-cell office:value-type="float" office:value="${value}"${more}/>`
        : `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`;
  const line = (values: readonly (string | number | null)[], more = ""): string =>
    `<table:table-row${more}>${values.map((value) => cell(value)).join("")}</table:table-row>`;
  const ods = (rows: string): Uint8Array =>
    zipSync({
      "content.xml": strToU8(
        `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Q3">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
      "META-INF/manifest.xml": strToU8("<m/>"),
    });
  const plain = first as readonly (string | number | null)[];

  it("with equal rows written once: each counts, and the equality is told", async () => {
    const { rows, rules } = await found(ods(line(lettings) + line(plain, ' table:number-rows-repeated="2"')), {
      name: "q3.ods",
    });
    expect(rows).toEqual([asRead[0], asRead[0]]);
    expect(rules).toEqual(["PA-110"]);
  });

  it("with a million empty rows before the last", async () => {
    const empty = `<table:table-row table:number-rows-repeated="1000000">${cell(null, ' table:number-columns-repeated="16384"')}</table:table-row>`;
    const { rows } = await found(ods(line(lettings) + line(plain) + empty + line(second as typeof plain)), {
      name: "q3.ods",
    });
    expect(rows).toEqual(asRead);
  });
});
