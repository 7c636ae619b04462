import {
  evaluateNamed,
  explainInFull,
  fill,
  InputError,
  isEmptyCell,
  untranslated,
  type Argument,
  type ArgumentValue,
  type Result,
  type Scalar,
  type Text,
} from "@prestatieafspraken/indicators";
import type { CallContext, LiveScope } from "./call-context.js";
import { card } from "./card.js";
import { fn, functions, narrows, type PaFunction } from "./catalogue.js";
import { CellFault, type Answer, type CellGiven, type CellInput } from "./cell.js";
import type { Made } from "./made-cells.js";
import { numberFormat } from "./number-format.js";

/**
 * Evaluates a PA function as a cell calls it.
 *
 * `inputs` follow the order of the function's arguments: null is an omitted argument, a range is an array of rows. A range never
 * counts as omitted: its empty cells are missing figures, and missing is not 0. (Older Excel builds pass 0 for a single empty
 * cell, which cannot be told from a typed 0.) Shares are 0-1, money is EUR per month, dates are serial numbers or "2026-09-30".
 *
 * Never throws for user input: wrong input gives `#VALUE!` and an unknown figure gives `#N/A`, each with a message; error values
 * of other cells are passed on unchanged.
 */
export function call(id: string, inputs: readonly CellInput[], context: CallContext): Answer {
  const called = fn(id);
  if (called === undefined) return fault("#VALUE!", unknownFunction(id));
  const passedOn = firstFault(inputs);
  if (passedOn !== null) return { cells: passedOn };
  try {
    const surplus = surplusArguments(called.id, inputs.length);
    if (surplus !== null) return fault("#VALUE!", surplus);
    const together = twoAsOne(called, inputs);
    if (together !== null) return fault("#VALUE!", together);
    return isLiveCall(called, inputs) ? answerLive(called, inputs, context) : answerGiven(called, inputs, context);
  } catch (error) {
    if (error instanceof InputError) return fault("#VALUE!", error.sentence);
    throw error;
  }
}

/** True for a live function called without its data arguments: it is answered from the workbook's tables. */
export const isLiveCall = (called: PaFunction, inputs: readonly CellInput[]): boolean =>
  called.live &&
  called.arguments.every(
    (argument, i) => narrows(argument) || argument.chooses === true || (inputs[i] ?? null) === null,
  );

function answerLive(called: PaFunction, inputs: readonly CellInput[], context: CallContext): Answer {
  const { live } = context;
  const scope = liveScope(called, inputs);
  if (live === null) {
    // Figures set in the agreement, and definitions of indicators, need no workbook.
    const subject = called.arguments.findIndex((a) => a.kind === "indicator");
    const given = subject < 0 ? {} : { indicator: single(called.arguments[subject]!, inputs[subject] ?? null) };
    const known = called.indicator === null ? null : evaluateNamed(called.id, { ...scope.choices, ...given }, context);
    if (known !== null && (known.value !== null || wordsOf(known) !== null || subject >= 0))
      return answer(known, context);
    return fault("#N/A", noWorkbook(called));
  }
  if (called.spills) return { cells: live.rows(called.id, scope, context.language) };
  const about = called.arguments.findIndex((a) => a.kind === "indicator");
  if (about < 0) return answer(live.result(called.id, scope), context, live.day(scope), live.madeOf(called.id, scope));
  // EXPLAIN gives another indicator's arithmetic, in words.
  const indicator = single(called.arguments[about]!, inputs[about] ?? null);
  const subject = typeof indicator === "string" ? fn(indicator.trim().replace(/^PA[._]/i, "")) : undefined;
  if (!subject?.live || subject.indicator === null || subject.id === called.id) {
    // An indicator that is not live still has a definition; an unknown indicator is refused by name.
    if (subject?.live === false) return answer(evaluateNamed(called.id, { indicator: subject.id }, context), context);
    // A municipality's own indicator has a definition too; its arithmetic is in the report, which loads the formula engine.
    const wanted = typeof indicator === "string" ? indicator.trim().toUpperCase() : null;
    const own = context.agreement?.indicators.find(({ id }) => id.toUpperCase() === wanted);
    if (own) return answer(evaluateNamed(called.id, { indicator: own.id }, context), context);
    throw new InputError(unknownIndicator(indicator), called.arguments[about]!.name);
  }
  const result = live.result(subject.id, scope);
  return { cells: [[{ value: explainInFull(subject.indicator, result)[context.language] }]], result };
}

