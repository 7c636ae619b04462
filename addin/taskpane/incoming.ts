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
  /** As what it was recognised. */
  readonly as: IncomingFile["as"];
  /** The quarter its rows were taken to be about; null where it says so itself. */
  readonly about: string | null;
}

/** A file with lists of somebody's own, of which somebody has to point out what is what. */
export interface OwnFile {
  readonly file: string;
  readonly source: TableSource;
  readonly blocks: readonly SheetTable[];
  /** What was pointed out so far. */
  readonly mapping: Mapping;
}
