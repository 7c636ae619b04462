import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../src/issue.js";
import { read } from "../src/read.js";
import { tables } from "@prestatieafspraken/indicators";
import { countIssues, singleIssues, validate } from "../src/validate.js";
import type { CellValue, SheetTable } from "../src/workbook.js";
import { block, memoryWorkbook } from "./memory-workbook.js";
import { smallAgreement } from "./small-agreement.js";

const agreements = [smallAgreement];
const returnOf = (blocks: readonly SheetTable[], settings: Record<string, string> = {}) =>
  read(memoryWorkbook(blocks, settings), { agreements });
const letting = (Verhuurder: CellValue, Categorie: CellValue, Aantal: CellValue, Kwartaal: CellValue = "2026-Q3") => ({
  Kwartaal,
  Verhuurder,
  Categorie,
  Aantal,
});
const rulesOf = (issues: readonly Issue[]): string[] => issues.map(({ rule }) => rule);

describe("finding tables", () => {
  it("by name, whatever the case, on any sheet, anywhere on it", async () => {
    const ret = await returnOf([
      block("pa_TOEWIJZINGEN", [letting("WYwonen", "regulier", 12)], {
        sheet: "Cijfers",
        headerRow: 5,
        firstColumn: 28,
      }),
    ]);
    const table = ret.tables.get("PA_Toewijzingen")!;
    expect(table.value("Aantal", 0)).toBe(12);
    expect(table.cell("Aantal", 0)).toBe("AE6");
    expect([table.sheet(0), table.row(0)]).toEqual(["Cijfers", 6]);
  });

  it("by the name of its sheet, and says which columns are missing or misspelt", async () => {
    const misspelt = { sheet: "Toewijzingen" };
    const ret = await returnOf([
      block(null, [{ Kwartaal: "2026-Q3", Verhuurdr: "WYwonen", Categorie: "regulier", Aantl: 12 }], misspelt),
    ]);
    expect(ret.tables.get("PA_Toewijzingen")?.length).toBe(1);
    expect(rulesOf(validate(ret)).filter((id) => id === "PA-102")).toHaveLength(2);
    // Beside the table itself, such a block is something else, for instance a summary.
    const whole = await returnOf([
      block(null, [letting("WYwonen", "regulier", 12)], misspelt),
      block(null, [{ Kwartaal: "2026-Q3", Categorie: "regulier", Som: 12 }], misspelt),
    ]);
    expect(whole.tables.get("PA_Toewijzingen")?.length).toBe(1);
    expect(rulesOf(validate(whole))).not.toContain("PA-102");
  });

  it("by headers, in any order, with columns of one's own", async () => {
    const ret = await returnOf([
      block(
        null,
        [{ Nr: 1, "Aantal*": 12, Opmerking: "ok", Doelgroep: "urgent", Corporatie: "Portaal", Periode: "Q3 2026" }],
        {
          sheet: "Q3",
        },
      ),
    ]);
    const table = ret.tables.get("PA_Toewijzingen")!;
    expect(
      ["Kwartaal", "Verhuurder", "Categorie", "Aantal", "Toelichting"].map((header) => table.value(header, 0)),
    ).toEqual(["2026-Q3", "portaal", "urgent", 12, "ok"]);
    expect(table.typed("Nr", 0)).toBe(1);
  });

  it("by what somebody said about their own workbook", async () => {
    const rows = [{ kw: "2026-Q3", wie: "WYwonen", soort: "regulier", n: 12 }];
    const headers = { Kwartaal: "kw", Verhuurder: "wie", Categorie: "soort", Aantal: "n" };
    const blocks = [block(null, rows, { sheet: "Eigen" })];
    expect((await returnOf(blocks)).tables.size).toBe(0);
    const mapping = JSON.stringify({ PA_Toewijzingen: { sheet: "Eigen", headers } });
    expect((await returnOf(blocks, { mapping })).tables.get("PA_Toewijzingen")?.value("Aantal", 0)).toBe(12);
  });

  it("reads on when what it remembered is damaged, and says so", async () => {
    const ret = await returnOf([block("PA_Toewijzingen", [letting("WYwonen", "regulier", 12)])], {
      mapping: "{",
      accepted: "[1]",
    });
    expect(rulesOf(ret.issues)).toEqual(["PA-115", "PA-115"]);
  });

  it.each(tables.map((definition) => [definition.name, definition] as const))(
    "%s is found by its own headers, and no other table is taken for it",
    async (name, definition) => {
      const row = Object.fromEntries(definition.fields.map(({ header }) => [header, "x"]));
      const ret = await returnOf([block(null, [row], { sheet: "Blad7" })]);
      expect([...ret.tables.keys()]).toEqual([name]);
    },
  );

  it("puts two sheets of one table together; no row is lost or doubled", async () => {
    const ret = await returnOf([
      block("PA_Toewijzingen", [letting("WYwonen", "regulier", 10)], { sheet: "WY" }),
      block("PA_Toewijzingen2", [Object.assign({ Aantal: 2 }, letting("Portaal", "regulier", 2))], {
        sheet: "Portaal",
        headerRow: 3,
      }),
    ]);
    const table = ret.tables.get("PA_Toewijzingen")!;
    expect([table.value("Aantal", 0), table.value("Aantal", 1)]).toEqual([10, 2]);
    // The second block has its columns in another order: Aantal is column A.
    expect([table.sheet(1), table.cell("Aantal", 1), table.row(1)]).toEqual(["Portaal", "A4", 4]);
    expect(table.raw.rows[1]).toEqual(["2026-Q3", "Portaal", "regulier", 2]);
    expect(rulesOf(ret.issues)).toEqual(["PA-104"]);
  });

  it("reads a copied sheet once", async () => {
    const rows = [letting("WYwonen", "regulier", 10)];
    const ret = await returnOf([block("PA_Toewijzingen", rows), block("PA_Toewijzingen_2", rows, { sheet: "Kopie" })]);
    expect(ret.tables.get("PA_Toewijzingen")!.length).toBe(1);
    expect(rulesOf(ret.issues)).toEqual(["PA-117"]);
  });
});

