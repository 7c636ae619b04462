import type { Language, Text } from "@prestatieafspraken/indicators";
import type { Issue, Mapping, Received, Report, Return, Severity, SheetTable } from "@prestatieafspraken/quarterly";
import type { Incoming, OwnFile } from "./incoming.js";
import type { ScreenName } from "./screens.js";

/** Filter on issues. Empty text and null mean no restriction. */
export interface Filter {
  readonly severities: ReadonlySet<Severity>;
  readonly table: string | null;
  readonly quarter: string | null;
  readonly text: string;
}

export const everything: Filter = {
  severities: new Set<Severity>(["error", "warning", "info"]),
  table: null,
  quarter: null,
  text: "",
};

/** A message about the last action; a problem may have a retry button. */
export interface Notice {
  readonly kind: "done" | "problem" | "question";
  readonly text: Text;
  readonly action?: { readonly label: Text; readonly run: () => void };
}

/** The complete state of the pane. */
export interface PaneState {
  readonly language: Language;
  readonly screen: ScreenName;
  /** The running task, which the user can stop; null if none. */
  readonly busy: Text | null;
  readonly ret: Return | null;
  /** Every table-like block in the workbook, whether or not it belongs to the return. */
  readonly blocks: readonly SheetTable[];
  readonly sheets: readonly string[];
  readonly mapping: Mapping;
  readonly issues: readonly Issue[];
  /** Returns chosen for import, and those imported earlier. */
  readonly incoming: readonly Incoming[];
  /** Chosen files without any table of the return. */
  readonly ownFiles: readonly OwnFile[];
  readonly received: readonly Received[];
  readonly report: Report | null;
  /** The report as it may leave the workbook: without figures about a few people and without users' remarks. */
  readonly published: Report | null;
  /** Why there is no report. */
  readonly reportProblem: Text | null;
  /** The quarter chosen in the pane, if the workbook cannot store it. */
  readonly quarter: string | null;
  /** The chosen party; null means all. */
  readonly party: string | null;
  readonly filter: Filter;
  /** Id of the open issue. */
  readonly current: string | null;
  readonly notice: Notice | null;
  /** For screen readers only. */
  readonly announcement: string;
  /** Calculation is manual: new values appear only after F9. */
  readonly byHand: boolean;
  /** Number of changes made here that can be undone. */
  readonly undoable: number;
}

export const initialState = (language: Language): PaneState => ({
  language,
  screen: "start",
  busy: null,
  ret: null,
  blocks: [],
  sheets: [],
  mapping: {},
  issues: [],
  incoming: [],
  ownFiles: [],
  received: [],
  report: null,
  published: null,
  reportProblem: null,
  quarter: null,
  party: null,
  filter: everything,
  current: null,
  notice: null,
  announcement: "",
  byHand: false,
  undoable: 0,
});
