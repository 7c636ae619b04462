import type { FieldType } from "./tables/field.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";

/** A day as "2026-09-30". */
export type Day = string;
/** A quarter as "2026-Q3". */
export type QuarterId = string;

/** Where a figure or duty can be looked up. */
export interface Source {
  /** Document or law: "Prestatieafspraken Oegstgeest 2025-2028". */
  readonly title: string;
  /** Article, paragraph or unnumbered part: "art. 9", "tussendoel Beschikbaarheid". */
  readonly article?: string;
  readonly href?: string;
  /** Date of the document, where known. */
  readonly date?: Day;
  /** The day somebody looked. */
  readonly checked?: Day;
}

export type Comparator = ">=" | "<=" | ">" | "<" | "=";

/**
 * What was promised about one indicator. Figures are text, exactly as printed ("0.30", "360", "498.20"), so that a second
 * pair of eyes compares two equal figures and no binary rounding creeps in.
 */
export interface Norm {
  /** "TD-BES-2", "ART-9-URGENT": unique in the agreement. */
  readonly id: string;
  /** The indicator it judges: an id of contract 3.1 or an own indicator of the agreement. */
  readonly indicator: string;
  readonly comparator: Comparator;
  readonly value: string;
  /** In force on and after / on and before; open where absent. */
  readonly from?: Day;
  readonly until?: Day;
  /** The day it has to be met; before that day being short is "on the way", not "missed". */
  readonly deadline?: Day;
  /**
   * Where things stood at the start, as precise as it is printed: "0.16" may be anything from 15.5% to 16.5%. The path to the
   * deadline starts here.
   */
  readonly baseline?: string;
  /** The day of the baseline; the first day of the norm or of the agreement unless given. */
  readonly baselineDay?: Day;
  /**
   * What it is judged over: every moment by itself; a quarter, calendar year or the last four quarters; or the whole term, where
   * only the end decides. That of the indicator unless given.
   */
  readonly period?: "moment" | "quarter" | "year" | "four-quarters" | "term";
  /** hard: a promise; effort: "streven"; long-term: a direction without a date, never "missed"; approximate: "ongeveer". */
  readonly strength: "hard" | "effort" | "long-term" | "approximate";
  /** approximate: the part of the value it may be off and still hold, "0.10". */
  readonly margin?: string;
  /** Beyond this value (strictly, on the wrong side) parties agreed to talk, although the norm itself still holds. */
  readonly signal?: string;
  /** The figure the text prints where it differs from what the arithmetic gives (1200 beside 1090). */
  readonly agreed?: string;
  /**
   * Parties (ids) it binds: each is judged by its own line, and all of the indicator's parties together where it names them all.
   * Absent: it binds the parties together, and nobody by itself.
   */
  readonly parties?: readonly string[];
  readonly source: Source;
  readonly note?: Text;
}

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly kind: "municipality" | "corporation" | "tenants" | "commercial" | "other";
  /** Other spellings people use, former names (mergers) included. */
  readonly aliases: readonly string[];
}

export interface Choice {
  readonly value: string;
  readonly label: Text;
}

/** A definition somebody has to choose; a row of PA_Instellingen. */
export interface Parameter {
  readonly id: string;
  /** The name in PA_Instellingen (Dutch). */
  readonly name: string;
  readonly label: Text;
  readonly default: string;
  /** What kind of value it takes: a day (ISO), a number, or a share between 0 and 1. Text or one of the choices where absent. */
  readonly type?: "day" | "number" | "share";
  /** Closed list. */
  readonly choices?: readonly Choice[];
  readonly note?: Text;
  readonly source?: Source;
}

/**
 * Everything that was agreed, once: every numbered article and every unnumbered goal.
 * kind: number = judged by a norm; trend = counted, no norm; dated = due on a day; frequency = so many times a year;
 * effort = a status row, never a made-up score.
 */
export interface Commitment {
  /** Article as text ("9", "19a") or the id of an unnumbered goal ("TD-BES-1"). */
  readonly article: string;
  readonly kind: "number" | "trend" | "dated" | "frequency" | "effort";
  readonly theme: Text;
  readonly title: Text;
  /** Norm ids of this agreement that judge it (kind number). */
  readonly norms?: readonly string[];
  /** Indicators that show it. */
  readonly indicators?: readonly string[];
  /** dated: the day; or recurring: every year in this month or quarter. */
  readonly due?: Day;
  /** dated: so many years after the day in a row of PA_Instellingen. */
  readonly dueAfter?: { readonly parameter: string; readonly years: number };
  /** dated: only once this norm (id) gives a signal; what is due then is the talk that was agreed. */
  readonly signalOf?: string;
  readonly recurs?: { readonly month?: number; readonly quarter?: 1 | 2 | 3 | 4 };
  /** frequency: kind of meeting (PA_Overleg.Soort) and how many a year. */
  readonly meetings?: {
    readonly kind: string;
    readonly perYear: number;
    /** party id -> quarters in which it attends at least; absent = all meetings. */
    readonly attendance?: Readonly<Record<string, readonly number[]>>;
    /** Months in which one must be held (November = 11). */
    readonly months?: readonly number[];
  };
  /** Party ids that lead. */
  readonly lead: readonly string[];
  /** Party ids that do not agree to this commitment. */
  readonly withoutConsent?: readonly string[];
  readonly source: Source;
  readonly note?: Text;
}

