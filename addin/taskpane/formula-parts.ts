import { faultOf, type CellGiven, type CellInput, type PaFunction } from "@prestatieafspraken/functions";
import { typedNumber, type Argument, type Language } from "@prestatieafspraken/indicators";
import type { CellRange, CellValue } from "@prestatieafspraken/quarterly";

/** The user's input for one argument: typed text, or a range of the sheet. */
export type Part = string | CellRange;

/** A number as people write it in their language ("1.090", "0,3"); null for any other text. */
export function numberTyped(text: string, language: Language): number | null {
  const [thousands, decimal] = language === "nl" ? [".", ","] : [",", "."];
  const typed = text.trim();
  const grouped = new RegExp(`^-?\\d{1,3}(?:\\${thousands}\\d{3})+(?:\\${decimal}\\d+)?$`);
  const plain = /^-?\d+(?:[.,]\d+)?$/;
  if (grouped.test(typed)) return Number(typed.replaceAll(thousands, "").replace(decimal, "."));
  return plain.test(typed) ? Number(typed.replace(",", ".")) : null;
}

/** A share may be written as 30%. */
function literal(argument: Argument, text: string, language: Language): string | number | null {
  const typed = text.trim();
  if (typed === "") return null;
  const percent = argument.kind === "share" && typed.endsWith("%") ? numberTyped(typed.slice(0, -1), language) : null;
  // Dividing by 100 as a decimal: 16% is 0.16 and not 0.16000000000000003.
  if (percent !== null) return Number(`${percent}e-2`);
  return numberTyped(typed, language) ?? typed;
}

/** `'Blad 1'!B2:B9`, as a formula refers to it. */
export const reference = ({ sheet, range }: CellRange): string =>
  `${/^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${range}`;

/** The formula in the form every Excel stores; `separator` ";" is how people in the Netherlands read it. */
export function formulaOf(
  called: PaFunction,
  parts: Readonly<Record<string, Part>>,
  language: Language,
  separator: "," | ";" = ",",
): string {
  const written = called.arguments.map((argument) => {
    const part = parts[argument.name] ?? "";
    if (typeof part !== "string") return reference(part);
    const value = literal(argument, part, language);
    if (value === null) return "";
    if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
    return typedNumber(value, separator === ";" ? "nl" : "en");
  });
  while (written.at(-1) === "") written.pop();
  return `=PA.${called.id}(${written.join(separator)})`;
}

const given = (value: CellValue): CellGiven =>
  typeof value === "object" && value !== null ? faultOf(value.error) : value;

/** The inputs of the function for these parts, in the order of its arguments. */
export const inputsOf = (
  called: PaFunction,
  parts: Readonly<Record<string, Part>>,
  language: Language,
): readonly CellInput[] =>
  called.arguments.map((argument) => {
    const part = parts[argument.name] ?? "";
    return typeof part === "string" ? literal(argument, part, language) : part.values.map((row) => row.map(given));
  });