function answerGiven(called: PaFunction, inputs: readonly CellInput[], context: CallContext): Answer {
  const given: Record<string, ArgumentValue> = {};
  called.arguments.forEach((argument, i) => {
    const input = inputs[i] ?? null;
    // When figures are passed, quarter and party do not apply.
    if (input === null || (called.live && narrows(argument) && argument.kind !== "indicator")) return;
    given[argument.name] = argumentValue(input);
  });
  // An empty cell is a missing figure, which the indicator reports itself; an omitted required argument is a mistake in the
  // formula.
  const required = called.arguments.find(
    (argument, i) => !argument.optional && i >= inputs.length && !(argument.name in given),
  );
  if (required !== undefined) return fault("#VALUE!", requiredArgument(called, required));
  return answer(evaluateNamed(called.id, given, context), context);
}

/** The result as a cell answer. `day` is the date it was judged on, by default that of the context. */
function answer(result: Result, context: CallContext, day: string | null = context.day ?? null, made?: Made): Answer {
  const words = wordsOf(result);
  if (words !== null) return { cells: [[{ value: words[context.language] }]], result };
  if (result.value === null)
    return { cells: new CellFault("#N/A", result.quantity?.because ?? result.explanations), result };
  const format = numberFormat(result);
  const behind = card(result, context.language, day, made);
  return {
    cells: [[{ value: result.value, ...(format !== null && { format }) }]],
    result,
    ...(behind !== null && { card: behind }),
  };
}

/** The text of a result that is text; null for a number or an unknown. */
const wordsOf = (result: Result): Text | null =>
  result.quantity === null && result.reason === null && result.display.nl !== "" ? result.display : null;

/**
 * Passes cells to the indicator unconverted; a range is flattened row by row and keeps its blanks, because positions may matter.
 */
const argumentValue = (input: CellInput): ArgumentValue =>
  isRange(input) ? (input.flat() as Scalar[]) : (input as Scalar);

/** The value of an argument that takes one value; a range with exactly one filled cell is accepted. */
function single(argument: Argument, input: CellInput): Scalar {
  const filled = [argumentValue(input)].flat().filter((cell) => !isEmptyCell(cell));
  if (filled.length > 1) throw new InputError(oneValueOnly(argument, filled.length), argument.name);
  return filled[0] ?? null;
}

/** Which quarter, party and options a live call asks for. @throws InputError if an argument that takes one value has several. */
export function liveScope(called: PaFunction, inputs: readonly CellInput[]): LiveScope {
  const text = (kind: Argument["kind"]): string | null => {
    const i = called.arguments.findIndex((argument) => argument.kind === kind);
    if (i < 0) return null;
    const value = single(called.arguments[i]!, inputs[i] ?? null);
    return value === null ? null : String(value);
  };
  const choices: Record<string, ArgumentValue> = {};
  called.arguments.forEach((argument, i) => {
    const input = inputs[i] ?? null;
    if (input !== null && argument.chooses === true) choices[argument.name] = argumentValue(input);
  });
  return { quarter: text("quarter"), party: text("party"), ...(Object.keys(choices).length > 0 && { choices }) };
}

const isRange = (input: CellInput): input is Exclude<CellInput, CellGiven> => Array.isArray(input);

function firstFault(inputs: readonly CellInput[]): CellFault | null {
  for (const input of inputs) {
    if (input instanceof CellFault) return input;
    if (!isRange(input)) continue;
    for (const row of input) for (const cell of row) if (cell instanceof CellFault) return cell;
  }
  return null;
}

const fault = (code: CellFault["code"], sentence: Text): Answer => ({ cells: new CellFault(code, sentence) });

// Messages for mistakes found before the indicator is evaluated; the indicator words its own.
const named = (called: PaFunction): Text => untranslated(`PA.${called.id}`);

const unknownFunction = (id: string): Text =>
  fill(
    {
      nl: "PA.{id} bestaat niet. Kies een van: {ids}.",
      en: "PA.{id} does not exist. Choose one of: {ids}.",
    },
    { id, ids: functions.map((f) => f.id).join(", ") },
  );

