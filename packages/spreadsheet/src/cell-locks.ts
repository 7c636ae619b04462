import { engine, type CoreCommand, type Zone } from "./engine.js";

/** Which cells of a protected sheet may be changed; asked before every change in the grid. */
export interface CellLocks {
  /** `col` and `row` count from 0. */
  isLocked(sheetId: string, col: number, row: number): boolean;
  isProtected(sheetId: string): boolean;
  /** Called when a change is refused, including one within a batch. */
  refused?(): void;
}

const success = "Success";
const refused = "PaLocked";

/**
 * The engine can only lock whole sheets, but users protect sheets with some cells unlocked. This plugin rejects changes
 * to locked cells, and inserting or deleting rows and columns on a protected sheet. Each model has its own locks:
 * `custom.locks`.
 */
function lockingPlugin(): new (config: { readonly custom: { readonly locks?: CellLocks } }) => object {
  return class PaLocks extends engine.CorePlugin {
    static readonly getters = [];
    readonly #locks: CellLocks | undefined;

    constructor(config: { readonly custom: { readonly locks?: CellLocks } }) {
      super(config);
      this.#locks = config.custom.locks;
    }

    allowDispatch(command: CoreCommand): string {
      const locks = this.#locks;
      const { sheetId } = command;
      if (locks === undefined || sheetId === undefined || !locks.isProtected(sheetId)) return success;
      const answer = this.#answer(locks, sheetId, command);
      if (answer === refused) locks.refused?.();
      return answer;
    }

    #answer(locks: CellLocks, sheetId: string, command: CoreCommand): string {
      switch (command.type) {
        case "UPDATE_CELL":
          return "content" in command && locks.isLocked(sheetId, command.col!, command.row!) ? refused : success;
        case "CLEAR_CELL":
          return locks.isLocked(sheetId, command.col!, command.row!) ? refused : success;
        case "CLEAR_CELLS":
        case "DELETE_CONTENT":
        case "SET_FORMATTING":
        case "CLEAR_FORMATTING":
          return command.target?.some((zone) => isAnyLocked(locks, sheetId, zone)) ? refused : success;
        case "ADD_COLUMNS_ROWS":
        case "REMOVE_COLUMNS_ROWS":
        case "DELETE_SHEET":
        case "RENAME_SHEET":
          return refused;
        default:
          return success;
      }
    }
  };
}

function isAnyLocked(locks: CellLocks, sheetId: string, { left, right, top, bottom }: Zone): boolean {
  for (let row = top; row <= bottom; row++)
    for (let col = left; col <= right; col++) if (locks.isLocked(sheetId, col, row)) return true;
  return false;
}

let isRegistered = false;

/** Makes models respect `custom.locks`. Registers once per engine; later calls do nothing. */
export function registerLocks(): void {
  if (isRegistered) return;
  isRegistered = true;
  engine.registries.corePluginRegistry.add("paLocks", lockingPlugin());
}
