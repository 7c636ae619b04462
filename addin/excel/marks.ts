import { WorkbookError, type CellValue, type Mark } from "@prestatieafspraken/quarterly";
import {
  areaOf,
  cellName,
  isMarkFormula,
  isMarksSheet,
  markFormula,
  marksHeaders,
  noteSignature,
  parseCell,
  refusal,
} from "@prestatieafspraken/xlsx";
import { supports } from "./host.js";
import { inParts, inTurn } from "./in-parts.js";

/**
 * A mark is a conditional format plus a note. The format covers the cell's own style and leaves no trace when removed.
 * Its rule is always true and contains our name, so that marks by any version of the product are recognised.
 */
const noteText = (mark: Mark): string => `${noteSignature}\n${mark.text}`;
const isOurNote = (content: string): boolean => content.startsWith(noteSignature);

/** The style of marks, as in a file marked by `pa check --mark`. Bold, underline and borders show it without colour. */
const looks: Readonly<
  Record<
    Mark["severity"],
    { readonly fill: string; readonly text: string; readonly style: "Continuous" | "Dash" | "Dot" }
  >
> = {
  error: { fill: "#FFC7CE", text: "#9C0006", style: "Continuous" },
  warning: { fill: "#FFEB9C", text: "#7F4F00", style: "Dash" },
  info: { fill: "#DDEBF7", text: "#1F3864", style: "Dot" },
};
const severities = Object.keys(looks) as Mark["severity"][];

/** Notes, which every Excel version shows; hosts without that API (before ExcelApi 1.18) get comments. */
type Remarks = Excel.NoteCollection | Excel.CommentCollection;
function remarks(context: Excel.RequestContext): readonly Remarks[] {
  const { workbook } = context;
  const hasNotes = supports("ExcelApi", "1.18") && (workbook.notes as Excel.NoteCollection | undefined) !== undefined;
  return hasNotes ? [workbook.notes, workbook.comments] : [workbook.comments];
}

/** Normalises an address: "Blad1!$D$7" or "'Mijn blad'!D7" becomes "Mijn blad!D7". */
export function place(address: string): string {
  const bang = address.lastIndexOf("!");
  const sheet = address
    .slice(0, bang)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  return `${sheet}!${address
    .slice(bang + 1)
    .replaceAll("$", "")
    .toUpperCase()}`;
}

interface Trace {
  readonly at: readonly string[];
  /** For a rule: its severity. */
  readonly severity: Mark["severity"] | null;
  delete(): void;
}

/** Our marks on these sheets, and the cells that have someone else's note or comment. */
async function traces(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<{ readonly ours: readonly Trace[]; readonly others: ReadonlySet<string> }> {
  const formats = sheets.map((sheet) => sheet.getRange().conditionalFormats.load("items/type"));
  const written = remarks(context).map((collection) => (collection as Excel.CommentCollection).load("items/content"));
  await context.sync();

  const custom = formats
    .flatMap(({ items }) => items)
    .filter(({ type }) => type === Excel.ConditionalFormatType.custom)
    .map((format) => ({
      format,
      rule: format.custom.rule.load("formula"),
      ranges: format.getRanges().load("address"),
    }));
  if (custom.length > 0) await context.sync();
  const notes: { readonly note: Excel.Comment | Excel.Note; readonly range: Excel.Range }[] = [];
  await inTurn(
    context,
    written.flatMap(({ items }) => items as readonly (Excel.Comment | Excel.Note)[]),
    (note) => notes.push({ note, range: note.getLocation().load("address") }),
  );

  return {
    ours: [
      ...custom
        .filter(({ rule }) => isMarkFormula(rule.formula))
        .map(({ format, rule, ranges }) => ({
          at: places(ranges.address),
          severity: severities.find((one) => rule.formula === `=${markFormula(one)}`) ?? "error",
          delete: () => format.delete(),
        })),
      ...notes
        .filter(({ note }) => isOurNote(note.content))
        .map(({ note, range }) => ({ at: [place(range.address)], severity: null, delete: () => note.delete() })),
    ],
    others: new Set(notes.filter(({ note }) => !isOurNote(note.content)).map(({ range }) => place(range.address))),
  };
}

/** Every cell of "Blad1!A2:B3,Blad1!D7". */
function places(address: string): readonly string[] {
  return address.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).flatMap((part) => {
    const whole = place(part);
    const bang = whole.lastIndexOf("!");
    const { top, left, bottom, right } = areaOf(whole.slice(bang + 1));
    const cells: string[] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) cells.push(whole.slice(0, bang + 1) + cellName(row, column));
    return cells;
  });
}

/** A refusal that names the sheets to unprotect. */
const protectedSheets = (names: readonly string[], { nl, en }: { nl: string; en: string }): WorkbookError => {
  const which = names.join(", ");
  return new WorkbookError("PROTECTED_SHEET", { nl: nl.replace("%", () => which), en: en.replace("%", () => which) });
};

/**
 * Marks cells, replacing earlier marks on them. A cell with a user's own note keeps it and gets only the format.
 * Refuses, and marks nothing, if one of the sheets is protected.
 */
