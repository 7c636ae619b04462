import type { FilledValue, Language, Text, Unit } from "@prestatieafspraken/indicators";
import type { CallContext } from "./call-context.js";
import { call, surplusArguments } from "./call.js";
import { CellFault, onlyCell, type Answer, type CellAnswer, type CellInput } from "./cell.js";
import { soleCall, toInvariant } from "./formula-text.js";

/** What a cell with the formula would show, and the result behind it. The shape of `pa eval --json`. */
export interface FormulaAnswer {
  /** Null if the answer is not a number or is unknown. */
  readonly value: number | null;
  /** The exact fraction "n/d"; null if built-in functions took part, which calculate in floating point. */
  readonly exact: string | null;
  readonly unit: Unit;
  /** The value formatted in the requested language; a text as it is; for an error its code. */
  readonly display: string;
  readonly explanation: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** Only for an answer of several cells. */
  readonly rows?: readonly (readonly FilledValue[])[];
}

const sentencesByCode: Readonly<Record<string, Text>> = {
  "#VALUE!": {
    nl: "Een waarde in de formule is van de verkeerde soort, zoals tekst waar een getal hoort. Controleer de waarden.",
    en: "A value in the formula is of the wrong kind, such as text where a number belongs. Check the values.",
  },
  "#N/A": {
    nl: "Een waarde waar de formule om vraagt is er niet. Controleer waarnaar wordt gezocht of verwezen.",
    en: "A value the formula asks for is not there. Check what is looked up or referred to.",
  },
  "#REF!": {
    nl: "De formule verwijst naar een cel, blad of tabel die er niet is. Controleer de verwijzing.",
    en: "The formula refers to a cell, sheet or table that is not there. Check the reference.",
  },
  "#DIV/0!": {
    nl: "De formule deelt door nul of door een lege cel. Vul de noemer in.",
    en: "The formula divides by zero or by an empty cell. Fill in the denominator.",
  },
  "#NUM!": {
    nl: "De formule komt op een getal dat niet bestaat of te groot is. Controleer de waarden.",
    en: "The formula arrives at a number that does not exist or is too large. Check the values.",
  },
  "#NAME?": {
    nl: "De formule is niet te lezen. Controleer haakjes en aanhalingstekens, en zet ; (of ,) tussen de argumenten.",
    en: "The formula cannot be read. Check parentheses and quotes, and put , (or ;) between the arguments.",
  },
  "#NULL!": {
    nl: "Twee bereiken in de formule overlappen elkaar niet. Controleer de verwijzingen.",
    en: "Two ranges in the formula do not intersect. Check the references.",
  },
};
/** The general message for an error value without a message of its own. */
export const generic = (code: string): Text => sentencesByCode[code] ?? sentencesByCode["#VALUE!"]!;

/** The answer of a formula that fails. */
export const failed = (code: string, message: string): FormulaAnswer => ({
  value: null,
  exact: null,
  unit: "number",
  display: code,
  explanation: null,
  error: { code, message },
});

/** The answer of a formula that returns text. */
export const inWords = (words: string): FormulaAnswer => ({
  value: null,
  exact: null,
  unit: "text",
  display: words,
  explanation: null,
  error: null,
});

/** The answer of a formula that spills; `display` separates cells by tabs and rows by line breaks. */
export const spilled = (cells: readonly (readonly CellAnswer[])[]): FormulaAnswer => {
  const rows = cells.map((row) => row.map(({ value }) => value));
  return { ...inWords(rows.map((row) => row.join("\t")).join("\n")), rows };
};

/** The answer of a formula that is a single PA call. */
export function answerOf({ cells, result }: Answer, language: Language): FormulaAnswer {
  if (cells instanceof CellFault) {
    return {
      ...failed(cells.code, cells.sentence?.[language] ?? generic(cells.code)[language]),
      ...(result && {
        unit: result.unit,
        display: result.display[language],
        explanation: result.explanations[language],
      }),
    };
  }
  const cell = onlyCell(cells);
  if (cell === null) return spilled(cells);
  const shown = cell.value;
  if (typeof shown === "number" && result !== undefined) {
    return {
      value: result.value,
      exact: result.exact,
      unit: result.unit,
      display: result.display[language],
      explanation: result.explanations[language],
      error: null,
    };
  }
  const words = String(shown);
  const explanation = result?.explanations[language] ?? null;
  return { ...inWords(words), explanation: explanation === words ? null : explanation };
}

/** The value of a literal number, text or boolean; undefined for an expression that must be calculated. */
function literal(written: string): CellInput | undefined {
  const text = written.trim();
  if (text === "") return null;
  const number = /^(-?\d{1,15}(?:\.\d{1,15})?)(%?)$/.exec(text);
  if (number) return number[2] === "%" ? undefined : Number(number[1]);
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^(?:TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === "TRUE";
  return undefined;
}

/** Evaluates a formula that is a single PA call with literal arguments, without a formula engine. Null for any other formula. */
export function answerPlainCall(typed: string, context: CallContext): FormulaAnswer | null {
  const asked = soleCall(toInvariant(typed));
  if (asked === null) return null;
  const inputs = asked.arguments.map(literal);
  if (inputs.some((input) => input === undefined)) return null;
  const { language } = context;
  const surplus = surplusArguments(asked.id, inputs.length);
  if (surplus !== null) return failed("#VALUE!", surplus[language]);
  return answerOf(call(asked.id, inputs as CellInput[], context), language);
}