/**
 * The message for a call with more arguments than the function has, for hosts that refuse such a formula before evaluating it;
 * null if the number is right.
 */
export function surplusArguments(id: string, given: number): Text | null {
  const called = fn(id);
  if (called === undefined || given <= called.arguments.length) return null;
  return fill(
    {
      nl: "{name} schrijft u zo: {name}({arguments}). Er staan nu {given} argumenten; haal weg wat te veel is.",
      en: "{name} is written as {name}({arguments}). There are {given} arguments now; remove the extra ones.",
    },
    {
      name: named(called),
      arguments: called.arguments.map((a) => (a.optional ? `[${a.name}]` : a.name)).join("; "),
      given,
    },
  );
}

/**
 * The message for two numbers typed as one: in a Dutch Excel `=PA.SOCIALSHARE(55,660)` passes the single number 55.66.
 * A count is never fractional, so a lone fractional number where two counts belong must be two numbers. Null otherwise.
 */
function twoAsOne(called: PaFunction, inputs: readonly CellInput[]): Text | null {
  const counts = called.arguments.flatMap(({ kind }, i) => (["count", "classes"].includes(kind) ? [i] : []));
  const given = called.arguments.flatMap((argument, i) =>
    (inputs[i] ?? null) !== null && !narrows(argument) ? [i] : [],
  );
  const [only] = given;
  if (counts.length < 2 || given.length !== 1 || only === undefined || !counts.includes(only)) return null;
  const values = [argumentValue(inputs[only]!)].flat();
  const [value] = values;
  if (values.length !== 1 || typeof value !== "number" || Number.isInteger(value)) return null;
  const [whole, behind] = String(value).split(".") as [string, string];
  return fill(
    {
      nl: "{typed} is hier één getal met een komma. Zet een puntkomma (;) tussen de getallen, zoals {name}({whole};{behind}).",
      en: "{typed} is one number with a decimal comma here. Put the list separator of your Excel between the numbers, such as {name}({whole};{behind}).",
    },
    { typed: untranslated(`${whole},${behind}`), name: named(called), whole, behind },
  );
}

const requiredArgument = (called: PaFunction, argument: Argument): Text =>
  fill(
    {
      nl: "Bij {name} ontbreekt {argument} ({label}). Vul een waarde of een celverwijzing in.",
      en: "{name} needs {argument} ({label}). Enter a value or a cell reference.",
    },
    { name: named(called), argument: argument.name, label: argument.label },
  );

const oneValueOnly = (argument: Argument, given: number): Text =>
  fill(
    {
      nl: "Bij {argument} ({label}) hoort één waarde, maar in het bereik staan er {given}. Verwijs naar één cel.",
      en: "{argument} ({label}) takes one value, but the range holds {given}. Refer to one cell.",
    },
    { argument: argument.name, label: argument.label, given },
  );

const noWorkbook = (called: PaFunction): Text =>
  called.arguments.some((argument) => !narrows(argument))
    ? fill(
        {
          nl: "{name} zonder argumenten rekent met de tabellen van een werkmap, en die is er hier niet. Open een werkmap met de PA-tabellen, of geef de cijfers mee: {arguments}.",
          en: "{name} without arguments calculates from the tables of a workbook, and there is none here. Open a workbook with the PA tables, or pass the figures: {arguments}.",
        },
        {
          name: named(called),
          arguments: called.arguments
            .filter((a) => !narrows(a))
            .map((a) => a.name)
            .join("; "),
        },
      )
    : fill(
        {
          nl: "{name} rekent met de tabellen van een werkmap, en die is er hier niet. Open een werkmap met de PA-tabellen.",
          en: "{name} calculates from the tables of a workbook, and there is none here. Open a workbook with the PA tables.",
        },
        { name: named(called) },
      );

const unknownIndicator = (typed: Scalar): Text =>
  fill(
    {
      nl: '"{typed}" is geen indicator met een uitleg. Kies een van: {ids}.',
      en: '"{typed}" is not an indicator that can be explained. Choose one of: {ids}.',
    },
    {
      typed: String(typed ?? ""),
      ids: functions
        .filter((f) => f.live && f.indicator !== null && !f.arguments.some((a) => a.kind === "indicator"))
        .map((f) => f.id)
        .join(", "),
    },
  );
