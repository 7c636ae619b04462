import { functionIds } from "./catalogue.js";
import { dutchNames } from "./dutch-names.js";

/**
 * A token of a formula. Quoted texts, quoted sheet names and bracketed references (structured references, external books) are
 * never rewritten; names, numbers and single characters may be.
 */
interface Piece {
  readonly kind: "quoted" | "bracket" | "name" | "number" | "other";
  readonly text: string;
}

const piece =
  /(?<quoted>"(?:[^"]|"")*"|'(?:[^']|'')*')|(?<book>(?:\[\d+\]!?|[\p{L}\w.]+\.xl\w+!)(?=_xldudf_))|(?<bracket>\[(?:[^[\]]|\[[^[\]]*\])*\])|(?<name>[\p{L}_$][\p{L}\p{N}_.$]*)|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|(?<other>[\s\S])/giu;

function* pieces(formula: string): Generator<Piece> {
  for (const match of formula.matchAll(piece)) {
    const groups = match.groups!;
    // Other hosts prefix a stored custom function with "[2]!" or "Book.xla!"; it is still our function.
    if (groups.book !== undefined) continue;
    const kind = (["quoted", "bracket", "name", "number"] as const).find((k) => groups[k] !== undefined) ?? "other";
    yield { kind, text: match[0] };
  }
}

/**
 * Removes Excel's implicit-intersection marks: `@` before a function, cell or name, and `SINGLE(…)`, its stored form. Also
 * removes the `_xll.` prefix of add-in functions. Inside brackets `@` means "this row" and is kept.
 */
function withoutSingle(parts: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = [];
  const closing: number[] = [];
  let depth = 0;
  const next = (from: number): number => {
    let at = from;
    while (parts[at]?.text.trim() === "") at++;
    return at;
  };
  for (let i = 0; i < parts.length; i++) {
    const { kind, text } = parts[i]!;
    if (kind === "other" && text === "@" && ["name", "quoted"].includes(parts[next(i + 1)]?.kind ?? "")) continue;
    if (kind === "name" && /^(?:_xlfn\.)?SINGLE$/i.test(text) && parts[next(i + 1)]?.text === "(") {
      i = next(i + 1);
      closing.push(depth++);
      continue;
    }
    if (kind === "other" && text === "(") depth++;
    if (kind === "other" && text === ")") {
      depth--;
      if (closing.at(-1) === depth) {
        closing.pop();
        continue;
      }
    }
    kept.push(kind === "name" ? { kind, text: text.replace(/^_xll\./i, "") } : parts[i]!);
  }
  return kept;
}

/** True if the formula has a `;` outside braces or a `\` inside braces, which no English formula has. */
function isDutchStyle(parts: readonly Piece[]): boolean {
  let braces = 0;
  for (const { kind, text } of parts) {
    if (kind !== "other") continue;
    if (text === "{") braces++;
    else if (text === "}") braces--;
    else if (braces === 0 ? text === ";" : text === "\\") return true;
  }
  return false;
}

const ownName = (name: string): string | null => {
  const match = /^(?:_xldudf_PA[_.]|PA\.)([\p{L}\p{N}_]+)$/iu.exec(name);
  const id = match?.[1]?.toUpperCase();
  return id !== undefined && functionIds.has(id) ? id : null;
};

/** Renames every function (a name directly before a parenthesis). */
function renameFunctions(formula: string, rename: (name: string) => string): string {
  const parts = withoutSingle([...pieces(formula)]);
  return parts
    .map(({ kind, text }, i) => {
      if (kind !== "name") return text;
      let next = i + 1;
      while (parts[next]?.text.trim() === "") next++;
      return parts[next]?.text === "(" ? rename(text) : text;
    })
    .join("");
}

/**
 * Converts a stored formula to the form people and engines read: `_xldudf_PA_SOCIALSHARE(` and the variants other programs make
 * of it become `PA.SOCIALSHARE(`, and the `_xlfn.` prefix of newer built-in functions is dropped. Only our own ids are renamed.
 */
export const fromStored = (formula: string): string =>
  renameFunctions(formula, (name) => {
    const id = ownName(name);
    return id === null ? name.replace(/^(?:_xlfn\.)?(?:_xlws\.)?/i, "") : `PA.${id}`;
  });

/** The common newer built-in functions, which a file stores with a prefix (MS-XLSX "future functions"). */
const future = new Set(
  (
    "CONCAT IFS IFNA MAXIFS MINIFS SWITCH TEXTJOIN XLOOKUP XMATCH UNIQUE SEQUENCE LET LAMBDA TOCOL TOROW VSTACK HSTACK TAKE DROP " +
    "STDEV.S STDEV.P VAR.S VAR.P DAYS ISFORMULA FORMULATEXT CEILING.MATH FLOOR.MATH RANK.EQ PERCENTILE.INC QUARTILE.INC"
  ).split(" "),
);
const futureSheet = new Set(["FILTER", "SORT"]);

/** Converts a formula in invariant English form to the form a file stores. */
export const toStored = (formula: string): string =>
  renameFunctions(formula, (name) => {
    const id = ownName(name);
    if (id !== null) return `_xldudf_PA_${id}`;
    const upper = name.toUpperCase();
    return future.has(upper) ? `_xlfn.${upper}` : futureSheet.has(upper) ? `_xlfn._xlws.${upper}` : name;
  });