describe("rows", () => {
  it("left blank or with only what a formula says of nothing are no rows", async () => {
    const rows = [
      { "Sociale huur": null, Totaal: 0 },
      { "Sociale huur": 4, Totaal: 4 },
      { "Sociale huur": " ", Totaal: null },
    ];
    const ret = await returnOf([
      block("PA_Nieuwbouw", rows, { formula: (_row, column) => (column === 1 ? "=A2" : null) }),
    ]);
    const table = ret.tables.get("PA_Nieuwbouw")!;
    expect(table.length).toBe(1);
    expect([table.row(0), table.cell("Totaal", 0), table.raw.rows[0], table.raw.formula?.(0, 1)]).toEqual([
      3,
      "B3",
      [4, 4],
      "=A2",
    ]);
  });

  it("typed as 0 are rows", async () => {
    const ret = await returnOf([block("PA_Nieuwbouw", [{ Totaal: 0 }])]);
    expect(ret.tables.get("PA_Nieuwbouw")!.value("Totaal", 0)).toBe(0);
  });

  it("that add up others are left out and named", async () => {
    const ret = await returnOf([
      block("PA_Toewijzingen", [
        letting("WYwonen", "regulier", 10),
        letting("Subtotaal", null, 10),
        letting("Portaal", "urgent", 1),
      ]),
    ]);
    expect(ret.tables.get("PA_Toewijzingen")!.length).toBe(2);
    expect(ret.issues.map(({ rule, cell }) => [rule, cell])).toEqual([["PA-107", "B3"]]);
    expect(ret.tables.get("PA_Toewijzingen")!.cell("Aantal", 1)).toBe("D4");
  });
});

