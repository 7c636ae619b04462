/**
 * Types for the part of o-spreadsheet that we use. Its published types do not resolve under Node's module rules, so
 * they are written down here; the tests of this package check them.
 */
import type { Language, Scalar } from "@prestatieafspraken/indicators";
import * as oSpreadsheet from "@odoo/o-spreadsheet";
import type { RevisionHistory } from "./quick-redo.js";

/** A value with its format, or an error value with its message. Ranges are arrays of columns. */
export interface EngineValue {
  readonly value: Scalar;
  readonly format?: string;
  readonly message?: string;
}
export type EngineArgument = EngineValue | readonly (readonly EngineValue[])[] | undefined;

/** A cell in the engine; `col` and `row` count from 0. */
export interface Position {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/** An area in the engine, inclusive, counted from 0. */
export interface Zone {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A calculated cell. */
export interface EvaluatedCell extends EngineValue {
  readonly type: "text" | "number" | "boolean" | "error" | "empty";
  readonly formattedValue: string;
}

export interface StoredCell {
  readonly id: number;
  readonly isFormula: boolean;
  readonly content: string;
  readonly format?: string;
  readonly compiledFormula?: { toFormulaString(getters: Getters): string };
}

/** The questions that a model answers. */
export interface Getters {
  getSheetIds(): readonly string[];
  getSheetName(sheetId: string): string;
  getActiveSheetId(): string;
  getCell(position: Position): StoredCell | undefined;
  getEvaluatedCell(position: Position): EvaluatedCell;
  getEvaluatedCellsPositions(sheetId: string): readonly Position[];
  getSpreadZone(position: Position): Zone | undefined;
  getArrayFormulaSpreadingOn(position: Position): Position | undefined;
  /** Evaluates a formula in invariant English form, with "=". Returns one value, or columns of values. */
  evaluateFormulaResult(sheetId: string, formula: string): EngineValue | readonly (readonly EngineValue[])[];
  getNumberRows(sheetId: string): number;
  getNumberCols(sheetId: string): number;
  getTables(sheetId: string): readonly { readonly range: { readonly zone: Zone } }[];
}

/** A workbook in the engine. */
export interface EngineModel {
  readonly getters: Getters;
  dispatch: (command: string, payload?: Readonly<Record<string, unknown>>) => { readonly isSuccessful: boolean };
  on(event: "update", owner: unknown, listener: () => void): void;
}

/** Notation of numbers, dates and formulas in the engine. */
export interface EngineLocale {
  readonly name: string;
  readonly code: string;
  readonly thousandsSeparator: string;
  readonly decimalSeparator: string;
  readonly weekStart: number;
  readonly dateFormat: string;
  readonly timeFormat: string;
  readonly formulaArgSeparator: string;
}

/** `this` of a function's `compute`. `pa` is the model's `custom.pa`. */
export interface EvaluationContext {
  readonly pa?: unknown;
  readonly __originCellPosition?: Position;
}

/** A command that changes the workbook, as far as the locks need it. */
export interface CoreCommand {
  readonly type: string;
  readonly sheetId?: string;
  readonly col?: number;
  readonly row?: number;
  readonly target?: readonly Zone[];
}

/** A part of the engine that may reject a command, and that receives it if it is carried out. */
export interface EngineHandler {
  allowDispatch(command: CoreCommand): string | readonly string[];
  beforeHandle(command: CoreCommand): void;
  handle(command: CoreCommand): void;
}

/** The parts of the engine's model that `LeanModel` replaces or needs for that. */
interface ModelParts extends EngineModel {
  readonly handlers: readonly EngineHandler[];
  readonly uiHandlers: readonly EngineHandler[];
  readonly coreHandlers: readonly EngineHandler[];
  setupSession(revisionId: string): { readonly revisions: RevisionHistory };
  processCommandResults(results: readonly (string | readonly string[])[]): unknown;
  trigger(event: "command-dispatched", command: CoreCommand): void;
}

interface FunctionDescription {
  readonly description: string;
  readonly category: string;
  readonly isExported: boolean;
  readonly args: readonly unknown[];
  compute(this: EvaluationContext, ...args: EngineArgument[]): EngineValue | EngineValue[][];
}

interface Registered extends Omit<FunctionDescription, "args"> {
  args: { acceptErrors?: boolean }[];
  minArgRequired: number;
}

interface Engine {
  readonly Model: new (
    data: unknown,
    config?: Readonly<Record<string, unknown>>,
    revisions?: readonly unknown[],
  ) => ModelParts;
  isCoreCommand(command: CoreCommand): boolean;
  readonly registries: {
    readonly errorTypes: Set<string>;
    readonly corePluginRegistry: { add(name: string, plugin: unknown): unknown };
    readonly functionRegistry: {
      readonly content: Readonly<Record<string, Registered | undefined>>;
      /** Adds or replaces a function. */
      replace(name: string, description: FunctionDescription): unknown;
    };
  };
  readonly helpers: {
    arg(definition: string, description: string): unknown;
    formatValue(value: number, options: { readonly format?: string; readonly locale: EngineLocale }): string;
    toZone(reference: string): Zone;
    toXC(col: number, row: number): string;
    toCartesian(reference: string): { readonly col: number; readonly row: number };
  };
  readonly CorePlugin: new (config: unknown) => object;
  readonly EvaluationError: new (message: string, value: string) => EngineValue;
  readonly DEFAULT_LOCALE: EngineLocale;
}

/** The parts of o-spreadsheet that this product uses, typed. */
export const engine = oSpreadsheet as unknown as Engine;

/** Dutch notation of numbers, dates and formulas. */
export const dutchLocale: EngineLocale = {
  name: "Nederlands",
  code: "nl_NL",
  thousandsSeparator: ".",
  decimalSeparator: ",",
  weekStart: 1,
  dateFormat: "dd-mm-yyyy",
  timeFormat: "hh:mm:ss",
  formulaArgSeparator: ";",
};

/** The locale for answers in this language; English is the engine's default. */
export const localeOf = (language: Language): EngineLocale => (language === "nl" ? dutchLocale : engine.DEFAULT_LOCALE);

/** Silences the console while `work` runs: the engine logs timings, which would mix with a command's output. */
export function quietly<T>(work: () => T): T {
  const { debug, log, warn } = console;
  const silent = (): void => undefined;
  Object.assign(console, { debug: silent, log: silent, warn: silent });
  try {
    return work();
  } finally {
    Object.assign(console, { debug, log, warn });
  }
}
