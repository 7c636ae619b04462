import { readDay, type OwnCondition } from "@prestatieafspraken/indicators";
import { CellMistake, said, type Codec } from "./cell.js";

/** Between the values of one condition: "E | F", "E, F of G". */
const between = /\s*[|,]\s*(?:of\s+)?|\s+of\s+/;
/** Quotes a value that would otherwise be read as several. */
const quoted = (value: string): string => (between.test(value) || /^"/.test(value) ? `"${value}"` : value);
const values = (list: string | readonly string[]): string =>
  typeof list === "string" ? quoted(list) : list.map(quoted).join(" | ");
const oneOrMore = (typed: string): string | readonly string[] => {
  const list = (typed.match(/"[^"]*"|[^"]+/g) ?? [])
    .flatMap((part) => (part.startsWith('"') ? [part.replace(/^"(.*)"$/, "$1")] : part.split(between)))
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return list.length === 1 ? list[0]! : list;
};

/** One condition in words: "Segment = sociaal", "Fase ≠ vervallen", "Oplevering vanaf 2024-01-01", "Huur onder kwaliteitskorting". */
function written(column: string, condition: OwnCondition): string {
  if (typeof condition === "string" || Array.isArray(condition))
    return `${column} = ${values(condition as string | string[])}`;
  const test = condition as Exclude<OwnCondition, string | readonly string[]>;
  if ("not" in test) return `${column} ≠ ${values(test.not)}`;
  if ("filled" in test) return `${column} ${test.filled ? "ingevuld" : "leeg"}`;
  if ("under" in test)
    return `${column} ${test.inclusive === true ? "tot en met" : "onder"} ${test.under}${test.yearOf === undefined ? "" : ` (jaar van ${test.yearOf})`}`;
  const from = test.from === undefined ? [] : [`vanaf ${begins[test.from] ?? test.from}`];
  const until = test.until === undefined ? [] : [`t/m ${test.until}`];
  return [column, ...from, ...until].join(" ");
}

/** Dutch words for dates that depend on the agreement or the quarter. */
const begins: Readonly<Record<string, string>> = { agreement: "begin", year: "1 januari" };

const aDay = (typed: string): string => {
  const named = Object.entries(begins).find(([, words]) => words === typed.trim().toLowerCase());
  if (named) return named[0];
  const read = readDay(typed.trim());
  if (read === null)
    throw new CellMistake({
      nl: `“${typed.trim().slice(0, 60)}” is geen dag. Schrijf bijvoorbeeld vanaf 1-1-2026.`,
      en: `“${typed.trim().slice(0, 60)}” is not a day. Write for example vanaf 1-1-2026.`,
    });
  return read;
};

/** The forms of a condition; the first match applies. */
const forms: readonly { readonly form: RegExp; readonly read: (found: RegExpExecArray) => OwnCondition }[] = [
  { form: /^(.+?)\s*(?:≠|<>|!=)\s*(.+)$/, read: ([, , list = ""]) => ({ not: oneOrMore(list) }) },
  { form: /^(.+?)\s*=\s*(.+)$/, read: ([, , list = ""]) => oneOrMore(list) },
  { form: /^(.+?)\s+is\s+niet\s+(.+)$/i, read: ([, , list = ""]) => ({ not: oneOrMore(list) }) },
  { form: /^(.+?)\s+is\s+(.+)$/i, read: ([, , list = ""]) => oneOrMore(list) },
  { form: /^(.+?)\s+(ingevuld|leeg)$/i, read: ([, , word]) => ({ filled: word?.toLowerCase() === "ingevuld" }) },
  {
    form: /^(.+?)\s+(onder|tot en met)\s+([a-z-]+)(?:\s*\(jaar van (.+)\))?$/i,
    read: ([, , how, limit = "", yearOf]) => ({
      under: limit.toLowerCase(),
      ...(how?.toLowerCase() === "tot en met" && { inclusive: true }),
      ...(yearOf !== undefined && { yearOf }),
    }),
  },
  {
    form: /^(.+?)\s+vanaf\s+(1 januari|\S+)(?:\s+t\/m\s+(\S+))?$/i,
    read: ([, , from = "", until]) => ({ from: aDay(from), ...(until !== undefined && { until: aDay(until) }) }),
  },
  { form: /^(.+?)\s+t\/m\s+(\S+)$/i, read: ([, , until = ""]) => ({ until: aDay(until) }) },
];

/** Which rows count: "Segment = sociaal; Fase ≠ vervallen; Oplevering werkelijk vanaf begin". */
export const conditions: Codec = {
  write: (value) =>
    typeof value !== "object" || value === null
      ? null
      : Object.entries(value as Record<string, OwnCondition>)
          .map(([column, condition]) => written(column, condition))
          .join("; "),
  read: (cell) =>
    Object.fromEntries(
      said(cell)
        .slice(0, 2000)
        .split(/[;\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .map((part): [string, OwnCondition] => {
          for (const { form, read } of forms) {
            const found = form.exec(part);
            if (found) return [found[1]!.trim(), read(found)];
          }
          throw new CellMistake({
            nl: `“${part.slice(0, 60)}” is niet te lezen. Schrijf bijvoorbeeld: Segment = sociaal; Fase ≠ vervallen; Huur onder kwaliteitskorting; Oplevering werkelijk vanaf begin; Uitzondering leeg.`,
            en: `“${part.slice(0, 60)}” cannot be read. Write for example: Segment = sociaal; Fase ≠ vervallen; Huur onder kwaliteitskorting; Oplevering werkelijk vanaf begin; Uitzondering leeg.`,
          });
        }),
    ),
};
