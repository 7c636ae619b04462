import { cellRef } from "hucre/xlsx";
import type { WriteSheet } from "hucre/xlsx";
import { Fraction } from "@prestatieafspraken/indicators";
import type { ArgumentValue, Example, Language, Scalar } from "@prestatieafspraken/indicators";
import { functions, isLiveCall } from "@prestatieafspraken/functions";
import type { PaFunction } from "@prestatieafspraken/functions";
import type { CellAt } from "@prestatieafspraken/quarterly";
import { formulaCell } from "./formula-cell.js";
import type { Cached } from "./formula-cell.js";
import { style } from "./style.js";
import { TextSheet } from "./text-sheet.js";

export const selfcheckName = "Zelftest";

const words = {
  title: { nl: "Zelftest van de functies", en: "Self-check of the functions" },
  help: {
    nl: "Elke functie met een voorbeeld waarvan de uitkomst vaststaat. Staat er ergens ONWAAR, dan rekent dit programma anders dan afgesproken.",
    en: "Every function with an example of known outcome. Where it says FALSE, this program calculates differently from what was agreed.",
  },
  headers: {
    nl: ["Functie", "Formule", "Uitkomst", "Hoort te zijn", "Klopt", "Waar het voorbeeld vandaan komt"],
    en: ["Function", "Formula", "Outcome", "Should be", "Right", "Where the example comes from"],
  },
  all: { nl: "Alles klopt", en: "All right" },
  answers: { nl: "(een antwoord)", en: "(an answer)" },
} as const;

/** A value as a formula literal; null if a formula cannot hold it. */
function literal(value: Scalar): string | null {
  if (value === null) return null;
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function argumentText(value: ArgumentValue | undefined): string | null {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return literal(value);
  const parts = value.map(literal);
  return parts.length > 0 && parts.every((part) => part !== null) ? `{${parts.join(",")}}` : null;
}

/** The formula of an example, `=PA.SOCIALSHARE(55,660)`; null if a cell cannot ask the same. */
function formulaOf(f: PaFunction, { given, day }: Example): string | null {
  const names = f.arguments.map(({ name }) => name);
  if (day !== undefined || !Object.keys(given).every((name) => names.includes(name))) return null;
  if (f.arguments.some(({ name, optional }) => optional !== true && (given[name] ?? null) === null)) return null;
  // A live function takes omitted arguments from the workbook, so the example would not hold.
  const asked = names.map((name) => (given[name] === undefined ? null : "given"));
  if (isLiveCall(f, asked)) return null;
  const texts = names.map((name) => argumentText(given[name]));
  if (texts.some((text) => text === null)) return null;
  while (texts.at(-1) === "") texts.pop();
  return `=PA.${f.id}(${texts.join(",")})`;
}

interface Check {
  readonly formula: string;
  readonly expected: string | number;
  /** The formula that compares the outcome with the expected value. */
  readonly test: (outcome: string, expected: string) => string;
  readonly from: string;
}

const isNumber = /^-?\d+(\/\d+)?$/;

function checksOf(f: PaFunction, language: Language): Check[] {
  return (f.indicator?.examples ?? []).flatMap((example): Check[] => {
    const { value, from } = example;
    const formula = formulaOf(f, example);
    if (formula === null || value === undefined || value === null) return [];
    if (typeof value === "number" || isNumber.test(value))
      return [
        {
          formula,
          expected: new Fraction(value).valueOf(),
          test: (outcome, expected) => `=ABS(${outcome}-${expected})<0.000000001`,
          from,
        },
      ];
    // Examples give words in Dutch; a quarter reads the same in every language.
    if (language !== "nl" && f.id !== "QUARTER") return [];
    return [{ formula, expected: value, test: (outcome, expected) => `=${outcome}=${expected}`, from }];
  });
}

/** The shortest example, avoiding outcomes of 0 or 1, which are easily right by accident. */
function checkOf(f: PaFunction, language: Language): Check {
  const plainness = ({ formula, expected }: Check) => formula.length + (expected === 0 || expected === 1 ? 1000 : 0);
  const [best] = checksOf(f, language).sort((a, b) => plainness(a) - plainness(b));
  if (best !== undefined) return best;
  // Functions without such an example answer from the workbook: any result but an error passes.
  const needed = f.arguments.filter(({ optional }) => !optional).map(() => '"SOCIALSHARE"');
  return {
    formula: f.spills ? `=ROWS(PA.${f.id}())` : `=PA.${f.id}(${needed.join(",")})`,
    expected: words.answers[language],
    test: (outcome) => `=NOT(ISERROR(${outcome}))`,
    from: "",
  };
}

/** One row per function: an example from its definition, the expected value, and whether they agree. */
export function selfcheckSheet(language: Language, cached: Cached | undefined): WriteSheet {
  const page = new TextSheet();
  page
    .add({ value: words.title[language], style: style.title })
    .add({ value: words.help[language], style: style.help })
    .skip()
    .add(...words.headers[language].map((value) => ({ value, style: style.requiredHeader })));
  const headerRow = page.row;
  const at = (column: number): CellAt => ({ sheet: selfcheckName, cell: cellRef(page.row, column) });
  const put = (formula: string, column: number) => formulaCell(formula, { at: at(column), look: style.shown, cached });
  for (const f of functions) {
    const { formula, expected, test, from } = checkOf(f, language);
    page.add(
      { value: `PA.${f.id}`, style: style.shown },
      { value: formula.slice(1), style: style.shown },
      put(formula, 2),
      { value: expected, style: style.shown },
      put(test(at(2).cell, at(3).cell), 4),
      { value: from, style: style.shown },
    );
  }
  const checks = `E${String(headerRow + 1)}:E${String(page.row)}`;
  page.skip();
  page.add({ value: words.all[language], style: style.term }, null, null, null, put(`=AND(${checks})`, 4));
  return page.sheet(selfcheckName, [20, 60, 16, 16, 10, 60], {
    freezePane: { rows: headerRow },
    a11y: { summary: words.help[language], headerRow: headerRow - 1 },
  });
}
