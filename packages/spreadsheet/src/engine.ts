/**
 * The calculation engine, o-spreadsheet, seen through the little of it that we use. Its published types do not resolve under
 * Node's module rules, so the part we rely on is written down here, and checked by the tests of this package.
 */
import type { Language } from "@prestatieafspraken/indicators";
import * as oSpreadsheet from "@odoo/o-spreadsheet";

/** A value with its format, or an error value with its message. Ranges are columns of cells. */
export interface EngineValue {
  readonly value: string | number | boolean | null;
  readonly format?: string;
  readonly message?: string;
}
export type EngineArgument = EngineValue | readonly (readonly EngineValue[])[] | undefined;

export interface Position {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

export interface Zone {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

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

export interface Getters {
  getSheetIds(): readonly string[];
  getSheetName(sheetId: string): string;
  getActiveSheetId(): string;
  getCell(position: Position): StoredCell | undefined;
  getEvaluatedCell(position: Position): EvaluatedCell;
  getEvaluatedCellsPositions(sheetId: string): readonly Position[];
  getSpreadZone(position: Position): Zone | undefined;
  getArrayFormulaSpreadingOn(position: Position): Position | undefined;
  /** One value, or columns of values. Invariant English form, with "=". */
  evaluateFormulaResult(sheetId: string, formula: string): EngineValue | readonly (readonly EngineValue[])[];
  getNumberRows(sheetId: string): number;
  getNumberCols(sheetId: string): number;
  getTables(sheetId: string): readonly { readonly range: { readonly zone: Zone } }[];
}

export interface EngineModel {
  readonly getters: Getters;
  dispatch: (command: string, payload?: Readonly<Record<string, unknown>>) => { readonly isSuccessful: boolean };
  on(event: "update", owner: unknown, listener: () => void): void;
}

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

/** What a function's `compute` is called on. `pa` is what the model was given as `custom.pa`. */
export interface EvaluationContext {
  readonly pa?: unknown;
  readonly __originCellPosition?: Position;
}

/** A change of the workbook, as far as locks are about it. */
export interface CoreCommand {
  readonly type: string;
  readonly sheetId?: string;
  readonly col?: number;
  readonly row?: number;
  readonly target?: readonly Zone[];
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
  ) => EngineModel;
  readonly registries: {
    readonly errorTypes: Set<string>;
    readonly corePluginRegistry: { add(name: string, plugin: unknown): unknown };
    readonly functionRegistry: {
      readonly content: Readonly<Record<string, Registered | undefined>>;
      /** Adds a function, or puts another in its place. */
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

export const engine = oSpreadsheet as unknown as Engine;

/** How numbers, dates and formulas are typed and shown in Dutch. */
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

/** How an answer in this language is written; the engine's own is English. */
export const localeOf = (language: Language): EngineLocale => (language === "nl" ? dutchLocale : engine.DEFAULT_LOCALE);

/** The engine reports timings on the console, which is a program's answer on a command line. Keeps it quiet while `work` runs. */
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