/** A figure of the agreement that indicators start from. */
export interface Figure {
  readonly value: string;
  readonly unit: Unit;
  readonly label: Text;
  readonly source: Source;
}

/** Where the document's words and its arithmetic differ; both are always shown. */
export interface Tension {
  readonly id: string;
  /** Indicator it shows up at. */
  readonly indicator?: string;
  readonly agreed: string;
  readonly computed: string;
  readonly unit: Unit;
  readonly explanation: Text;
  readonly source: Source;
}

/**
 * What the cell of a column has to hold: a value, one of several, or a test. Days are "2026-09-30"; "agreement" is the day the
 * agreement began, "year" the first day of the year of the quarter. `under` is a rent or income limit by its name, of the year of a date in the row ("Huurpeildatum") or of the quarter.
 */
export type OwnCondition =
  | string
  | readonly string[]
  | { readonly not: string | readonly string[] }
  | { readonly from?: Day; readonly until?: Day }
  | { readonly filled: boolean }
  | { readonly under: string; readonly inclusive?: boolean; readonly yearOf?: string };

/** A count in the tables of a return, as data: the same question the product's own indicators ask. */
export interface OwnInput {
  readonly table: string;
  /** The column that is added up, averaged or compared; may be one of your own. Rows are counted where absent. */
  readonly column?: string;
  readonly aggregate: "sum" | "count" | "average" | "max" | "min";
  readonly where?: Readonly<Record<string, OwnCondition>>;
  /** Which quarters, never beyond the reporting quarter; the reporting quarter itself unless given. */
  readonly window?: "snapshot" | "quarter" | "year" | "four-quarters" | "term";
  readonly label?: Text;
}

/** An indicator a municipality added in its own agreement file: an expression, no code. */
export interface OwnIndicator {
  readonly id: string;
  readonly title: Text;
  readonly meaning: Text;
  readonly unit: Unit;
  /** Has a figure for each party it is about, too. */
  readonly perParty?: boolean;
  /** Names used in the expression. */
  readonly inputs: Readonly<Record<string, OwnInput>>;
  /** mathjs expression over the names above, computed with exact fractions. */
  readonly expression: string;
  readonly source: Source;
}

/** What a column of an agreement's own may hold. */
export type OwnColumnType = Exclude<FieldType, "quarter" | "party">;

/**
 * A column that the agreement needs beyond those of the product: in one of its tables, or in a table of the agreement's own, which
 * always begins with Kwartaal and Verhuurder.
 */
export interface OwnColumn {
  /** "PA_Nieuwbouw", or a name of your own: "PA_Investeringen". */
  readonly table: string;
  readonly header: string;
  readonly type: OwnColumnType;
  readonly help?: Text;
  readonly required?: boolean;
  /** choice: what may be chosen. */
  readonly choices?: readonly string[];
}

/** Ids of the figures indicators look for in an agreement. */
export type FigureId =
  "need" | "realisedAtStart" | "agreedRemaining" | "statusHolderTask" | "efgBaseline" | "improvementsPerYear";

export interface Agreement {
  readonly id: string;
  readonly title: Text;
  readonly municipality: { readonly name: string; readonly code?: string };
  readonly from: Day;
  readonly until: Day;
  readonly document: Source;
  readonly parties: readonly Party[];
  readonly figures: Readonly<Partial<Record<FigureId, Figure>>>;
  /** Party ids an indicator is about, where not all are: { URGENTSHARE: ["wywonen", "portaal"] }. */
  readonly scope: Readonly<Record<string, readonly string[]>>;
  readonly parameters: readonly Parameter[];
  readonly norms: readonly Norm[];
  readonly commitments: readonly Commitment[];
  readonly tensions: readonly Tension[];
  readonly indicators: readonly OwnIndicator[];
  /** Columns and tables beyond those of the product; none where absent. */
  readonly columns?: readonly OwnColumn[];
}

/** A legal limit by calendar year. A year that is not in the list is refused, never guessed. */
export interface LimitSeries {
  /** "kwaliteitskorting", "passend-eenpersoons": the ids are those of data/law/limits.json. */
  readonly id: string;
  readonly label: Text;
  readonly unit: Unit;
  readonly law: Source;
  readonly values: readonly {
    readonly year: number;
    /** As printed in the source. */
    readonly value: string;
    readonly source: Source;
    readonly note?: Text;
  }[];
  /** Years for which a figure circulates that nobody could verify; named when asked for, never used. */
  readonly unverified?: readonly { readonly year: number; readonly note: Text }[];
}
