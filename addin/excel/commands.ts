/** What the ribbon, the menu of a cell and the keys do. Each opens the pane where something is to be seen or said. */
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

/** The active cell and its formula. */
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

/** A text or number between quotes or bare is known; what refers to a cell is not, and is left out. */
const literal = (text: string): CellInput => {
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted !== null) return quoted[1]!.replaceAll('""', '"');
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
};

const noFormula: Text = {
  nl: "In deze cel staat geen PA-formule die uit de werkmap rekent. Wijs zo'n cel aan, zoals =PA.SOCIALSHARE(), of een rij in een PA-tabel.",
  en: "This cell holds no PA formula that answers from the workbook. Select one, such as =PA.SOCIALSHARE(), or a row in a PA table.",
};

/** "Leg dit getal uit": the sum behind the formula in the cell; of a row in a table, the figures it is counted in. */
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

/** The figures that a row of a table is counted in. */
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

/** "Welke rijen tellen mee?": shows the cells behind the formula in the cell, and names them. */
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
    // Excel selects on one sheet at a time, and takes no more text than this for several areas.
    const together = cells.filter(({ sheet }) => sheet === first.sheet).slice(0, 500);
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(first.sheet);
      sheet.activate();
      const areas = sheet.getRanges(together.map(({ cell }) => cell).join(","));
      // An Excel before ExcelApi 1.18 selects one area at a time: then the first cell, and the sentence names the others.
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
