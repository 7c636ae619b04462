import type { Language, Text } from "@prestatieafspraken/indicators";
import type { Issue, Mapping, Received, Report, Return, Severity, SheetTable } from "@prestatieafspraken/quarterly";
import type { Incoming } from "./incoming.js";

export type ScreenName = "start" | "collect" | "checks" | "indicators" | "calendar" | "handOver";

/** Which issues are shown. Empty text and null mean: no restriction. */
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

/** Something the pane has to say about what was just done. A problem may be tried again. */
export interface Notice {
  readonly kind: "done" | "problem" | "question";
  readonly text: Text;
  readonly action?: { readonly label: Text; readonly run: () => void };
}

/** All the pane knows. */
export interface PaneState {
  readonly language: Language;
  readonly screen: ScreenName;
  /** What is being done that takes a while, and can be stopped; null when nothing. */
  readonly busy: Text | null;
  readonly ret: Return | null;
  /** Every block in the workbook, also those that are no table of ours. */
  readonly blocks: readonly SheetTable[];
  readonly sheets: readonly string[];
  readonly mapping: Mapping;
  readonly issues: readonly Issue[];
  /** Returns chosen to be brought in, and those brought in before. */
  readonly incoming: readonly Incoming[];
  readonly received: readonly Received[];
  readonly report: Report | null;
  /** The same as it may leave the workbook: without figures of a few people and without what people wrote. */
  readonly published: Report | null;
  /** Why there is no report. */
  readonly reportProblem: Text | null;
  /** Chosen in the pane where the workbook has no place to keep it. */
  readonly quarter: string | null;
  /** Party looked for; null is everybody. */
  readonly party: string | null;
  readonly filter: Filter;
  /** Key of the issue that is open. */
  readonly current: string | null;
  readonly notice: Notice | null;
  /** Said to a screen reader, not shown. */
  readonly announcement: string;
  /** New values are shown only after F9. */
  readonly byHand: boolean;
  /** Changes made here that can be taken back. */
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
