import { untranslated, type Argument, type Language } from "@prestatieafspraken/indicators";
import {
  call,
  CellFault,
  faultCodes,
  faultOf,
  functions,
  onlyCell,
  takesRange,
  type Answer,
  type CallContext,
  type CellAnswer,
  type CellGiven,
  type CellInput,
  type PaFunction,
} from "@prestatieafspraken/functions";
import {
  dutchLocale,
  engine,
  type EngineArgument,
  type EngineValue,
  type EvaluationContext,
  type Position,
} from "./engine.js";
import { readTextCode } from "./text-code.js";

/** Data source of a model's PA functions. After `context` changes, a recalculation gives new live answers. */
export interface PaModel {
  context: CallContext;
  /** Our sentences given with error values, to distinguish them from the engine's. */
  readonly said: Set<string>;
  /** Called with every answer and the cell whose formula asked for it; a formula's outermost call comes last. */
  readonly onAnswer?: (answer: Answer, at: Position | null) => void;
}

/** Engine errors under their Excel code. */
const ownCodes: Readonly<Record<string, CellFault["code"]>> = {
  "#ERROR": "#VALUE!",
  "#BAD_EXPR": "#NAME?",
  "#REF": "#REF!",
  "#CYCLE": "#REF!",
  "#SPILL!": "#VALUE!",
};

/** The Excel code of an engine error. */
export const excelErrorCode = (code: string): CellFault["code"] => ownCodes[code] ?? faultOf(code).code;

/** The argument's name in Dutch, without brackets, which the engine would read as its type. */
const dutchName = ({ label }: Argument): string => label.nl.replace(/\s*\([^)]*\)/g, "").replaceAll(",", "");

let registeredIn: Language | null = null;

/**
 * Registers every PA function of the catalogue in the engine, with help in this language. Functions are global to the
 * engine; their data source belongs to a model (`custom: { pa }`). Repeated calls in the same language do nothing.
 */
export function registerFunctions(language: Language): void {
  if (registeredIn === language) return;
  registeredIn = language;
  for (const code of faultCodes) engine.registries.errorTypes.add(code);
  readDutchCodes();
  for (const described of functions) {
    const name = `PA.${described.id}`;
    engine.registries.functionRegistry.replace(name, {
      description: described.meaning[language],
      category: "Prestatieafspraken",
      isExported: true,
      args: described.arguments.map((argument) =>
        engine.helpers.arg(
          `${language === "nl" ? dutchName(argument) : argument.name} (${argumentTypes(described, argument)})`,
          argument.help[language],
        ),
      ),
      compute(...args) {
        return compute(described, this, args);
      },
    });
    // Lets `call` report missing arguments and error values itself, in the user's language.
    const registered = engine.registries.functionRegistry.content[name]!;
    registered.minArgRequired = 0;
    for (const argument of registered.args) argument.acceptErrors = true;
  }
}

const builtInText = engine.registries.functionRegistry.content["TEXT"]!;

/** Makes the engine's TEXT accept Dutch format codes. */
function readDutchCodes(): void {
  engine.registries.functionRegistry.replace("TEXT", {
    ...builtInText,
    compute(value, format) {
      const given = format === undefined || isColumns(format) ? null : format.value;
      const { code, isDutch } = readTextCode(typeof given === "string" ? given : "");
      if (!isDutch) return builtInText.compute.call(this, value, format);
      const asked = Object.create(this, { locale: { value: dutchLocale } }) as EvaluationContext;
      return builtInText.compute.call(asked, value, { value: code });
    },
  });
}

const argumentTypes = (described: PaFunction, argument: Argument): string =>
  [
    "any",
    ...(takesRange(argument, described) ? ["range<any>"] : []),
    // The engine fills optional arguments from left to right only if all of them are optional.
    ...(argument.optional || described.arguments.some((other) => other.optional) ? ["optional"] : []),
  ].join(", ");

function compute(
  described: PaFunction,
  asked: EvaluationContext,
  args: readonly EngineArgument[],
): EngineValue | EngineValue[][] {
  const model = asked.pa as PaModel | undefined;
  if (model === undefined) return engineError(new CellFault("#N/A", noModel), "nl");
  const answer = call(
    described.id,
    args.map((argument) => cellInput(argument, model.said)),
    model.context,
  );
  model.onAnswer?.(answer, asked.__originCellPosition ?? null);
  const { cells } = answer;
  if (cells instanceof CellFault) {
    const { sentence } = cells;
    if (sentence !== undefined) model.said.add(sentence[model.context.language]);
    return engineError(cells, model.context.language);
  }
  const only = onlyCell(cells);
  return only === null ? columns(cells.map((row) => row.map(engineValue))) : engineValue(only);
}

const noModel = {
  nl: "Deze werkmap kent de PA-functies nog niet. Open hem opnieuw.",
  en: "This workbook does not know the PA functions yet. Open it again.",
};

const engineValue = (cell: CellAnswer): EngineValue => ({ ...cell });

const engineError = (fault: CellFault, language: Language): EngineValue =>
  new engine.EvaluationError(fault.sentence?.[language] ?? "", fault.code);

/** Keeps our sentence with an error value; drops the engine's, which is English only. */
function cell(value: EngineValue, said: ReadonlySet<string>): CellGiven {
  if (typeof value.value !== "string" || !engine.registries.errorTypes.has(value.value)) return value.value;
  const { message } = value;
  return new CellFault(
    excelErrorCode(value.value),
    message !== undefined && said.has(message) ? untranslated(message) : undefined,
  );
}

function cellInput(argument: EngineArgument, said: ReadonlySet<string>): CellInput {
  if (argument === undefined) return null;
  if (!isColumns(argument)) return cell(argument, said);
  return Array.from({ length: argument[0]?.length ?? 0 }, (_, row) =>
    argument.map((column) => cell(column[row]!, said)),
  );
}

const isColumns = (argument: EngineArgument): argument is readonly (readonly EngineValue[])[] =>
  Array.isArray(argument);

/** Converts rows to the engine's columns. */
const columns = (rows: EngineValue[][]): EngineValue[][] =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, col) => rows.map((row) => row[col] ?? { value: "" }));