export async function putMarks(context: Excel.RequestContext, marks: readonly Mark[]): Promise<void> {
  const wanted = new Map(marks.map((mark) => [place(`${mark.sheet}!${mark.cell}`), mark]));
  const names = [...new Set(marks.map(({ sheet }) => sheet))];
  const sheets = names.map((name) => context.workbook.worksheets.getItem(name).load("name,protection/protected"));
  const { ours, others } = await traces(context, sheets);
  const locked = sheets.filter(({ protection }) => protection.protected).map(({ name }) => name);
  if (locked.length > 0)
    throw protectedSheets(locked, {
      nl: "Beveiligd, dus niet gemarkeerd: %. Hef de beveiliging op (tabblad Controleren) en probeer het opnieuw.",
      en: "Protected, so not marked: %. Remove the protection (Review tab) and try again.",
    });
  const over = ours.filter(({ at }) => at.some((cell) => wanted.has(cell)));
  // A rule covers many cells; those not marked anew keep their mark.
  const kept = over.flatMap(({ at, severity }) =>
    severity === null ? [] : at.filter((cell) => !wanted.has(cell)).map((cell) => ({ at: cell, severity })),
  );
  // Old marks go first: Excel refuses a second note on a cell.
  await inTurn(context, over, (trace) => trace.delete());
  const all = [...kept, ...Array.from(wanted, ([at, { severity }]) => ({ at, severity }))];
  for (const severity of severities)
    for (const name of new Set(all.map(({ at }) => sheetIn(at))))
      await inTurn(
        context,
        inParts(all.filter((one) => one.severity === severity && sheetIn(one.at) === name)),
        (part) =>
          colour(
            context.workbook.worksheets.getItem(name),
            part.map(({ at }) => cellIn(at)),
            severity,
          ),
      );
  const [collection] = remarks(context);
  await inTurn(
    context,
    [...wanted].filter(([at]) => !others.has(at)),
    ([, mark]) => {
      const range = context.workbook.worksheets.getItem(mark.sheet).getRange(mark.cell);
      (collection as Excel.CommentCollection).add(range, noteText(mark));
    },
  );
}

const sheetIn = (at: string): string => at.slice(0, at.lastIndexOf("!"));
const cellIn = (at: string): string => at.slice(at.lastIndexOf("!") + 1);

/** Adds one rule over all cells with the same severity. */
function colour(sheet: Excel.Worksheet, cells: readonly string[], severity: Mark["severity"]): void {
  const format = sheet.getRanges(cells.join(",")).conditionalFormats.add(Excel.ConditionalFormatType.custom);
  const { fill, text, style } = looks[severity];
  format.custom.rule.formula = `=${markFormula(severity)}`;
  format.custom.format.fill.color = fill;
  format.custom.format.font.color = text;
  format.custom.format.font.bold = true;
  format.custom.format.font.underline = "Single";
  for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
    const border = format.custom.format.borders.getItem(edge);
    border.color = text;
    border.style = style;
  }
}

/**
 * True for the list of findings that comes with marks made in a file. Checks more than name and headers: once a user
 * adds a column or a line, it is their sheet.
 */
const isOurList = (name: string, rows: readonly (readonly CellValue[])[]): boolean =>
  isMarksSheet(name, () => rows[0] ?? []) &&
  rows.every((row) => row.length === marksHeaders.length && row.every((cell) => typeof cell === "string" && cell)) &&
  rows.slice(1).every(([, , cell]) => typeof cell === "string" && parseCell(cell) !== null);

/**
 * Removes all our marks, whatever user or tool made them. Returns the number of cells. Marks on protected
 * sheets stay; an error then names those sheets, after the others were cleared.
 */
export async function removeMarks(context: Excel.RequestContext): Promise<number> {
  const sheets = context.workbook.worksheets.load("items/name,items/visibility,items/protection/protected");
  const structure = context.workbook.protection.load("protected");
  await context.sync();
  const { ours } = await traces(context, sheets.items);
  const isLocked = new Map(sheets.items.map(({ name, protection }) => [name, protection.protected]));
  const sheetOf = (at: string): string => at.slice(0, at.lastIndexOf("!"));
  const locked = new Set(ours.flatMap(({ at }) => at.map(sheetOf)).filter((name) => isLocked.get(name)));
  const free = ours.filter(({ at }) => !at.some((cell) => locked.has(sheetOf(cell))));
  await inTurn(context, free, (trace) => trace.delete());

  const named = sheets.items.filter(({ name }) => isMarksSheet(name, () => marksHeaders));
  const written = named.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("values,rowIndex,columnIndex"));
  await context.sync();
  const lists = named.filter((sheet, i) => {
    const used = written[i]!;
    const atTop = !used.isNullObject && used.rowIndex === 0 && used.columnIndex === 0;
    return atTop && isOurList(sheet.name, used.values as CellValue[][]);
  });
  const staysVisible = sheets.items.some((sheet) => sheet.visibility === "Visible" && !lists.includes(sheet));
  if (lists.length > 0 && structure.protected) throw refusal("PROTECTED_STRUCTURE");
  // Excel requires at least one visible sheet.
  if (staysVisible) for (const list of lists) list.delete();
  await context.sync();
  if (locked.size > 0)
    throw protectedSheets([...locked], {
      nl: "Op beveiligde bladen staan nog markeringen: %. Hef de beveiliging op (tabblad Controleren) en probeer het opnieuw.",
      en: "There are still marks on protected sheets: %. Remove the protection (Review tab) and try again.",
    });
  return new Set(free.flatMap(({ at }) => at)).size;
}
