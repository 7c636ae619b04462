import { fill, type Language, type Text } from "@prestatieafspraken/indicators";
import {
  answerOf,
  CellFault,
  failed,
  functionIds,
  functionsIn,
  generic,
  inWords,
  ownCalls,
  refersToCells,
  soleCall,
  surplusArguments,
  spilled,
  toInvariant,
  type Answer,
  type CallContext,
  type FormulaAnswer,
} from "@prestatieafspraken/functions";
import { engine, localeOf, quietly, type EngineValue, type Getters } from "./engine.js";
import { openModel } from "./model.js";
import { excelErrorCode } from "./register.js";
import type { Sheets } from "./sheets.js";
import { expandStructured } from "./structured-reference.js";

/** What a formula is evaluated with. */
export interface TextOptions {
  readonly context: CallContext;
  /** The workbook that cell references refer to. */
  readonly sheets?: Sheets;
}

/**
 * Evaluates any formula as a cell would: PA functions and built-in ones, nested, with array constants; typed in Dutch
 * (`;`, decimal comma) or English. If the formula is a single PA call, the answer has its value, unit and explanation.
 */
export function evaluateText(typed: string, options: TextOptions): FormulaAnswer {
  const { language } = options.context;
  const formula = toInvariant(typed);
  const refused = refuse(formula);
  if (refused !== null) return failed(refused.code, refused.sentence[language]);
  if (options.sheets === undefined && refersToCells(formula)) return failed("#REF!", noCells[language]);
  const sheets = options.sheets ?? openModel(null, { context: options.context, locale: localeOf(language) });
  const { getters } = sheets.model;
  const sheetId = getters.getSheetIds()[0]!;
  const expanded = expandStructured(
    formula,
    { sheet: getters.getSheetName(sheetId), row: 0 },
    options.sheets?.tables() ?? new Map(),
  );
  if (expanded === null) return failed("#REF!", unknownTable[language]);
  sheets.take();
  const found = quietly(() => getters.evaluateFormulaResult(sheetId, expanded));
  const answers = sheets.take();
  // The outermost call is evaluated last.
  const asked = soleCall(formula) === null ? undefined : answers.at(-1);
  if (asked !== undefined && isAnswer(found, asked)) {
    return answerOf(asked, language);
  }
  const sentences = new Set(
    answers.flatMap(({ cells }) => (cells instanceof CellFault && cells.sentence ? [cells.sentence[language]] : [])),
  );
  if (Array.isArray(found)) return fromColumns(found as readonly (readonly EngineValue[])[], language, sentences);
  return fromValue(found as EngineValue, language, sentences, answers.length > 0);
}

/** True if this PA answer is the engine's whole result; false if a range made the engine call the function per cell. */
function isAnswer(found: ReturnType<Getters["evaluateFormulaResult"]>, { cells }: Answer): boolean {
  const columns = Array.isArray(found) ? (found as readonly (readonly EngineValue[])[]) : [[found as EngineValue]];
  const rows = cells instanceof CellFault ? [[{ value: cells.code }]] : cells;
  const [[first] = []] = columns;
  const [[expected] = []] = rows;
  return columns.length === rows[0]?.length && columns[0]?.length === rows.length && first?.value === expected?.value;
}

/** Localised errors the engine lacks: unknown names, and surplus arguments of a PA function. */
function refuse(formula: string): { readonly code: string; readonly sentence: Text } | null {
  for (const { id, given } of ownCalls(formula)) {
    const sentence = surplusArguments(id, given);
    if (sentence !== null) return { code: "#VALUE!", sentence };
  }
  const known = engine.registries.functionRegistry.content;
  for (const name of functionsIn(formula)) {
    const own = name.startsWith("PA.");
    if (own ? functionIds.has(name.slice(3)) : known[name] !== undefined) continue;
    return {
      code: "#NAME?",
      sentence: fill(own ? unknownOwn : unknownName, { name, ids: [...functionIds].join(", ") }),
    };
  }
  return null;
}

const noCells: Text = {
  nl: "De formule verwijst naar cellen, tabellen of namen, en daarvoor is een werkmap nodig. Geef de werkmap mee, of vul getallen in.",
  en: "The formula refers to cells, tables or names, and that takes a workbook. Pass the workbook, or fill in numbers.",
};
const unknownTable: Text = {
  nl: "De formule verwijst naar een tabel die er niet is. Controleer de naam van de tabel, of geef de werkmap mee.",
  en: "The formula refers to a table that is not there. Check the name of the table, or pass the workbook.",
};
const unknownOwn: Text = {
  nl: "{name} bestaat niet. Kies een van: {ids}.",
  en: "{name} does not exist. Choose one of: {ids}.",
};
const unknownName: Text = {
  nl: "De functie {name} is hier niet bekend. Controleer de schrijfwijze, of gebruik de Engelse naam.",
  en: "The function {name} is not known here. Check the spelling.",
};

const truth = { nl: { true: "WAAR", false: "ONWAAR" }, en: { true: "TRUE", false: "FALSE" } } as const;

function fromValue(
  found: EngineValue,
  language: Language,
  sentences: ReadonlySet<string>,
  formatIsBorrowed = false,
): FormulaAnswer {
  const { value, message } = found;
  if (isError(found)) {
    const code = excelErrorCode(String(value));
    return failed(code, message !== undefined && sentences.has(message) ? message : generic(code)[language]);
  }
  if (typeof value === "boolean") return inWords(truth[language][`${value}`]);
  if (typeof value !== "number") return inWords(value ?? "");
  return {
    value,
    exact: Number.isSafeInteger(value) ? `${value}/1` : null,
    unit: "number",
    // Drops a format taken over from a share: 16% times 100 is not 1600%.
    display: engine.helpers.formatValue(value, {
      ...(found.format !== undefined && !formatIsBorrowed && { format: found.format }),
      locale: localeOf(language),
    }),
    explanation: null,
    error: null,
  };
}

const isError = ({ value }: EngineValue): boolean =>
  typeof value === "string" && engine.registries.errorTypes.has(value);

function fromColumns(
  columns: readonly (readonly EngineValue[])[],
  language: Language,
  sentences: ReadonlySet<string>,
): FormulaAnswer {
  if (columns.length === 1 && columns[0]!.length === 1) return fromValue(columns[0]![0]!, language, sentences);
  const height = columns[0]?.length ?? 0;
  const wrong = columns.flat().find(isError);
  const whole = spilled(
    Array.from({ length: height }, (_, row) =>
      columns.map((column) => {
        const cell = column[row]!;
        return { value: isError(cell) ? excelErrorCode(String(cell.value)) : (cell.value ?? "") };
      }),
    ),
  );
  return wrong === undefined ? whole : { ...whole, error: fromValue(wrong, language, sentences).error };
}
