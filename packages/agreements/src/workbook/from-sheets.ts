import { fill, isEmptyCell, type Agreement, type CellValue, type Text } from "@prestatieafspraken/indicators";
import type { Known } from "../coherence.js";
import { suggestion } from "../suggestion.js";
import { CellMistake, said, spelledId, type Named } from "./cell.js";
import { put } from "./paths.js";
import { facts, inputColumns, lists, type Column, type ListSheet } from "./sheets.js";
import { factsSheet } from "./to-sheets.js";

/** A block of cells of a workbook: headers and the rows below them. */
export interface CellBlock {
  readonly sheet: string;
  /** Name of the Excel table; null if the block is not a table. */
  readonly name: string | null;
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** A mistake on an agreement sheet: which cell, why, what to do. */
export interface SheetProblem {
  readonly sheet: string;
  readonly cell: string | null;
  readonly message: Text;
}

/** The outcome of reading an agreement workbook. */
export interface FromSheets {
  /** The agreement as read from the sheets; not yet checked (see checkAgreement). */
  readonly file: unknown;
  readonly problems: readonly SheetProblem[];
  /** The cell a part of the agreement came from, by its path ("norms[2].value"). */
  readonly cellOf: (path: string) => { readonly sheet: string; readonly cell: string } | null;
}

const same = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ");
const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
const cellAt = (block: CellBlock, row: number, column: number): string =>
  `${letters(block.firstColumn + column)}${block.headerRow + 1 + row}`;

type Tree = Record<string, unknown>;

/**
 * Reads an agreement from the sheets of a workbook; other sheets are ignored. Indicators may be named by their id or their title:
 * `known` lists those of the product.
 */
export function fromSheets(blocks: readonly CellBlock[], known: Known = {}): FromSheets {
  const problems: SheetProblem[] = [];
  const cells = new Map<string, { sheet: string; cell: string }>();
  const file: Tree = {
    parties: [],
    figures: {},
    scope: {},
    parameters: [],
    norms: [],
    commitments: [],
    tensions: [],
    indicators: [],
  };
  const about = file as unknown as Agreement;
  const named: { parties: { id: string; kind: string; names: string[] }[] } = { parties: [] };
  const wrong = (block: CellBlock, cell: string | null, message: Text): void =>
    void problems.push({ sheet: block.sheet, cell, message });

  const read = (block: CellBlock, column: Column, cell: NonNullable<CellValue>, where: string): unknown => {
    try {
      return column.codec.read(cell, named satisfies Named);
    } catch (mistake) {
      if (!(mistake instanceof CellMistake)) throw mistake;
      wrong(
        block,
        where,
        fill({ nl: "{header}: {why}", en: "{header}: {why}" }, { header: column.header, why: mistake.sentence }),
      );
      return undefined;
    }
  };
  /** Fills one row of the agreement from its cells; empty cells get their column's default. */
  const fillRow = (
    block: CellBlock,
    columns: readonly Column[],
    cellOf: (column: Column) => { value: CellValue; where: string } | null,
    tree: Tree,
    path: string,
  ): void => {
    for (const column of columns) {
      const found = cellOf(column);
      if (found === null || isEmptyCell(found.value)) continue;
      cells.set(`${path}${column.path}`, { sheet: block.sheet, cell: found.where });
      const value = read(block, column, found.value, found.where);
      if (value !== undefined) put(tree, column.path, value);
    }
    for (const column of columns) {
      if (column.otherwise === undefined || !isEmptyCell(cellOf(column)?.value)) continue;
      const value = column.otherwise(tree, about);
      if (value !== undefined) put(tree, column.path, value);
    }
  };

  // Facts of the whole agreement: one per row, found by name.
  const block = blocks.find(
    ({ sheet, headers }) => same(sheet) === same(factsSheet) && headers.some((header) => same(header) === "gegeven"),
  );
  if (block === undefined) {
    problems.push({
      sheet: factsSheet,
      cell: null,
      message: {
        nl: "Het blad Gegevens ontbreekt. Begin met een nieuwe werkmap voor afspraken, of voeg dat blad toe met de kolommen Gegeven en Waarde.",
        en: "The sheet Gegevens is missing. Start from a new agreement workbook, or add that sheet with the columns Gegeven and Waarde.",
      },
    });
  } else {
    const label = block.headers.findIndex((header) => same(header) === "gegeven");
    const value = block.headers.findIndex((header) => same(header) === "waarde");
    fillRow(
      block,
      facts,
      (column) => {
        const row = block.rows.findIndex((cells) => same(said(cells[label])) === same(column.header));
        return row < 0 ? null : { value: block.rows[row]![value] ?? null, where: cellAt(block, row, value) };
      },
      file,
      "",
    );
    for (const { header, path, required } of facts)
      if (required === true && !cells.has(path))
        wrong(block, null, fill({ nl: "{header} is niet ingevuld.", en: "{header} is not filled in." }, { header }));
  }

  for (const list of lists) readList(list);
  nameIndicators();
  return { file, problems, cellOf: nearest };

  function readList(list: ListSheet): void {
    // Skips tables of a return in the same workbook (PA_…): one of its sheets is called Normen too.
    const own = blocks.filter(
      ({ sheet, name }) => name === list.table || (!/^PA_/i.test(name ?? "") && same(sheet) === same(list.sheet)),
    );
    for (const block of own) {
      const columnAt = new Map<Column, number>();
      for (const column of list.columns) {
        const index = block.headers.findIndex((header) => same(header) === same(column.header));
        if (index >= 0) columnAt.set(column, index);
      }
      if (columnAt.size === 0) continue;
      block.headers.forEach((header, index) => {
        if (header.trim() === "" || Array.from(columnAt.values()).includes(index)) return;
        const near = suggestion(
          header,
          list.columns.map((column) => column.header),
        );
        if (near.nl !== "")
          wrong(block, `${letters(block.firstColumn + index)}${block.headerRow}`, {
            nl: `De kolom “${header.slice(0, 60)}” is niet bekend.${near.nl}`,
            en: `The column “${header.slice(0, 60)}” is not known.${near.en}`,
          });
      });
      block.rows.forEach((row, index) => {
        if (row.every(isEmptyCell)) return;
        readRow(list, block, row, index, columnAt);
      });
    }
  }

  function readRow(
    list: ListSheet,
    block: CellBlock,
    row: CellBlock["rows"][number],
    index: number,
    columnAt: ReadonlyMap<Column, number>,
  ): void {
    const cellOf = (column: Column): { value: CellValue; where: string } | null => {
      const at = columnAt.get(column);
      return at === undefined ? null : { value: row[at] ?? null, where: cellAt(block, index, at) };
    };
    const given = (column: Column): boolean => !isEmptyCell(cellOf(column)?.value);
    const first = { sheet: block.sheet, cell: cellAt(block, index, columnAt.values().next().value ?? 0) };
    const continues = list.path === "indicators" && isContinued(list, cellOf);
    for (const column of list.columns)
      if (column.required === true && !given(column) && !continues)
        wrong(
          block,
          cellOf(column)?.where ?? null,
          fill({ nl: "{header} is niet ingevuld.", en: "{header} is not filled in." }, { header: column.header }),
        );

    if (list.path === "indicators") {
      readIndicator(list, block, cellOf, given, first);
      return;
    }
    const tree: Tree = {};
    if (list.path === "figures") {
      fillRow(block, list.columns, cellOf, tree, "figures.?.");
      const { id, ...figure } = tree;
      if (typeof id !== "string") return;
      for (const column of list.columns) {
        const at = cells.get(`figures.?.${column.path}`);
        if (at) cells.set(`figures.${id}.${column.path}`, at);
        cells.delete(`figures.?.${column.path}`);
      }
      cells.set(`figures.${id}`, first);
      (file["figures"] as Tree)[id] = figure;
      return;
    }
    const rows = (file[list.path] ??= []) as Tree[];
    const path = `${list.path}[${rows.length}]`;
    cells.set(path, first);
    fillRow(block, list.columns, cellOf, tree, `${path}.`);
    rows.push(tree);
    if (list.path === "parties" && typeof tree["id"] === "string")
      named.parties.push({
        id: tree["id"],
        kind: String(tree["kind"]),
        names: [
          typeof tree["name"] === "string" ? tree["name"] : "",
          ...((tree["aliases"] as string[] | undefined) ?? []),
        ],
      });
  }

  /** True if the row adds a count to an indicator of an earlier row. */
  function isContinued(list: ListSheet, cellOf: (column: Column) => { value: CellValue } | null): boolean {
    const id = cellOf(list.columns[0]!)?.value;
    return (file["indicators"] as Tree[]).some((one) => isEmptyCell(id) || one["id"] === spelledId(said(id)));
  }

  function readIndicator(
    list: ListSheet,
    block: CellBlock,
    cellOf: (column: Column) => { value: CellValue; where: string } | null,
    given: (column: Column) => boolean,
    first: { sheet: string; cell: string },
  ): void {
    const rows = file["indicators"] as Tree[];
    const own = list.columns.filter((column) => !inputColumns.includes(column));
    const id = spelledId(said(cellOf(list.columns[0]!)?.value));
    let at = id === "" ? rows.length - 1 : rows.findIndex((one) => one["id"] === id);
    const counts = inputColumns.some(given);
    if (at < 0 && !counts && !own.some((column) => ["expression", "title.nl"].includes(column.path) && given(column))) {
      // The row only sets which parties an indicator of the product is about.
      const tree: Tree = {};
      fillRow(
        block,
        own.filter(({ path }) => path === "id" || path === "scope"),
        cellOf,
        tree,
        `scope.${id}.`,
      );
      cells.set(`scope.${id}`, first);
      if (tree["scope"] !== undefined) (file["scope"] as Tree)[id] = tree["scope"];
      return;
    }
    if (at < 0) {
      at = rows.length;
      const tree: Tree = {};
      const path = `indicators[${at}]`;
      cells.set(path, first);
      fillRow(block, own, cellOf, tree, `${path}.`);
      if (tree["scope"] !== undefined) (file["scope"] as Tree)[id] = tree["scope"];
      delete tree["scope"];
      // Without a prototype, an input may be called anything.
      tree["inputs"] = Object.create(null);
      rows.push(tree);
    }
    if (!counts) return;
    const input: Tree = {};
    const name = said(cellOf(inputColumns[0]!)?.value) || "aantal";
    const path = `indicators[${at}].inputs.${name}`;
    cells.set(path, first);
    fillRow(block, inputColumns.slice(1), cellOf, input, `${path}.`);
    const indicator = rows[at]!;
    (indicator["inputs"] as Tree)[name] = input;
    // With a single count and no formula, the count is the indicator.
    indicator["expression"] ??= name;
  }

  /** Replaces indicators named by their title, or in other letters, by their id. */
  function nameIndicators(): void {
    const own = file["indicators"] as Tree[];
    const all = [
      ...own.map(({ id, title }) => ({ id, title: (title as { nl?: unknown } | undefined)?.nl })),
      ...(known.indicators ?? []).map(({ id, title }) => ({ id, title: title?.nl })),
    ];
    const meant = (typed: unknown): unknown => {
      if (typeof typed !== "string") return typed;
      const found =
        all.find(({ id }) => typeof id === "string" && id === spelledId(typed)) ??
        all.find(({ title }) => typeof title === "string" && same(title) === same(typed));
      return found?.id ?? typed;
    };
    const rows = (name: string): Tree[] => file[name] as Tree[];
    for (const row of [...rows("norms"), ...rows("tensions")])
      if ("indicator" in row) row["indicator"] = meant(row["indicator"]);
    for (const row of rows("commitments"))
      if (Array.isArray(row["indicators"])) row["indicators"] = row["indicators"].map(meant);
  }

  /** The cell of a path, or of the nearest part that contains it. */
  function nearest(path: string): { sheet: string; cell: string } | null {
    let here = path;
    for (;;) {
      const found = cells.get(here) ?? cells.get(`${here}.nl`);
      if (found) return found;
      const around = here.replace(/(\[\d+\]|\.?[^.[\]]+)$/, "");
      if (around === here || around === "") return null;
      here = around;
    }
  }
}
