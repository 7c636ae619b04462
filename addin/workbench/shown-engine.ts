/** Types for the part of the engine that only a displayed workbook needs; see also `packages/spreadsheet`. */
import * as oSpreadsheet from "@odoo/o-spreadsheet";
import type { EngineModel, Getters, Position, Zone } from "@prestatieafspraken/spreadsheet";

export interface Command {
  readonly type: string;
  readonly sheetId?: string;
  readonly [key: string]: unknown;
}

export interface PluginConfig {
  readonly custom: { readonly pa?: object };
}

/** An engine plugin: it can reject commands, and acts on those that are carried out. */
export interface Plugin {
  readonly getters: ShownGetters;
  readonly dispatch: (type: string, payload?: object) => { readonly isSuccessful: boolean };
}

export interface ShownGetters extends Getters {
  getActivePosition(): Position;
  isRowHidden(sheetId: string, row: number): boolean;
  isColHidden(sheetId: string, column: number): boolean;
  isFilterActive(position: Position): boolean;
  getSelectedZone(): Zone;
  getSelectedZones(): readonly Zone[];
  canUndo: () => boolean;
  getValidationRuleForCell(position: Position): { readonly isBlocking?: boolean } | undefined;
  isDataValidationInvalid: (position: Position) => boolean;
  getInvalidDataValidationMessage: (position: Position) => string | undefined;
  isSheetVisible(sheetId: string): boolean;
  isSheetLocked(sheetId: string): boolean;
  getRangeDataFromZone(sheetId: string, zone: Zone): unknown;
  getRangeFromSheetXC(sheetId: string, reference: string): unknown;
  getCellStyle(position: Position): object;
  /** In pixels. */
  getColSize(sheetId: string, column: number): number;
  getPaneDivisions(sheetId: string): { readonly xSplit: number; readonly ySplit: number };
  /** The visible part of each sheet. */
  getViewportCollection(): {
    refreshViewport(sheetId: string, cell: { readonly col: number; readonly row: number }): void;
  };
  /** The visible part of a zone, in pixels. */
  getVisibleRect(zone: Zone): { readonly width: number; readonly height: number };
  getRowSize(sheetId: string, row: number): number;
}

interface SelectionEvent {
  readonly anchor: { readonly cell: { readonly col: number; readonly row: number }; readonly zone: Zone };
  readonly options: { readonly scrollIntoView?: boolean };
}

export interface ShownModel extends EngineModel {
  readonly getters: ShownGetters;
  readonly selection: {
    selectCell(col: number, row: number): void;
    selectZone(
      anchor: { readonly cell: { readonly col: number; readonly row: number }; readonly zone: Zone },
      options: { readonly scrollIntoView: boolean },
    ): void;
    observe(owner: object, callbacks: { readonly handleEvent: (event: SelectionEvent) => void }): void;
  };
  readonly session: {
    getRevisionId(): string;
    /** Keeps a finished action as one step to undo, and sends it. */
    save: (root: Command, commands: readonly unknown[], changes: readonly unknown[]) => void;
  };
  canDispatch: (command: string, payload?: object) => { readonly isSuccessful: boolean };
  /** Redraws the grid. */
  trigger(event: "update"): void;
  on(event: "update", owner: unknown, listener: () => void): void;
  on(
    event: "command-rejected",
    owner: unknown,
    listener: (rejected: {
      readonly command: Command;
      readonly result: { readonly reasons: readonly string[] };
    }) => void,
  ): void;
}

export interface Menu {
  /** Items by id; children are inside their parent. */
  readonly content: Record<string, MenuItem | undefined>;
  /** The items shown when the menu opens. */
  getMenuItems: (this: Menu) => { readonly id: string }[];
}
export interface MenuItem {
  children?: (MenuItem | ((...args: unknown[]) => unknown))[];
  id?: string;
  name?: string | ((env: unknown) => string);
  execute?: (env: unknown) => void;
}

/** The tab of a sheet below the grid. */
interface SheetTab {
  readonly sheetDivRef: { readonly el: HTMLElement | null };
  scrollToSheet(this: SheetTab): void;
}

/** The line with the sum of the selection. */
export interface StatisticKind {
  readonly prototype: {
    getComposedFnName(this: StatisticLine, name: string): string;
  };
}
export interface StatisticLine {
  readonly env: { readonly model: { readonly getters: ShownGetters } };
  readonly store: {
    readonly statisticFnResults: Readonly<Record<string, { readonly value?: () => number } | undefined>>;
  };
}

interface ShownEngine {
  readonly UIPlugin: new (config: PluginConfig) => Plugin;
  readonly CorePlugin: new (config: PluginConfig) => Plugin;
  readonly Spreadsheet: {
    readonly components: {
      readonly BottomBar: {
        readonly components: {
          readonly BottomBarStatistic: StatisticKind;
          readonly BottomBarSheet: { readonly prototype: SheetTab };
        };
      };
    };
  };
  isCoreCommand(command: Command): boolean;
  setTranslationMethod(translate: (text: string) => string, loaded: () => boolean): void;
  readonly registries: {
    readonly corePluginRegistry: { add(name: string, plugin: unknown): unknown };
    readonly featurePluginRegistry: { add(name: string, plugin: unknown): unknown };
    readonly clipboardHandlersRegistries: { readonly cellHandlers: { remove(name: string): void } };
    readonly topbarMenuRegistry: Menu;
    readonly cellMenuRegistry: Menu;
    readonly rowMenuRegistry: Menu;
    readonly colMenuRegistry: Menu;
    readonly functionRegistry: {
      readonly content: Record<string, { description: string; args: { description: string }[] } | undefined>;
    };
  };
  readonly stores: {
    useStoreProvider(): { inject(store: unknown, value: unknown): void; get(store: unknown): HighlightStore };
    readonly ModelStore: unknown;
    readonly HighlightStore: unknown;
  };
}

export interface HighlightStore {
  register(provider: { readonly highlights: readonly object[] }): void;
}

export const shownEngine = oSpreadsheet as unknown as ShownEngine;

/** Polyfill: the engine uses `Object.groupBy`, which Node 20 and Firefox 115 ESR lack. */
const missing = Object as { groupBy?: (items: Iterable<unknown>, key: (item: unknown) => PropertyKey) => object };
missing.groupBy ??= (items, key) => {
  const groups = Object.create(null) as Record<PropertyKey, unknown[]>;
  for (const item of items) (groups[key(item)] ??= []).push(item);
  return groups;
};
