import type { JudgingAgreement } from "./agreement.js";
import type { Scalar } from "./cell.js";
import type {
  Argument,
  Arguments,
  ArgumentValue,
  Context,
  Indicator,
  Inputs,
  Read,
  ResolvedContext,
} from "./define.js";
import { dayOfDate, readDay } from "./day.js";
import { given, missing, type Quantity } from "./quantity.js";
import { capital, quoted } from "./refuse.js";
import { InputError } from "./result.js";
import { closest } from "./suggest.js";
import { fill } from "./sentence.js";

/**
 * Fills in the defaults of a context: Dutch, and the agreement an indicator is judged by if the caller passes none.
 * @throws InputError for an unknown language or date.
 */
export function resolveContext(context: Context = {}, reference: JudgingAgreement | null = null): ResolvedContext {
  const { day, ...rest } = context;
  const read = day === undefined ? null : readDay(typeof day === "string" ? day : String(plainScalar(day)));
  const { language } = context;
  if (language !== undefined && !["nl", "en"].includes(language)) {
    throw new InputError(
      fill(
        {
          nl: "De taal {language} is er niet. Kies nl of en.",
          en: "There is no language {language}. Choose nl or en.",
        },
        { language: quoted(language) },
      ),
      "language",
      "UNKNOWN_LANGUAGE",
    );
  }
  if (day !== undefined && read === null) {
    throw new InputError(
      fill(
        {
          nl: "De dag waarop beoordeeld wordt, {day}, is geen datum. Schrijf 2026-09-30.",
          en: "The day to judge on, {day}, is not a date. Write 2026-09-30.",
        },
        { day: quoted(day) },
      ),
      "day",
      "WRONG_DAY",
    );
  }
  return {
    ...rest,
    agreement: context.agreement === undefined ? reference : context.agreement,
    language: context.language ?? "nl",
    ...(read !== null && { day: read }),
  };
}

/** Converts a value of a program to a cell value: a Date becomes its date, a bigint a number. */
function plainScalar(value: unknown): Scalar {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return dayOfDate(value) ?? String(value);
  return value as Scalar;
}

/** As plainScalar; a list may also be a typed array or a set. */
function plainValue(value: unknown): ArgumentValue | undefined {
  if (value === undefined) return undefined;
  const several =
    Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView)) || value instanceof Set;
  return several ? Array.from(value as Iterable<unknown>, plainScalar) : plainScalar(value);
}

/** Parses and checks all arguments. @throws InputError on a wrong value or an unknown name. */
export function readInputs(
  definition: Pick<Indicator, "id" | "arguments">,
  handed: Arguments | null,
  context: ResolvedContext,
): Inputs {
  const args: Arguments = Object.fromEntries(
    Object.entries(handed ?? {}).map(([name, value]) => [name, plainValue(value)]),
  );
  const byName = new Map<string, Argument>(definition.arguments.map((argument) => [argument.name, argument]));
  for (const name of Object.keys(args)) {
    if (byName.has(name)) continue;
    const near = closest(name, [...byName.keys()]);
    throw new InputError(
      fill(
        { nl: "{id} heeft geen argument {name}. {hint}", en: "{id} has no argument {name}. {hint}" },
        {
          id: definition.id,
          name: quoted(name),
          hint: near
            ? { nl: `Bedoelt u ${near}?`, en: `Do you mean ${near}?` }
            : { nl: `Het kent: ${[...byName.keys()].join(", ")}.`, en: `It has: ${[...byName.keys()].join(", ")}.` },
        },
      ),
      name,
      "UNKNOWN_ARGUMENT",
    );
  }
  const reads = new Map<string, Read>();
  for (const argument of definition.arguments) {
    const value = args[argument.name];
    reads.set(argument.name, argument.read(value === undefined ? null : value, argument));
  }
  const argumentOf = (name: string): Argument => {
    const argument = byName.get(name);
    if (!argument) throw new TypeError(`${definition.id} has no argument ${name}`);
    return argument;
  };
  const get = (name: string): Read => reads.get(argumentOf(name).name)!;
  const has = (name: string): boolean => args[argumentOf(name).name] !== undefined;

  return {
    context,
    has,
    quantity(name) {
      const argument = argumentOf(name);
      const unit =
        argument.unit ?? (argument.kind === "share" ? "share" : argument.kind === "amount" ? "number" : "homes");
      const value = get(name).value ?? null;
      return value === null ? notFilledIn(argument, has(name), unit) : given(value, unit, argument.label);
    },
    rows: (name) => get(name).rows ?? new Float64Array(),
    cents: (name) => get(name).cents ?? [],
    blanks: (name) => (has(name) ? (get(name).blanks ?? 0) : 0),
    labels: (name) => (has(name) ? (get(name).labels ?? new Uint8Array()) : new Uint8Array()),
    labelClasses: (name) => get(name).classes ?? null,
    text: (name) => get(name).text ?? null,
    day: (name) => get(name).text ?? null,
    years: (name) => get(name).years ?? [],
    yesNo: (name) => get(name).yesNo ?? null,
    raw: (name) => get(name).raw ?? null,
  };
}

/** The missing quantity for an empty or omitted argument; says which figure and what to do. */
export function notFilledIn(argument: Argument, asked: boolean, unit: Quantity["unit"]): Quantity {
  return missing(
    unit,
    argument.label,
    fill(
      asked
        ? {
            nl: "{label} ({name}) is leeg. Vul het in; leeg is niet hetzelfde als 0.",
            en: "{label} ({name}) is empty. Fill it in; empty is not the same as 0.",
          }
        : {
            nl: "{label} ({name}) is niet gegeven. Geef het mee, of gebruik de functie in een werkmap met de PA-tabellen.",
            en: "{label} ({name}) is not given. Pass it along, or use the function in a workbook with the PA tables.",
          },
      { label: capital(argument.label), name: argument.name },
    ),
  );
}
