/** Examples as formulas, with the answers of the functions. */
import { call, type Answer, type CellInput, type PaFunction } from "@prestatieafspraken/functions";
import {
  typedNumber,
  type Arguments,
  type ArgumentValue,
  type Example,
  type Language,
  type Scalar,
} from "@prestatieafspraken/indicators";
import { words } from "./words.js";

/** A formula, and the contents of the cells it refers to. */
interface Written {
  readonly formula: string;
  readonly cells: string;
}

const oneValue = (scalar: Scalar, language: Language): string => {
  if (typeof scalar === "number") return typedNumber(scalar, language);
  if (typeof scalar === "boolean")
    return language === "nl" ? (scalar ? "WAAR" : "ONWAAR") : String(scalar).toUpperCase();
  return `"${scalar}"`;
};

const isList = (value: ArgumentValue): value is readonly Scalar[] => Array.isArray(value);

/** True for values shown in cells instead of the formula: missing values, and lists that are too long to type. */
const inCells = (value: ArgumentValue): boolean =>
  value === null || (isList(value) && (value.length === 0 || value.length > 8 || value.includes(null)));

/** The formula of an example, and the contents of the cells it refers to. */
export function formulaOf(described: PaFunction, given: Arguments, language: Language): Written {
  const notes: string[] = [];
  const parts = described.arguments.map(({ name }) => {
    const value = given[name];
    if (value === undefined) return "";
    const list: readonly Scalar[] = isList(value) ? value : [value];
    const typed = list.map((one) => oneValue(one, language));
    if (!inCells(value)) return isList(value) ? `{${typed.join(";")}}` : typed.join("");
    const column = String.fromCharCode(65 + notes.length);
    const place = list.length > 1 ? `${column}1:${column}${list.length}` : `${column}1`;
    const runs: { readonly shown: string; times: number }[] = [];
    for (const one of list.length > 0 ? list : [null]) {
      const shown = one === null ? words[language].emptyCell : oneValue(one, language);
      const last = runs.at(-1);
      if (last?.shown === shown) last.times += 1;
      else runs.push({ shown, times: 1 });
    }
    const filled = runs.map(({ shown, times }) => (times > 1 ? `${times} × ${shown}` : shown)).join("; ");
    notes.push(`${place}: ${filled}`);
    return place;
  });
  while (parts.at(-1) === "") parts.pop();
  return {
    formula: `=PA.${described.id}(${parts.join(language === "nl" ? "; " : ", ")})`,
    cells: notes.length > 0 ? ` (${notes.join(", ")})` : "",
  };
}

/** An example as a table to paste in A1 of an empty sheet: a heading, a row per value, and the formula over them. */
export function pasted(described: PaFunction, given: Arguments, language: Language): readonly (readonly string[])[] {
  const w = words[language];
  const rows: (readonly string[])[] = [[w.data, w.value]];
  const parts = described.arguments.map(({ name, label }) => {
    const value = given[name];
    if (value === undefined) return "";
    const first = rows.length + 1;
    for (const one of isList(value) ? value : [value])
      rows.push([label[language], typeof one === "string" ? one : one === null ? "" : oneValue(one, language)]);
    return rows.length > first ? `B${first}:B${rows.length}` : `B${first}`;
  });
  while (parts.at(-1) === "") parts.pop();
  return [...rows, [w.formula, `=PA.${described.id}(${parts.join(language === "nl" ? "; " : ", ")})`]];
}

/** True if the example leaves a value out. */
export const lacksValues = (given: Arguments): boolean =>
  Object.values(given).some(
    (value) => value === null || (value !== undefined && isList(value) && (value.length === 0 || value.includes(null))),
  );

/** The answer of the function for an example. */
export function answerOf(
  described: PaFunction,
  { given, day }: Pick<Example, "given" | "day">,
  language: Language,
): Answer {
  // A missing value is passed as a range with an empty cell, because null means an omitted argument.
  const inputs = described.arguments.map(({ name }): CellInput => {
    const value = given[name];
    if (value === undefined) return null;
    if (value === null) return [[null]];
    return isList(value) ? value.map((one) => [one]) : value;
  });
  return call(described.id, inputs, { language, live: null, ...(day !== undefined && { day }) });
}
