import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import {
  applyFixes,
  read,
  validate,
  WorkbookError,
  type CellValue,
  type SheetTable,
  type Workbook,
} from "@prestatieafspraken/quarterly";
import { cellName } from "@prestatieafspraken/xlsx";
import {
  belowWorkbook,
  contractWorkbook,
  factsWorkbook,
  neighbours,
  projectHeaders,
  twoHeaderRows,
} from "./contract-workbook.js";

/** An opened workbook; `save` returns the current file, if the host has one. */
export type OpenedWorkbook = Workbook & { save?(): Promise<Uint8Array> };

export interface Adapter {
  open(bytes: Uint8Array): Promise<OpenedWorkbook>;
}

/** The contract for every adapter of the Workbook port. */
export function portContract(name: string, { open }: Adapter): void {
  const opened = () => open(contractWorkbook());
  const table = async (workbook: Workbook, wanted: string): Promise<SheetTable> => {
    const found = (await workbook.tables()).filter(
      (one) => one.name === wanted || (one.name === null && one.sheet === wanted),
    );
    expect(found.map((one) => one.name ?? one.sheet)).toEqual([wanted]);
    return found[0]!;
  };
  const refused = async (work: Promise<unknown>, code: string): Promise<void> => {
    const problem: unknown = await work.then(
      () => "not refused",
      (thrown: unknown) => thrown,
    );
    expect(problem).toBeInstanceOf(WorkbookError);
    const { code: given, sentence } = problem as WorkbookError;
    expect(given).toBe(code);
    expect(sentence.nl).toMatch(/\.$/);
    expect(sentence.en).toMatch(/\.$/);
  };

  describe(`the workbook port: ${name}`, () => {
    it("finds Excel tables by name, at their position, with all columns", async () => {
      const projects = await table(await opened(), "PA_Nieuwbouw");
      expect(projects).toMatchObject({ sheet: "Nieuwbouw", headerRow: 3, firstColumn: 2, headers: projectHeaders });
      expect(projects.rows).toHaveLength(3);
    });

    it("reads text as text and numbers as numbers, and distinguishes empty from zero", async () => {
      const { rows } = await table(await opened(), "PA_Nieuwbouw");
      expect(rows[0]).toEqual(["2026-Q3", "OEG-01", 24, 80, 0.3, 46295, true, "van ons"]);
      expect(rows[1]).toEqual(["2026-Q3", "OEG-02", 0, 40, 0, null, false, null]);
      expect(rows[2]).toEqual(["2026-Q3", "0003", null, { error: "#N/A" }, null, null, null, "ca. 12"]);
    });

    it("reports which numbers are dates, and which cells have a formula", async () => {
      const projects = await table(await opened(), "PA_Nieuwbouw");
      expect([projects.isDate?.(0, 5), projects.isDate?.(0, 2), projects.isDate?.(0, 4)]).toEqual([true, false, false]);
      expect(projects.formula?.(0, 4)).toBe("=D4/E4");
      expect(projects.formula?.(0, 3) ?? null).toBeNull();
    });

    it("reports numbers displayed differently: a percentage, a date, leading zeros", async () => {
      const { format } = await table(await open(factsWorkbook()), "PA_Nieuwbouw");
      expect([format?.(0, 2), format?.(1, 2), format?.(2, 1)]).toEqual(["0.00%", null, "0000"]);
    });

    it("reports rows struck through, values from other workbooks, and hidden sheets", async () => {
      const workbook = await open(factsWorkbook());
      const projects = await table(workbook, "PA_Nieuwbouw");
      expect(projects.struckRows).toEqual([1]);
      expect(projects.linked).toEqual([{ row: 2, column: 2, source: "Opgave Q2.xlsx" }]);
      expect([projects.hiddenSheet, (await table(workbook, "PA_Voorraad")).hiddenSheet]).toEqual([undefined, true]);
    });

    it("reports hidden rows and columns of a table, and none of a table that shows everything", async () => {
      const workbook = await open(belowWorkbook());
      const hidden = async (wanted: string) => {
        const { hiddenRows, hiddenColumns } = await table(workbook, wanted);
        return [hiddenRows, hiddenColumns];
      };
      expect(await hidden("PA_Nieuwbouw")).toEqual([undefined, [1, 2]]);
      expect(await hidden("PA_Studenten")).toEqual([[1], undefined]);
      expect(await hidden("PA_Voorraad")).toEqual([undefined, [1]]);
    });

    it("separates a totals row from the data rows", async () => {
      const stock = await table(await open(factsWorkbook()), "PA_Voorraad");
      expect([stock.rows, stock.totals]).toEqual([[["2026-Q3", 1840]], ["Totaal", 1840]]);
    });

    it("reports filled rows below a table, also after empty rows, and can extend the table over them", async () => {
      const workbook = await open(factsWorkbook());
      const before = await table(workbook, "PA_Nieuwbouw");
      expect(before.rows).toHaveLength(4);
      const loose = [
        [null, null, null],
        ["los", "hiervan", null],
      ];
      expect(before.below).toEqual({
        firstRow: 6,
        rows: [["2026-Q3", "OEG-05", 8], ["2026-Q3", "OEG-06", 9], ...loose],
      });
      expect([before.isDate?.(4, 2), before.isDate?.(7, 2)]).toEqual([false, false]);
      await refused(workbook.extendTable({ name: "PA_Voorraad", sheet: "Voorraad" }, 5), "TOTALS_ROW");
      await workbook.extendTable(before, 7);
      const after = await table(workbook, "PA_Nieuwbouw");
      expect(after.rows.map((row) => row[1]).slice(-2)).toEqual(["OEG-05", "OEG-06"]);
      expect(after.below).toEqual({ firstRow: 9, rows: [["los", "hiervan", null]] });
    });

    it("reports rows below a table up to the next one, in its own columns only", async () => {
      const workbook = await open(belowWorkbook());
      const below = async (wanted: string) => (await table(workbook, wanted)).below;
      expect(await below("PA_Nieuwbouw")).toEqual({
        firstRow: 5,
        rows: [
          ["2026-Q3", "OEG-02", 46295],
          [null, null, null],
          ["2026-Q3", "OEG-03", 46295],
        ],
      });
      const { isDate } = await table(workbook, "PA_Nieuwbouw");
      expect([isDate?.(3, 2), isDate?.(5, 2)]).toEqual([false, true]);
      expect(await below("PA_Voorraad")).toBeUndefined();
      expect(await below("PA_Studenten")).toBeUndefined();
    });

    it("finds a plain block of cells below a title", async () => {
      expect(await table(await opened(), "Toewijzingen")).toMatchObject({
        name: null,
        headerRow: 3,
        firstColumn: 1,
        headers: ["Kwartaal", "Verhuurder", "Aantal"],
        rows: [
          ["2026-Q3", "WYwonen", 31],
          ["2026-Q3", "Portaal", 12],
        ],
      });
    });

    it.each(["list", "table"] as const)(
      "hands over a header of two rows so that it is read as one: %s",
      async (kind) => {
        const ret = await read(await open(twoHeaderRows(kind)), { agreements });
        const projects = ret.tables.get("PA_Nieuwbouw")!;
        expect(projects.length).toBe(1);
        const counts = ["Sociale huur", "Middeldure huur", "Totaal"];
        expect(counts.map((header) => projects.typed(header, 0))).toEqual([10, 5, 15]);
        expect(validate(ret, { day: "2026-10-15" }).filter(({ rule }) => rule === "PA-149")).toHaveLength(1);
      },
    );

    it("lists the sheets in order", async () => {
      expect(await (await opened()).sheetNames()).toEqual(["Nieuwbouw", "Voorraad", "Toewijzingen", "Rest"]);
    });

    it("changes only the named cells", async () => {
      const workbook = await opened();
      await workbook.change([
        { sheet: "Nieuwbouw", cell: "D6", value: 7, expected: null },
        { sheet: "Nieuwbouw", cell: "I4", value: null, expected: "van ons" },
        { sheet: "Nieuwbouw", cell: "C5", value: ' <Oud & "nieuw"> ' },
        { sheet: "Voorraad", cell: "B2", value: 1841, expected: 1840 },
      ]);
      const { rows } = await table(workbook, "PA_Nieuwbouw");
      expect(rows[0]).toEqual(["2026-Q3", "OEG-01", 24, 80, 0.3, 46295, true, null]);
      expect(rows[1]![1]).toBe(' <Oud & "nieuw"> ');
      expect(rows[2]).toEqual(["2026-Q3", "0003", 7, { error: "#N/A" }, null, null, null, "ca. 12"]);
      expect((await table(workbook, "PA_Voorraad")).rows).toEqual([["2026-Q3", 1841]]);
      expect((await table(workbook, "Toewijzingen")).rows).toHaveLength(2);
    });

    it("keeps a date cell a date when its value changes", async () => {
      const workbook = await opened();
      await workbook.change([{ sheet: "Nieuwbouw", cell: "G4", value: 46296, expected: 46295 }]);
      const projects = await table(workbook, "PA_Nieuwbouw");
      expect([projects.rows[0]![5], projects.isDate?.(0, 5)]).toEqual([46296, true]);
    });

    it("changes nothing if one cell does not hold the expected value", async () => {
      const workbook = await opened();
      const work = workbook.change([
        { sheet: "Nieuwbouw", cell: "D4", value: 99, expected: 24 },
        { sheet: "Nieuwbouw", cell: "D5", value: 99, expected: 5 },
      ]);
      await refused(work, "CHANGED_SINCE");
      expect((await table(workbook, "PA_Nieuwbouw")).rows.map((row) => row[2])).toEqual([24, 0, null]);
    });

    it("distinguishes zero from empty when checking the expected value", async () => {
      const workbook = await opened();
      await refused(workbook.change([{ sheet: "Nieuwbouw", cell: "D5", value: 1, expected: null }]), "CHANGED_SINCE");
      await refused(workbook.change([{ sheet: "Nieuwbouw", cell: "D6", value: 1, expected: 0 }]), "CHANGED_SINCE");
    });

    it("writes a formula that reads back as typed", async () => {
      const workbook = await opened();
      await workbook.change([{ sheet: "Nieuwbouw", cell: "F6", value: null, formula: "=SUM(D4:D5)" }]);
      expect((await table(workbook, "PA_Nieuwbouw")).formula?.(2, 4)).toBe("=SUM(D4:D5)");
    });

    it("refuses a missing sheet", async () => {
      await refused((await opened()).change([{ sheet: "Elders", cell: "A1", value: 1 }]), "NO_SHEET");
    });

    it("appends rows to an Excel table, and leaves the user's own columns and other tables alone", async () => {
      const workbook = await opened();
      const projects = await table(workbook, "PA_Nieuwbouw");
      await workbook.appendRows(projects, [
        ["2026-Q3", "OEG-04", 5, 10, null, 46200],
        ["2026-Q3", "OEG-05", 6, 12],
      ]);
      const after = await table(workbook, "PA_Nieuwbouw");
      expect(after.rows.map((row) => row[1])).toEqual(["OEG-01", "OEG-02", "0003", "OEG-04", "OEG-05"]);
      expect(after.rows[3]).toEqual(["2026-Q3", "OEG-04", 5, 10, null, 46200, null, null]);
      expect(after.isDate?.(3, 5)).toBe(true);
      expect(after.rows.slice(0, 3)).toEqual(projects.rows);
      expect((await table(workbook, "PA_Voorraad")).rows).toEqual([["2026-Q3", 1840]]);
    });

    it("appends rows to a plain block", async () => {
      const workbook = await opened();
      await workbook.appendRows(await table(workbook, "Toewijzingen"), [["2026-Q3", "DUWO", 3]]);
      expect((await table(workbook, "Toewijzingen")).rows.at(-1)).toEqual(["2026-Q3", "DUWO", 3]);
    });

    it("refuses rows that do not fit, and rows over existing content", async () => {
      const workbook = await opened();
      const stock = await table(workbook, "PA_Voorraad");
      await refused(workbook.appendRows(stock, [["2026-Q3", 1, "te veel"]]), "ROW_TOO_WIDE");
      await workbook.change([{ sheet: "Voorraad", cell: "B4", value: "voetnoot" }]);
      await refused(
        workbook.appendRows(stock, [
          ["2026-Q4", 1],
          ["2027-Q1", 2],
        ]),
        "BELOW_IN_USE",
      );
      expect((await table(workbook, "PA_Voorraad")).rows).toEqual([["2026-Q3", 1840]]);
    });

    it("takes cells of spaces as empty: they end a plain block, and rows are appended over them", async () => {
      const workbook = await opened();
      for (const [sheet, cell] of [
        ["Voorraad", "B3"],
        ["Toewijzingen", "A6"],
      ] as const)
        await workbook.change([{ sheet, cell, value: " \u00a0" }]);
      expect((await table(workbook, "Toewijzingen")).rows).toHaveLength(2);
      await workbook.appendRows(await table(workbook, "PA_Voorraad"), [["2026-Q4", 1850]]);
      await workbook.appendRows(await table(workbook, "Toewijzingen"), [["2026-Q3", "DUWO", 3]]);
      expect((await table(workbook, "PA_Voorraad")).rows).toEqual([
        ["2026-Q3", 1840],
        ["2026-Q4", 1850],
      ]);
      expect((await table(workbook, "Toewijzingen")).rows.at(-1)).toEqual(["2026-Q3", "DUWO", 3]);
    });

    describe("removes a row with the fix that deletes it", () => {
      const without = async (workbook: Workbook, place: SheetTable, index: number): Promise<void> => {
        const { sheet, headerRow, firstColumn, rows } = place;
        const row = headerRow + 1 + index;
        const cells = rows[index]!.flatMap((before, i) =>
          before === null ? [] : [{ sheet, cell: cellName(row, firstColumn + i), before, after: null }],
        );
        await applyFixes(workbook, [{ label: { nl: "", en: "" }, steps: [{ kind: "deleteRow", place, row, cells }] }]);
      };
      const isFilled = (cells: readonly CellValue[]): boolean => cells.some((cell) => cell !== null);
      /** What stays of the rows; a host that cannot move rows up leaves an empty one. */
      const expectLeft = (workbook: Workbook, after: SheetTable, left: readonly (readonly CellValue[])[]): void => {
        expect(after.rows.filter(isFilled)).toEqual(left);
        if (workbook.deleteRow !== undefined) expect(after.rows).toEqual(left);
      };
      const takenBack = async (workbook: Workbook & { undo?(): Promise<boolean> }): Promise<boolean> =>
        workbook.undo !== undefined && (await workbook.undo());

      it.each([1, 2])("number %i of an Excel table; undo brings it back, formulas included", async (index) => {
        const workbook = await opened();
        const before = await table(workbook, "PA_Nieuwbouw");
        await without(workbook, before, index);
        const after = await table(workbook, "PA_Nieuwbouw");
        expectLeft(workbook, after, before.rows.toSpliced(index, 1));
        expect(after.formula?.(0, 4)).toBe("=D4/E4");
        if (!(await takenBack(workbook))) return;
        const again = await table(workbook, "PA_Nieuwbouw");
        expect(again.rows).toEqual(before.rows);
        expect([again.formula?.(1, 4), again.isDate?.(0, 5)]).toEqual(["=D5/E5", true]);
      });

      it("of a plain block", async () => {
        const workbook = await opened();
        const before = await table(workbook, "Toewijzingen");
        await without(workbook, before, 0);
        expectLeft(workbook, await table(workbook, "Toewijzingen"), before.rows.slice(1));
        if (await takenBack(workbook)) expect((await table(workbook, "Toewijzingen")).rows).toEqual(before.rows);
      });

      it("and leaves a table beside it alone, as well as a note below", async () => {
        const workbook = await open(neighbours());
        const [stock, lettings] = [await table(workbook, "PA_Voorraad"), await table(workbook, "PA_Toewijzingen")];
        await without(workbook, stock, 1);
        expectLeft(workbook, await table(workbook, "PA_Voorraad"), [stock.rows[0]!, stock.rows[2]!]);
        expect((await table(workbook, "PA_Toewijzingen")).rows).toEqual(lettings.rows);
        // The footnote below would move up with the rows: this row stays, as an empty one.
        await without(workbook, lettings, 1);
        const after = await table(workbook, "PA_Toewijzingen");
        expect(after.rows).toEqual([lettings.rows[0], [null, null], lettings.rows[2]]);
        await workbook.change([{ sheet: "Naast elkaar", cell: "D6", value: "voetnoten", expected: "voetnoot" }]);
      });

      it("and not one that somebody has typed in since", async () => {
        const workbook = await opened();
        const before = await table(workbook, "PA_Nieuwbouw");
        expect((await workbook.deleteRow?.(before, 5)) ?? false).toBe(false);
        expect((await table(workbook, "PA_Nieuwbouw")).rows).toEqual(before.rows);
      });
    });

    it("adds a sheet, under another name if that one is taken", async () => {
      const workbook = await opened();
      const rows = [
        ["Indicator", "Waarde"],
        ["Aandeel sociaal", 0.16],
      ];
      expect(await workbook.addSheet("Rapport", rows)).toBe("Rapport");
      expect(await workbook.addSheet("Rapport", rows)).toBe("Rapport (2)");
      expect(await workbook.sheetNames()).toEqual([
        "Nieuwbouw",
        "Voorraad",
        "Toewijzingen",
        "Rest",
        "Rapport",
        "Rapport (2)",
      ]);
      expect((await table(workbook, "Rapport")).rows).toEqual([["Aandeel sociaal", 0.16]]);
    });

    it("adds a sheet with titles above its headers, found again as a table, that takes no change", async () => {
      const workbook = await opened();
      const rows = [["Vastgesteld: derde kwartaal 2026"], [], ["Indicator", "Waarde"], ["Aandeel sociaal", 0.16]];
      await workbook.addSheet("Stand", rows, { headerRow: 3, widths: [40, 12], isProtected: true });
      const stand = (await workbook.tables()).find(({ headers }) => headers.includes("Indicator"))!;
      expect([stand.sheet, stand.headerRow, stand.rows]).toEqual(["Stand", 3, [["Aandeel sociaal", 0.16]]]);
      await expect(workbook.change([{ sheet: "Stand", cell: "B4", value: 1 }])).rejects.toThrow();
      expect((await workbook.tables()).find(({ headers }) => headers.includes("Indicator"))!.rows).toEqual(stand.rows);
    });

    it("stores settings in the workbook, with any content", async () => {
      const workbook = await opened();
      const text = '{"a":"<é & \'€\'>"}\n tweede _x0041_ regel ';
      expect(await workbook.getSetting("akkoord")).toBeNull();
      await workbook.setSetting("akkoord", text);
      await workbook.setSetting('nog een "sleutel" & meer', "2");
      expect(await workbook.getSetting("akkoord")).toBe(text);
      expect(await workbook.getSetting('nog een "sleutel" & meer')).toBe("2");
      await workbook.setSetting("akkoord", "anders");
      expect(await workbook.getSetting("akkoord")).toBe("anders");
      await workbook.setSetting("akkoord", null);
      expect(await workbook.getSetting("akkoord")).toBeNull();
      expect((await workbook.tables()).map((one) => one.name ?? one.sheet)).toEqual([
        "PA_Nieuwbouw",
        "PA_Voorraad",
        "Toewijzingen",
      ]);
    });

    it("marks cells without changing their values, and removes the marks completely", async () => {
      const workbook = await opened();
      const before = (await workbook.tables()).map(({ rows, headers }) => ({ rows, headers }));
      await workbook.mark([
        { sheet: "Nieuwbouw", cell: "D6", severity: "error", text: "Sociale huur is leeg." },
        { sheet: "Toewijzingen", cell: "C5", severity: "warning", text: "Minder dan vorig kwartaal." },
      ]);
      await workbook.mark([{ sheet: "Nieuwbouw", cell: "D6", severity: "info", text: "Toch niet erg." }]);
      expect((await workbook.tables()).map(({ rows, headers }) => ({ rows, headers }))).toEqual(before);
      expect(await workbook.clearMarks()).toBe(2);
      expect(await workbook.clearMarks()).toBe(0);
      expect(await workbook.sheetNames()).toEqual(["Nieuwbouw", "Voorraad", "Toewijzingen", "Rest"]);
    });

    it("keeps changes when saved and reopened", async () => {
      const workbook = await opened();
      // A host that saves by itself has no file to return.
      if (!workbook.save) return;
      await workbook.change([{ sheet: "Nieuwbouw", cell: "D6", value: 7 }]);
      await workbook.appendRows(await table(workbook, "PA_Voorraad"), [["2026-Q4", 1850]]);
      await workbook.setSetting("akkoord", "ja");
      await workbook.mark([{ sheet: "Rest", cell: "A1", severity: "warning", text: "Wat is dit?" }]);
      const again = await open(await workbook.save());
      expect((await table(again, "PA_Nieuwbouw")).rows[2]![2]).toBe(7);
      expect((await table(again, "PA_Voorraad")).rows).toEqual([
        ["2026-Q3", 1840],
        ["2026-Q4", 1850],
      ]);
      expect(await again.getSetting("akkoord")).toBe("ja");
      expect(await again.clearMarks()).toBe(1);
    });
  });
}
