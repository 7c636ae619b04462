import { colToLetter } from "hucre/xlsx";
import type { DataValidation } from "hucre/xlsx";
import type { Language, Text } from "@prestatieafspraken/indicators";
import type { Field } from "@prestatieafspraken/quarterly";

/** Number of rows below the header with input help, including rows the table has not reached yet. */
const rowsCovered = 2000;
/** Excel's limits: title, prompt, error text, and a list typed in the rule itself. */
const limits = { title: 32, prompt: 255, error: 225, list: 255 };

const words = {
  required: { nl: "Verplicht.", en: "Required." },
  check: { nl: "Klopt dit?", en: "Is this right?" },
  list: {
    nl: "Dit staat niet in de lijst. Kies liever uit de lijst; n.v.t. of onbekend mag ook. Toch laten staan?",
    en: "This is not in the list. Choose from the list if you can; n.v.t. or onbekend is allowed too. Keep it?",
  },
  count: {
    nl: "Hier hoort een heel getal, zonder punten of tekst. Geen: 0. Niet bekend: leeg. Niet van toepassing: n.v.t. Toch laten staan?",
    en: "This should be a whole number, without points or text. None: 0. Not known: empty. Not applicable: n.v.t. Keep it?",
  },
  number: {
    nl: "Hier hoort een getal. Niet bekend: leeg. Toch laten staan?",
    en: "This should be a number. Not known: empty. Keep it?",
  },
  amount: {
    nl: "Hier hoort een bedrag in euro per maand. Niet bekend: leeg. Toch laten staan?",
    en: "This should be an amount in euro per month. Not known: empty. Keep it?",
  },
  share: {
    nl: "Hier hoort een percentage, zoals 16%. Toch laten staan?",
    en: "This should be a percentage, such as 16%. Keep it?",
  },
  date: {
    nl: "Hier hoort een datum, zoals 30-9-2026. Toch laten staan?",
    en: "This should be a date, such as 30-9-2026. Keep it?",
  },
} as const satisfies Record<string, Text>;

/** Shortens a text to the limit, at the end of a sentence or else of a word. */
function fit(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const sentence = cut.lastIndexOf(". ");
  return sentence > limit / 2 ? cut.slice(0, sentence + 1) : `${cut.slice(0, cut.lastIndexOf(" "))}…`;
}

type Check = Pick<DataValidation, "type" | "operator" | "formula1" | "formula2" | "values" | "errorMessage">;

const between = (type: Check["type"], formula1: string, formula2: string): Check => ({
  ...{ type, operator: "between", formula1, formula2 },
});
const notNegative: Check = { type: "decimal", operator: "greaterThanOrEqual", formula1: "0" };
const anyText: Check = { type: "textLength", operator: "lessThanOrEqual", formula1: "32767" };

/** What a cell should hold, by the type of its field, and what to say if it does not. */
const checks: Readonly<Partial<Record<Field["type"], readonly [check: Check, said: Text]>>> = {
  count: [between("whole", "0", "9999999"), words.count],
  change: [between("whole", "-9999999", "9999999"), words.count],
  amount: [notNegative, words.amount],
  number: [notNegative, words.number],
  share: [between("decimal", "0", "1"), words.share],
  // 1-1-2000 up to 31-12-2099
  date: [between("date", "36526", "73050"), words.date],
};

function check(field: Field, list: readonly string[] | null, language: Language): Check {
  if (list !== null && list.length > 0 && !list.some((value) => value.includes(",")) && fits(list))
    return { type: "list", values: [...list], errorMessage: words.list[language] };
  const [rule, said] = checks[field.type] ?? [anyText];
  return { ...rule, ...(said && { errorMessage: said[language] }) };
}

const fits = (list: readonly string[]): boolean => list.join(",").length + 2 <= limits.list;

/**
 * A drop-down or check with help, for cells of this field. It warns and never refuses: pasting an estimate or "n.v.t."
 * must be possible, and validating the return explains more than fits here.
 */
export function validate(
  field: Field,
  range: string,
  list: readonly string[] | null,
  language: Language,
): DataValidation {
  const help = field.help[language];
  const rule = check(field, list, language);
  return {
    ...rule,
    range,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: fit(field.header, limits.title),
    inputMessage: fit(field.required ? `${words.required[language]} ${help}` : help, limits.prompt),
    ...(rule.errorMessage !== undefined && {
      showErrorMessage: true,
      errorStyle: "warning",
      errorTitle: words.check[language],
      errorMessage: fit(rule.errorMessage, limits.error),
    }),
  };
}

/** The cells of a column (counted from 0) below the header row (counted from 1). */
export function columnRange(column: number, headerRow: number): string {
  const letter = colToLetter(column);
  return `${letter}${String(headerRow + 1)}:${letter}${String(headerRow + rowsCovered)}`;
}
