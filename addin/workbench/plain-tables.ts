import { typedNumber, type Language } from "@prestatieafspraken/indicators";
import { WorkbookError, type CellValue, type SheetTable } from "@prestatieafspraken/quarterly";
import { cellName } from "@prestatieafspraken/xlsx";
import type { GridWorkbook } from "./grid-workbook.js";
import { say, words } from "./words.js";

const rowsAtOnce = 50;
/** Width of a field, in characters. */
const [narrowest, widest] = [8, 48];
const dayZero = Date.UTC(1899, 11, 30);

const written = (value: CellValue, isDate: boolean, language: Language): string => {
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  if (typeof value === "number" && isDate) {
    const day = new Date(dayZero + value * 86_400_000);
    return [day.getUTCDate(), day.getUTCMonth() + 1, day.getUTCFullYear()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
  }
  return typeof value === "number" ? typedNumber(value, language) : String(value);
};

/** Date format for a cell that had none. */
const dayFormat = "dd-mm-yyyy";

/**
 * Parses typed text in the language's notation: in Dutch "11.018" is eleven thousand. Ambiguous input stays text, which
 * validation explains.
 */
export function typed(text: string, language: Language): { readonly value: CellValue; readonly format?: string } {
  const trimmed = text.trim();
  if (trimmed === "") return { value: null };
  const [thousands, decimal] = language === "nl" ? [".", ","] : [",", "."];
  const number = new RegExp(`^-?(?:\\d{1,3}(?:\\${thousands}\\d{3})+|\\d+)(?:\\${decimal}\\d+)?$`);
  if (number.test(trimmed) && !/^-?0\d/.test(trimmed))
    return { value: Number(trimmed.replaceAll(thousands, "").replace(decimal, ".")) };
  const day = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(trimmed);
  if (day) {
    const [, d, m, y] = day.map(Number) as [number, number, number, number];
    const at = Date.UTC(y, m - 1, d);
    if (new Date(at).getUTCDate() === d) return { value: (at - dayZero) / 86_400_000, format: dayFormat };
  }
  return { value: text };
}

/**
 * Shows the tables of the workbook as HTML tables with a field per cell, to read with a screen reader and to fill in
 * without the grid.
 */
export async function showPlainTables(
  element: HTMLElement,
  workbook: GridWorkbook,
  language: Language,
  tell: (sentence: string) => void,
): Promise<void> {
  const t = say(language);
  // Excel tables come first, then other blocks that look like a table.
  const tables = (await workbook.tables())
    .filter(({ rows, headers }) => rows.length > 0 && headers.length > 1)
    .sort((a, b) => Number(a.name === null) - Number(b.name === null));
  const nameOf = namer(tables);
  element.replaceChildren();
  if (tables.length === 0) {
    element.append(Object.assign(document.createElement("p"), { textContent: t(words.noTables) }));
    return;
  }
  const label = Object.assign(document.createElement("label"), { textContent: `${t(words.table)} ` });
  const choice = document.createElement("select");
  for (const [i, table] of tables.entries()) choice.add(new Option(nameOf(table), String(i)));
  label.append(choice);
  const shown = document.createElement("div");
  shown.className = "pa-plain-rows";
  shown.tabIndex = 0;
  shown.setAttribute("role", "region");
  element.append(label, shown);
  let first = 0;
  const draw = (): void => {
    const table = tables[Number(choice.value)]!;
    shown.setAttribute("aria-label", nameOf(table));
    shown.replaceChildren(...part(table, nameOf(table), first, workbook, language, tell, move));
  };
  const move = (to: number): void => {
    first = to;
    draw();
    shown.focus();
  };
  choice.addEventListener("change", () => {
    first = 0;
    draw();
  });
  draw();
}

/** What people call a table: its sheet, as far as that has no other. */
function namer(tables: readonly SheetTable[]): (table: SheetTable) => string {
  return ({ name, sheet, headerRow }) =>
    tables.filter((one) => one.sheet === sheet).length === 1 ? sheet : (name ?? `${sheet} (${headerRow})`);
}

function part(
  table: SheetTable,
  name: string,
  first: number,
  workbook: GridWorkbook,
  language: Language,
  tell: (sentence: string) => void,
  move: (first: number) => void,
): HTMLElement[] {
  const t = say(language);
  const until = Math.min(first + rowsAtOnce, table.rows.length);
  const html = document.createElement("table");
  html.createCaption().textContent = `${name}. ${t(words.rows, { from: first + 1, until, count: table.rows.length })}`;
  const head = html.createTHead().insertRow();
  for (const text of ["", ...table.headers]) {
    const cell = document.createElement(text === "" ? "td" : "th");
    if (cell.tagName === "TH") cell.setAttribute("scope", "col");
    cell.textContent = text;
    head.append(cell);
  }
  const body = html.createTBody();
  for (let i = first; i < until; i++) {
    const line = body.insertRow();
    const number = document.createElement("th");
    number.scope = "row";
    number.textContent = String(table.headerRow + 1 + i);
    line.append(number);
    table.headers.forEach((header, column) => {
      const cell = line.insertCell();
      const isDate = table.isDate?.(i, column) ?? false;
      const text = written(table.rows[i]![column] ?? null, isDate, language);
      if (table.formula?.(i, column)) {
        cell.textContent = text;
        return;
      }
      const field = document.createElement("input");
      field.value = text;
      field.size = Math.min(widest, Math.max(narrowest, text.length));
      field.setAttribute("aria-label", `${header}, ${t(words.row)} ${table.headerRow + 1 + i}`);
      let before = text;
      field.addEventListener("change", () => {
        const at = { sheet: table.sheet, cell: cellName(table.headerRow + 1 + i, table.firstColumn + column) };
        const { value, format } = typed(field.value, language);
        workbook.change([{ ...at, value, ...(format !== undefined && !isDate && { format }) }]).then(
          () => {
            before = field.value;
          },
          (error: unknown) => {
            field.value = before;
            tell(error instanceof WorkbookError ? error.sentence[language] : t(words.failed));
          },
        );
      });
      cell.append(field);
    });
  }
  const steps = document.createElement("p");
  const step = (label: string, to: number, possible: boolean): void => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    button.disabled = !possible;
    button.addEventListener("click", () => move(to));
    steps.append(button, " ");
  };
  step(t(words.earlier), Math.max(0, first - rowsAtOnce), first > 0);
  step(t(words.later), until, until < table.rows.length);
  return [html, steps];
}
