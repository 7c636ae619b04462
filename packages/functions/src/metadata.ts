import type { Argument, Language } from "@prestatieafspraken/indicators";
import { functions, narrows, streams, type PaFunction } from "./catalogue.js";

/**
 * A parameter in Excel's functions.json. The type is usually `any`: Excel then converts nothing and blanks stay blank. A
 * parameter with a list of texts has type `string`, as Microsoft's own generator writes it.
 */
export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: "any" | "string";
  readonly dimensionality: "scalar" | "matrix";
  readonly optional?: true;
  readonly customEnumId?: string;
}

/** A function in Excel's functions.json. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: "any"; readonly dimensionality: "scalar" | "matrix" };
  readonly options?: { readonly stream: true };
}

/** A closed list of values in Excel's functions.json. */
export interface EnumMetadata {
  readonly id: string;
  readonly type: "string";
  readonly values: readonly { readonly name: string; readonly stringValue: string; readonly tooltip: string }[];
}

/** The functions.json of Excel custom functions, in one language. Ids, names and order are the same in every language. */
export interface Metadata {
  readonly allowCustomDataForDataTypeAny: true;
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
  readonly enums: readonly EnumMetadata[];
}

/** What the entries of functions.json depend on besides the language. */
export interface MetadataOptions {
  /** Base address of the product's pages, without a trailing slash. */
  readonly base?: string;
  /** Address of a function's reference page. */
  readonly helpUrl?: (id: string) => string;
}

/** Limits of Excel (schema of the unified manifest). Longer texts are cut at a sentence or word boundary. */
export const limits = {
  description: 1024,
  parameterDescription: 512,
  parameterName: 64,
  parameters: 128,
  tooltip: 256,
} as const;

/**
 * True if the argument takes a range of cells; other arguments take one value. Years are a range if they come with
 * rents.
 */
export const takesRange = (argument: Argument, called: Pick<PaFunction, "arguments">): boolean =>
  ["count", "classes", "rents", "labels", "labelClasses"].includes(argument.kind) ||
  // A whole amount is a correction, a count that may be negative: its range is summed too.
  (argument.kind === "amount" && argument.whole === true) ||
  (argument.kind === "year" && called.arguments.some((other) => other.kind === "rents"));

/** The functions.json entries of all PA functions, in one language. */
export function metadata(language: Language, options: MetadataOptions = {}): Metadata {
  const base = options.base ?? "https://localhost:3000";
  const helpUrl = options.helpUrl ?? ((id: string) => `${base}/help/${language}/functions/${id}.html`);
  const enums = new Map<string, EnumMetadata>();
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: functions.map((described) => ({
      id: described.id,
      name: described.id,
      description: within(limits.description, describe(described, language)),
      helpUrl: helpUrl(described.id),
      parameters: described.arguments.map((argument) => parameter(argument, described, language, enums)),
      result: { type: "any", dimensionality: described.spills ? "matrix" : "scalar" },
      ...(streams(described) && { options: { stream: true } }),
    })),
    enums: [...enums.values()],
  };
}

function parameter(
  argument: Argument,
  called: PaFunction,
  language: Language,
  enums: Map<string, EnumMetadata>,
): ParameterMetadata {
  const choices = argument.choices ?? (argument.kind === "indicator" ? indicatorChoices : []);
  const id = `PA_${argument.kind.toUpperCase()}`;
  // Excel shows a list only if every value is a fixed text; other texts can still be typed.
  if (choices.length > 0 && !enums.has(id)) {
    enums.set(id, {
      id,
      type: "string",
      values: choices.map(({ value, label }) => ({
        // Excel puts the name into the formula, so it is the value in every language.
        name: value,
        stringValue: value,
        tooltip: within(limits.tooltip, label[language]),
      })),
    });
  }
  return {
    name: argument.name,
    description: within(limits.parameterDescription, argument.help[language]),
    type: choices.length > 0 ? "string" : "any",
    dimensionality: takesRange(argument, called) ? "matrix" : "scalar",
    ...(argument.optional && { optional: true }),
    ...(choices.length > 0 && { customEnumId: id }),
  };
}

const indicatorChoices = functions
  .filter((f) => f.live && f.indicator !== null && f.indicator.unit !== "text")
  .map((f) => ({ value: f.id, label: f.title }));

const liveNote = {
  nl: "Zonder cijfers rekent de functie met de tabellen van deze werkmap.",
  en: "Without figures the function calculates from the tables of this workbook.",
};

/** Excel versions before the summer of 2024 pass an empty cell as 0, indistinguishable from a typed 0. */
const emptyNote = {
  nl: "In Excel van vóór 2025 telt een lege cel hier als 0.",
  en: "In Excel of before 2025 an empty cell counts as 0 here.",
};

const describe = (described: PaFunction, language: Language): string => {
  const meaning = described.meaning[language].trim();
  const title = described.title[language];
  const sentence = meaning.startsWith(title) ? meaning : `${title}. ${meaning}`;
  const hasFigures = described.arguments.some((argument) => !narrows(argument));
  const counts = described.arguments.some(({ kind }) => ["count", "classes", "amount"].includes(kind));
  return [sentence, described.live && hasFigures && liveNote[language], counts && emptyNote[language]]
    .filter(Boolean)
    .join(" ");
};

/** Truncates at a word boundary. */
function within(length: number, text: string): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))}…`;
}