describe("settings", () => {
  const setting = (...rows: readonly (readonly [string, CellValue])[]) =>
    block(
      "PA_Instellingen",
      rows.map(([Instelling, Waarde]) => ({ Instelling, Waarde })),
    );

  it("say quarter, day, and the definitions chosen; the rest is the agreement's default", async () => {
    const { settings } = await returnOf([
      setting(["Verslagkwartaal", "3e kwartaal 2026"], ["studenten tellen", "Noemer"]),
    ]);
    expect(settings).toEqual({
      quarter: "2026-Q3",
      day: "2026-09-30",
      language: "nl",
      municipality: null,
      parameters: {
        "studenten-tellen": "noemer",
        "klein-aantal": "20",
        "einddatum-nieuwbouw": "",
        "onbekende-labels-boven": "0.05",
      },
      chosen: ["studenten-tellen"],
      unread: {},
      fictitious: false,
    });
  });

  it("offer a day as people write it", async () => {
    const parameter = {
      id: "einddatum-labels",
      name: "Einddatum labels",
      label: { nl: "Dag", en: "Day" },
      type: "day",
    };
    const choices = ["2028-12-31", "2027-12-31"].map((value) => ({ value, label: { nl: value, en: value } }));
    const days = { ...smallAgreement, parameters: [{ ...parameter, default: "2028-12-31", choices }] } as const;
    const ret = await read(memoryWorkbook([setting(["Einddatum labels", "1-1-2033"])]), {
      agreements: [days as typeof smallAgreement],
    });
    const { message, fix } = ret.issues.find(({ rule }) => rule === "PA-005")!;
    expect(`${message.nl} ${fix.nl}`).toContain("nu geldt '31 december 2028'");
    expect(fix.nl).toContain("31 december 2028, 31 december 2027");
    expect(`${message.nl}${message.en}${fix.nl}${fix.en}`).not.toMatch(/\d{4}-\d{2}/);
  });

  describe("say whether the figures are real", () => {
    const said = async (value: string | null) => {
      const ret = await returnOf([
        setting(["Verslagkwartaal", "2026-Q3"], ...(value === null ? [] : [["Cijfers", value] as const])),
      ]);
      return [
        ret.settings.fictitious,
        validate(ret).some(({ rule, table }) => rule === "PA-005" && table === "PA_Instellingen"),
      ];
    };

    it.each([
      [null, false, false],
      ["fictief", true, false],
      ["Verzonnen", true, false],
      ["echt", false, false],
      ["fictef", false, true],
    ])("Cijfers %s", async (value, fictitious, isReported) =>
      expect(await said(value)).toEqual([fictitious, isReported]),
    );
  });

  it("may hold a date as Excel has it", async () => {
    const table = setting(["Peildatum", 46295]);
    const { settings } = await returnOf([{ ...table, isDate: () => true }]);
    expect(settings.day).toBe("2026-09-30");
  });

  it("give way to what the caller asks", async () => {
    const ret = await read(memoryWorkbook([setting(["Verslagkwartaal", "2026-Q3"], ["Peildatum", "30-9-2026"])]), {
      agreements,
      quarter: "2026-Q1",
    });
    expect([ret.settings.quarter, ret.settings.day]).toEqual(["2026-Q1", "2026-03-31"]);
  });

  it("choose among agreements, by name or by municipality", async () => {
    const other = {
      ...smallAgreement,
      id: "leiden-2025-2028",
      title: { nl: "Leiden", en: "Leiden" },
      municipality: { name: "Leiden" },
    };
    const choose = async (...rows: readonly (readonly [string, CellValue])[]) =>
      (await read(memoryWorkbook([setting(...rows)]), { agreements: [smallAgreement, other] })).original.id;
    expect(await choose(["Afspraak", "Leiden 2025-2028"])).toBe("leiden-2025-2028");
    expect(await choose(["Gemeente", "leiden"])).toBe("leiden-2025-2028");
    expect(await choose(["Afspraak", "onzin"])).toBe("oegstgeest-2025-2028");
  });

  it("of an agreement nobody knows is read with the one of its municipality, and that is said", async () => {
    const elsewhere = { ...smallAgreement, id: "elders-2026", municipality: { name: "Elders" } };
    const settings = [
      { Instelling: "Afspraak", Waarde: "elders-2030" },
      { Instelling: "Gemeente", Waarde: "Elders" },
    ];
    const ret = await read(memoryWorkbook([block("PA_Instellingen", settings)]), {
      agreements: [smallAgreement, elsewhere],
    });
    expect(ret.agreement.id).toBe("elders-2026");
    expect(ret.issues.map(({ rule, cell }) => [rule, cell])).toEqual([["PA-003", "B2"]]);
  });

  it("cannot be read without an agreement", async () => {
    await expect(read(memoryWorkbook([]), { agreements: [] })).rejects.toThrow("prestatieafspraak");
  });
});

