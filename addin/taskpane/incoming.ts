import type {
  Choice,
  CollectPlan,
  IncomingFile,
  Mapping,
  Return,
  SheetTable,
  TableSource,
} from "@prestatieafspraken/quarterly";

/** A return chosen for import, not yet in the workbook. */
export interface Incoming {
  readonly file: string;
  readonly ret: Return;
  readonly plan: CollectPlan;
  /** Decisions so far, by key of the contradiction. */
  readonly choices: ReadonlyMap<string, Choice>;
  /** What the file was recognised as. */
  readonly as: IncomingFile["as"];
  /** The quarter assigned to its rows; null if the file states it itself. */
  readonly about: string | null;
}

/** A file with the user's own lists, which the user still has to map. */
export interface OwnFile {
  readonly file: string;
  readonly source: TableSource;
  readonly blocks: readonly SheetTable[];
  /** The mapping so far. */
  readonly mapping: Mapping;
}
