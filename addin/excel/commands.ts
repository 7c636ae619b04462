/** Commands of the ribbon, the cell menu and the keyboard shortcuts. Their answers appear in the pane. */
import { agreements } from "@prestatieafspraken/agreements";
import {
  call,
  cellsLine,
  fn,
  fromStored,
  liveContext,
  liveScope,
  madeOf,
  movedBy,
  soleCall,
  type CellInput,
} from "@prestatieafspraken/functions";
import { fill, indicator, InputError, type Text } from "@prestatieafspraken/indicators";
import { read, type CellAt, type Return } from "@prestatieafspraken/quarterly";
import { parseCell } from "@prestatieafspraken/xlsx";
import { formulaIn } from "./cell-value.js";
import { run, supports } from "./host.js";
import { thisWorkbook } from "./this-workbook.js";

/** The active cell and its formula, if any. */
async function selected(): Promise<CellAt & { readonly formula: string | null }> {
  return run(async (context) => {
    const cell = context.workbook.getActiveCell().load("address,formulas,values,worksheet/name");
    await context.sync();
    const { address, formulas, values, worksheet } = cell;
    return {
      sheet: worksheet.name,
      cell: address.slice(address.lastIndexOf("!") + 1).replaceAll("$", ""),
      formula: formulaIn(formulas[0]![0], values[0]![0]),
    };
  });
}

/** A quoted text or a number as a value; null for anything else, such as a cell reference. */
const literal = (text: string): CellInput => {
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted !== null) return quoted[1]!.replaceAll('""', '"');
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
};

const noFormula: Text = {
  nl: "In deze cel staat geen PA-formule die uit de werkmap rekent. Wijs zo'n cel aan, zoals =PA.SOCIALSHARE(), of een rij in een PA-tabel.",
  en: "This cell holds no PA formula that answers from the workbook. Select one, such as =PA.SOCIALSHARE(), or a row in a PA table.",
};

/**
 * "Leg dit getal uit": the calculation behind the formula in the active cell; in a table row, the figures that count
 * the row.
 */
export async function explained(): Promise<Text> {
  const at = await selected();
  const ret = await read(thisWorkbook, { agreements });
  const asked = at.formula === null ? null : soleCall(fromStored(at.formula));
  const called = asked === null ? undefined : fn(asked.id);
  if (asked === null || called === undefined) return counts(ret, at);
  const inputs = asked.arguments.map(literal);
  const { result } = call(called.id, inputs, liveContext(ret));
  if (result === undefined) return noFormula;
  return { nl: `${called.title.nl}: ${result.explanations.nl}`, en: `${called.title.en}: ${result.explanations.en}` };
}

/** Names the figures that count a table row. */
function counts(ret: Return, { sheet, cell }: CellAt): Text {
  const row = parseCell(cell)?.row;
  const ids = row === undefined ? [] : movedBy(ret, { sheet, row });
  if (ids.length === 0) return noFormula;
  const named = (language: "nl" | "en"): string => ids.map((id) => indicator(id)!.title[language]).join("; ");
  return fill(
    { nl: "Rij {row} van {sheet} telt mee in: {names}.", en: "Row {row} of {sheet} is counted in: {names}." },
    { row: String(row), sheet, names: { nl: named("nl"), en: named("en") } },
  );
}

/** "Welke rijen tellen mee?": selects and names the cells that the formula in the active cell counts. */
export async function shownRows(): Promise<Text> {
  const at = await selected();
  const ret = await read(thisWorkbook, { agreements });
  const asked = at.formula === null ? null : soleCall(fromStored(at.formula));
  const called = asked === null ? undefined : fn(asked.id);
  if (asked === null || called === undefined) return counts(ret, at);
  try {
    const made = madeOf(ret, called.id, liveScope(called, asked.arguments.map(literal)));
    const { cells } = made;
    const [first] = cells;
    if (first === undefined) return noFormula;
    // Excel selects on one sheet at a time, and limits the length of an address with several areas.
    const together = cells.filter(({ sheet }) => sheet === first.sheet).slice(0, 500);
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(first.sheet);
      sheet.activate();
      const areas = sheet.getRanges(together.map(({ cell }) => cell).join(","));
      // Before ExcelApi 1.18, Excel selects one area at a time: select the first cell; the sentence names the others.
      if (supports("ExcelApi", "1.18") && "select" in areas) areas.select();
      else sheet.getRange(first.cell).select();
      await context.sync();
    });
    return fill(
      { nl: "{title} telt {n:cel|cellen}: {cells}.", en: "{title} counts {n:cell|cells}: {cells}." },
      { title: called.title, n: made.count, cells: cellsLine(made) },
    );
  } catch (error) {
    if (error instanceof InputError) return error.sentence;
    throw error;
  }
}
