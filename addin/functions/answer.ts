import { onlyCell, type Answer, type Card, type CellAnswer, type CellFault } from "@prestatieafspraken/functions";
import type { FilledValue, Language, Text } from "@prestatieafspraken/indicators";

/** The form of a number with its own format in this Excel version. */
export type NumberForm = "Double" | "FormattedNumber" | "plain";

/** Excel withdrew the older form when it introduced the newer; perpetual versions support neither. */
export function numberForm(isSetSupported: (set: string, version: string) => boolean): NumberForm {
  if (!isSetSupported("CustomFunctionsRuntime", "1.4")) return "plain";
  return isSetSupported("ExcelApi", "1.19") ? "Double" : "FormattedNumber";
}

interface ExcelNumber {
  readonly type: "Double" | "FormattedNumber";
  readonly basicType?: "Double";
  readonly basicValue: number;
  readonly numberFormat?: string;
  readonly properties?: Readonly<Record<string, ExcelNumber | ExcelText>>;
  readonly layouts?: {
    readonly compact: { readonly icon: string };
    readonly card: { readonly title: string; readonly sections: readonly object[] };
  };
}
interface ExcelText {
  readonly type: "String";
  readonly basicValue: string;
}
type ExcelCell = FilledValue | ExcelNumber;
export type ExcelAnswer = ExcelCell | ExcelCell[][] | CustomFunctions.Error;

/** Converts the answer of a PA function to what Excel shows in the cell, or in the cells it spills into. */
export function excelAnswer({ cells, card }: Answer, form: NumberForm, language: Language): ExcelAnswer {
  if (!isRows(cells)) return excelError(cells, language);
  const only = onlyCell(cells);
  if (only === null) return cells.map((row) => row.map((cell) => excelCell(cell, form)));
  const cell = excelCell(only, form);
  return card !== undefined && form === "Double" ? withCard(cell, card) : cell;
}

const isRows = (cells: Answer["cells"]): cells is Exclude<Answer["cells"], CellFault> => Array.isArray(cells);

const excelCell = ({ value, format }: CellAnswer, form: NumberForm): ExcelCell =>
  typeof value === "number" && format !== undefined && form !== "plain"
    ? { type: form, basicValue: value, numberFormat: format }
    : value;

/**
 * Adds a card with the number's origin. The number can still be summed and charted; `=B8.Norm` returns a field of the
 * card.
 */
function withCard(cell: ExcelCell, { title, fields }: Card): ExcelCell {
  const number = typeof cell === "number" ? { type: "Double" as const, basicValue: cell } : cell;
  if (typeof number !== "object") return cell;
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, { value, format }]): [string, ExcelNumber | ExcelText] => [
      name,
      typeof value === "number"
        ? { type: "Double", basicValue: value, ...(format !== undefined && { numberFormat: format }) }
        : { type: "String", basicValue: value },
    ]),
  );
  return {
    ...number,
    basicType: "Double",
    properties,
    layouts: {
      compact: { icon: "Home" },
      card: { title, sections: [{ layout: "List", properties: Object.keys(properties) }] },
    },
  };
}

/** Excel shows a sentence only with #VALUE! and #N/A, and functions cannot return #REF! or #NAME?. */
function excelError({ code, sentence }: CellFault, language: Language): CustomFunctions.Error {
  const { ErrorCode, Error } = CustomFunctions;
  switch (code) {
    case "#VALUE!":
      return new Error(ErrorCode.invalidValue, sentence?.[language]);
    case "#N/A":
      return new Error(ErrorCode.notAvailable, sentence?.[language]);
    case "#DIV/0!":
      return new Error(ErrorCode.divisionByZero);
    case "#NUM!":
      return new Error(ErrorCode.invalidNumber);
    case "#NULL!":
      return new Error(ErrorCode.nullReference);
    case "#REF!":
    case "#NAME?":
      return new Error(ErrorCode.invalidValue, (sentence ?? brokenArgument[code])[language]);
  }
}

const brokenArgument: Readonly<Record<"#REF!" | "#NAME?", Text>> = {
  "#REF!": {
    nl: "Een argument verwijst naar een cel die er niet meer is (#VERW!). Herstel die verwijzing.",
    en: "An argument refers to a cell that is no longer there (#REF!). Repair that reference.",
  },
  "#NAME?": {
    nl: "Een argument bevat een naam die Excel niet kent (#NAAM?). Herstel die formule.",
    en: "An argument holds a name Excel does not know (#NAME?). Repair that formula.",
  },
};