/**
 * Converts a formula typed in Dutch or English to the invariant form: commas, decimal points, English names.
 * A `;` outside braces and quotes, or a `\` inside braces, marks it as Dutch: `;` then separates arguments and a comma is a
 * decimal comma; a decimal point is accepted too. Otherwise commas separate arguments, except between digits outside all
 * parentheses, where there are no arguments. `PA.X` and `_xldudf_PA_X` are the same function, in any case.
 */
export function toInvariant(typed: string): string {
  const trimmed = typed.trim();
  const parts = [...pieces(trimmed.startsWith("=") ? trimmed : `=${trimmed}`)];
  const dutch = isDutchStyle(parts);
  let braces = 0;
  let parentheses = 0;
  const isDecimalComma = (i: number): boolean =>
    (dutch || (parentheses === 0 && braces === 0)) &&
    parts[i + 1]?.kind === "number" &&
    /^\d/.test(parts[i + 1]!.text) &&
    (dutch || parts[i - 1]?.kind === "number");
  let text = "";
  for (const [i, { kind, text: part }] of parts.entries()) {
    if (kind !== "other") {
      text += part;
      continue;
    }
    if (part === "{") braces++;
    else if (part === "}") braces--;
    else if (part === "(") parentheses++;
    else if (part === ")") parentheses--;
    if (part === "," && isDecimalComma(i)) text += ".";
    else if (dutch && part === ";" && braces === 0) text += ",";
    else if (dutch && part === "\\" && braces > 0) text += ",";
    else text += part;
  }
  return withEnglishNames(fromStored(text));
}

/**
 * The formula with the English names that a file stores: =SOM(Tabel[#Gegevens]) becomes =SUM(Tabel[#Data]), WAAR becomes TRUE.
 * Separators and decimal commas stay as they are. A text that is not a formula stays as it is.
 */
export function withEnglishNames(formula: string): string {
  if (!formula.startsWith("=")) return formula;
  const named = [...pieces(renameFunctions(formula, (name) => dutchNames[name.toUpperCase()] ?? name))];
  return named
    .map(({ kind, text }, i) => {
      if (kind === "bracket") return text.replace(/#[a-z]+(?: rij)?/gi, (item) => items[item.toLowerCase()] ?? item);
      // Before a parenthesis it is a function, before an exclamation mark a sheet.
      const isValue = kind === "name" && !["(", "!"].includes(named[i + 1]?.text ?? "");
      return isValue ? (truths[text.toUpperCase()] ?? text) : text;
    })
    .join("");
}

/** Dutch names of the parts of a table in structured references. Files and English Excel have the English names. */
const items: Readonly<Record<string, string>> = {
  "#alles": "#All",
  "#gegevens": "#Data",
  "#kopteksten": "#Headers",
  "#totalen": "#Totals",
  "#deze rij": "#This Row",
};

const truths: Readonly<Record<string, string>> = { WAAR: "TRUE", ONWAAR: "FALSE" };

/** The names of all functions a formula calls, in upper case, ours as "PA.X": the functions an engine must support. */
export function functionsIn(formula: string): readonly string[] {
  const names: string[] = [];
  renameFunctions(fromStored(formula), (name) => {
    names.push(name.toUpperCase());
    return name;
  });
  return names;
}

/** True if the formula refers to cells, tables or names and so needs a workbook. */
export function refersToCells(formula: string): boolean {
  const parts = [...pieces(formula)].filter((part) => part.text.trim() !== "");
  return parts.some(
    ({ kind, text }, i) =>
      kind === "bracket" || (kind === "name" && parts[i + 1]?.text !== "(" && !/^(?:TRUE|FALSE)$/i.test(text)),
  );
}

/** The id and argument texts if the invariant formula is a single PA call and nothing else; otherwise null. */
export function soleCall(formula: string): { readonly id: string; readonly arguments: readonly string[] } | null {
  const parts = [...pieces(formula.trim().replace(/^=/, "").trim())];
  const [name, open, ...rest] = parts.filter((p, i) => i > 1 || p.text.trim() !== "");
  const id = name?.kind === "name" ? ownName(name.text) : null;
  if (id === null || open?.text !== "(" || rest.at(-1)?.text !== ")") return null;
  const found = argumentsOf(rest);
  return found?.end === rest.length ? { id, arguments: found.arguments } : null;
}

/** Every PA call in an invariant formula, including nested calls, with its number of arguments. */
export function ownCalls(formula: string): readonly { readonly id: string; readonly given: number }[] {
  const parts = [...pieces(formula)].filter((p) => p.text.trim() !== "");
  return parts.flatMap((part, i) => {
    const id = part.kind === "name" && parts[i + 1]?.text === "(" ? ownName(part.text) : null;
    const found = id === null ? null : argumentsOf(parts.slice(i + 2));
    return id === null || found === null ? [] : [{ id, given: found.arguments.length }];
  });
}

/** The arguments that follow an opening parenthesis; `end` is the number of tokens up to and including the closing one. */
function argumentsOf(parts: readonly Piece[]): { arguments: string[]; end: number } | null {
  const found: string[] = [];
  let current = "";
  let depth = 0;
  for (const [i, { kind, text }] of parts.entries()) {
    if (kind === "other") {
      if (text === ")" && depth === 0) {
        if (found.length > 0 || current.trim() !== "") found.push(current.trim());
        return { arguments: found, end: i + 1 };
      }
      if (text === "," && depth === 0) {
        found.push(current.trim());
        current = "";
        continue;
      }
      if (text === "(" || text === "{") depth++;
      else if (text === ")" || text === "}") depth--;
    }
    current += text;
  }
  return null;
}