describe("norms of the workbook", () => {
  const norms = async (...rows: readonly Readonly<Record<string, CellValue>>[]) => {
    const ret = await returnOf([block("PA_Normen", rows)]);
    expect(ret.original).toBe(smallAgreement);
    return { ret, of: (indicator: string) => ret.agreement.norms.filter((norm) => norm.indicator === indicator) };
  };

  it("replace the agreement's, exactly as typed, and leave the agreement file alone", async () => {
    const { ret, of } = await norms({
      Norm: "art-9-urgent",
      Vergelijking: "maximaal",
      Waarde: "29%",
      Bron: "besluit",
      Reden: "BO",
    });
    expect(of("URGENTSHARE")).toMatchObject([
      { id: "ART-9-URGENT", comparator: "<=", value: "0.29", source: { title: "besluit" } },
    ]);
    expect(smallAgreement.norms[0]!.value).toBe("0.25");
    expect(ret.issues.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("may be named by their indicator where that has one norm", async () => {
    const { of } = await norms({ Norm: "PA.URGENTSHARE", Vergelijking: "≤", Waarde: 0.3, Reden: "x" });
    expect(of("URGENTSHARE")).toMatchObject([{ id: "ART-9-URGENT", value: "0.3" }]);
  });

  it("hold in their own period; the agreement's hold before and after, and the commitment knows all", async () => {
    const { ret, of } = await norms({
      Norm: "ART-9-URGENT",
      Vergelijking: "≤",
      Waarde: 0.3,
      Vanaf: "1-1-2026",
      Tot: "31-12-2026",
      Reden: "x",
    });
    expect(of("URGENTSHARE").map(({ id, value, from, until }) => [id, value, from, until])).toEqual([
      ["ART-9-URGENT", "0.25", undefined, "2025-12-31"],
      ["ART-9-URGENT@2026-01-01", "0.3", "2026-01-01", "2026-12-31"],
      ["ART-9-URGENT@2027-01-01", "0.25", "2027-01-01", undefined],
    ]);
    expect(ret.agreement.commitments[1]!.norms).toEqual([
      "ART-9-URGENT",
      "ART-9-URGENT@2026-01-01",
      "ART-9-URGENT@2027-01-01",
    ]);
  });

  it("are not applied where the value is not certain", async () => {
    const { of } = await norms({ Norm: "ART-9-URGENT", Vergelijking: "≤", Waarde: 25, Reden: "x" });
    expect(of("URGENTSHARE")).toMatchObject([{ value: "0.25" }]);
  });
});

describe("a fingerprint", () => {
  const rows = [letting("WYwonen", "regulier", 10), letting("Portaal", "urgent", null)];
  const hash = async (blocks: readonly SheetTable[]) => (await returnOf(blocks)).hash;
  it("is the same for the same cells, wherever they stand, and another when one cell differs", async () => {
    const one = await hash([block("PA_Toewijzingen", rows)]);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash([block("PA_Toewijzingen", rows, { sheet: "X", headerRow: 9, firstColumn: 4 })])).toBe(one);
    const texts = [letting("WYwonen", "regulier", "10"), rows[1]!];
    expect(await hash([block("PA_Toewijzingen", texts)])).not.toBe(one);
    expect(await hash([block("PA_Toewijzingen", [rows[0]!, letting("Portaal", "urgent", 0)])])).not.toBe(one);
  });
});

describe("validating", () => {
  it("puts errors first, then warnings, then notes, and within those by table and row", async () => {
    const ret = await returnOf([
      block("PA_Labels", [
        { Kwartaal: "2026-Q3", Verhuurder: "MeerWonen", Segment: "sociaal", Label: "A2", Aantal: -1 },
      ]),
      block("PA_Toewijzingen", [letting("WYwonen", "regulier", "1.200"), letting("WYwonen", "urgent", null)]),
    ]);
    const issues = validate(ret);
    const order = issues.map(({ severity }) => ["error", "warning", "info"].indexOf(severity));
    expect(order).toEqual([...order].sort());
    expect(
      issues.filter(({ severity }) => severity === "error").map(({ rule, table, cell }) => [rule, table, cell]),
    ).toEqual([
      ["PA-001", "PA_Instellingen", null],
      ["PA-103", "PA_Toewijzingen", "D3"],
      ["PA-129", "PA_Labels", "E2"],
      ["PA-136", "PA_Labels", "D2"],
    ]);
  });

  it("narrows to a quarter and a party, and keeps what is about neither", async () => {
    const ret = await returnOf([
      block("PA_Toewijzingen", [
        letting("WYwonen", "regulier", "x", "2026-Q2"),
        letting("WYwonen", "regulier", "x", "2026-Q3"),
        letting("Portaal", "regulier", "x", "2026-Q3"),
      ]),
    ]);
    const wrong = (options: Parameters<typeof validate>[1]) =>
      validate(ret, options).flatMap(({ rule, cell, range }) => (rule === "PA-128" ? [range ?? cell] : []));
    expect([
      wrong({}),
      wrong({ quarter: "2026-Q3" }),
      wrong({ party: "Portaal" }),
      wrong({ party: "meerwonen", quarter: "2026-Q3" }),
    ]).toEqual([["D2:D4"], ["D3:D4"], ["D4"], ["D3"]]);
    expect(rulesOf(validate(ret, { party: "Portaal" }))).toContain("PA-101");
  });

  it("carries the sentence with which a party accepted a warning; an error cannot be accepted", async () => {
    const rows = [letting("WYwonen", "regulier", "ca. 12"), letting("WYwonen", "urgent", "x")];
    const before = validate(await returnOf([block("PA_Toewijzingen", rows)]));
    const accepted = Object.fromEntries(
      before.map(({ key }) => [key, { party: "wywonen", day: "2026-10-10", sentence: "klopt" }]),
    );
    // Keys survive added rows and another position on the sheet.
    const moved = [letting("Portaal", "regulier", 3), ...rows];
    const ret = await returnOf([block("PA_Toewijzingen", moved, { headerRow: 4 })], {
      accepted: JSON.stringify(accepted),
    });
    const after = validate(ret);
    expect(after.find(({ rule }) => rule === "PA-124")?.accepted).toEqual({
      party: "wywonen",
      day: "2026-10-10",
      sentence: "klopt",
    });
    expect(after.find(({ rule }) => rule === "PA-128")?.accepted).toBeUndefined();
    const changed = await returnOf([block("PA_Toewijzingen", [letting("WYwonen", "regulier", "ca. 13")])], {
      accepted: JSON.stringify(accepted),
    });
    expect(validate(changed).find(({ rule }) => rule === "PA-124")?.accepted).toBeUndefined();
    expect(countIssues(after).error).toBe(countIssues(before).error);
  });

  it("finds the same whatever the order of the rows", async () => {
    const cell = fc.constantFrom<CellValue>(null, 0, 3, 30, "1.200", "ca. 4", "-", -1);
    const row = fc.record({
      Kwartaal: fc.constantFrom("2026-Q1", "2026-Q2", "Q3 2026", "kwartaal 1"),
      Verhuurder: fc.constantFrom("WYwonen", "MeerWonen", "Portaal", "Gemeente", "Wie?"),
      Segment: fc.constantFrom("sociaal", "midden", "totaal"),
      Beginstand: cell,
      Liberalisatie: cell,
      "Overig erbij": cell,
      Correctie: cell,
      Eindstand: cell,
    });
    const unordered = async (rows: readonly Readonly<Record<string, CellValue>>[]) =>
      singleIssues(await returnOf([block("PA_Voorraad", rows)]))
        // For duplicate keys, these rules point to the first or second row, which depends on the order.
        .filter(({ rule }) => !["PA-110", "PA-402", "PA-404", "PA-410", "PA-116", "PA-118"].includes(rule))
        .map(({ rule, quarter, party, field, facts }) =>
          JSON.stringify([rule, quarter, party, field, facts["typed"], facts["sum"]]),
        )
        .sort();
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(row, { maxLength: 12 })
          .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        async ([rows, shuffled]) => {
          // Both have all columns, in the same order.
          const first = {
            Kwartaal: null,
            Verhuurder: null,
            Segment: null,
            Beginstand: null,
            Liberalisatie: null,
            "Overig erbij": null,
            Correctie: null,
            Eindstand: null,
          };
          expect(await unordered([first, ...shuffled])).toEqual(await unordered([first, ...rows]));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("of one row per thing finds the same in any order, doubles and jumps included", async () => {
    const rows = ["2026-Q1", "2026-Q2", "2026-Q3"].flatMap((Kwartaal, q) =>
      ["WYwonen", "Portaal"].map((Verhuurder, v) => ({
        Kwartaal,
        Verhuurder,
        Segment: "sociaal",
        Beginstand: 100 * (v + 1),
        Eindstand: 100 * (v + 1) * (q === 2 ? 9 : 1),
      })),
    );
    const found = async (order: readonly (typeof rows)[number][]) =>
      validate(await returnOf([block("PA_Voorraad", order)]))
        .map(({ rule, quarter, party, field }) => [rule, quarter, party, field].join())
        .sort();
    const straight = await found(rows);
    expect(straight.join(" ")).toContain("PA-410");
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (order) => {
        expect(await found(order)).toEqual(straight);
      }),
      { numRuns: 25 },
    );
  });
});

describe("a hundred thousand homes", () => {
  it("are read and checked, and nothing is found that is not there", async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => ({
      BAG_vbo_id: `0579010${String(i).padStart(9, "0")}`,
      Verhuurder: i % 3 === 0 ? "Portaal" : "WYwonen",
      Segment: "sociaal",
      Label: "ABCDEFG"[i % 7]!,
      "Kale huur": 400 + (i % 400),
    }));
    const ret = await returnOf([block("PA_Woningen", rows)]);
    const issues = validate(ret, { quarter: "2026-Q3" });
    expect(issues.filter(({ table }) => table === "PA_Woningen")).toEqual([]);
  });
});

describe("what an issue points at", () => {
  const about = async (id: string, blocks: readonly SheetTable[]): Promise<Issue> => {
    const issue = validate(await returnOf(blocks)).find(({ rule }) => rule === id);
    if (!issue) throw new Error(`${id} was not found`);
    return issue;
  };

  it("the cell of the setting, where it has a row", async () => {
    const settings = [
      { Instelling: "Verslagkwartaal", Waarde: "2026-Q3" },
      { Instelling: "Peildatum", Waarde: "31-12-2026" },
    ];
    const outside = await about("PA-006", [block("PA_Instellingen", settings)]);
    expect([outside.cell, outside.field, outside.row]).toEqual(["B3", "Waarde", 3]);
    const none = await about("PA-001", [block("PA_Instellingen", [{ Instelling: "Verslagkwartaal", Waarde: null }])]);
    expect([none.cell, none.row]).toEqual(["B2", 2]);
  });

  it("the row of a subtotal, and a double row by the names of parties", async () => {
    const rows = [letting("MeerWonen", "regulier", 10), letting("WYwonen", "regulier", 10), letting("Totaal", "", 20)];
    const blocks = [block("PA_Toewijzingen", rows)];
    expect((await about("PA-107", blocks)).row).toBe(4);
    expect((await about("PA-110", blocks)).message.nl).toContain("2026-Q3 \u00b7 WYwonen \u00b7 regulier");
  });

  it("an abbreviation is taken for the word it begins, not for one that looks like it", async () => {
    const short = await about("PA-138", [block("PA_Toewijzingen", [letting("WYwonen", "reg", 10)])]);
    expect(short.message.nl).toContain("Bedoelt u 'regulier'?");
  });
});
