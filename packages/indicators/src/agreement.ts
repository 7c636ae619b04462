import type { FieldType } from "./tables/field.js";
import type { Text } from "./text.js";
import type { Unit } from "./unit.js";

/** A date as "2026-09-30". */
export type Day = string;
/** A quarter as "2026-Q3". */
export type QuarterId = string;

/** The document a figure or duty comes from. */
export interface Source {
  /** Document or law: "Prestatieafspraken Oegstgeest 2025-2028". */
  readonly title: string;
  /** Article, paragraph or unnumbered part: "art. 9", "tussendoel Beschikbaarheid". */
  readonly article?: string;
  readonly href?: string;
  /** Date of the document, if known. */
  readonly date?: Day;
  /** The date this source was last checked. */
  readonly checked?: Day;
}

/** How a value is compared with a norm. */
export type Comparator = ">=" | "<=" | ">" | "<" | "=";

/**
 * What was promised about one indicator. Figures are text, exactly as printed ("0.30", "360", "498.20"), so that they can be
 * compared with the document and no binary rounding creeps in.
 */
export interface Norm {
  /** "TD-BES-2", "ART-9-URGENT": unique in the agreement. */
  readonly id: string;
  /** The indicator it judges: an id of contract 3.1 or an own indicator of the agreement. */
  readonly indicator: string;
  readonly comparator: Comparator;
  readonly value: string;
  /** First and last day in force, inclusive; unlimited if absent. */
  readonly from?: Day;
  readonly until?: Day;
  /** The date by which it must be met; before that date, falling short is not "missed". */
  readonly deadline?: Day;
  /**
   * The value at the start, as precise as printed: "0.16" means anything from 15.5% to 16.5%. The path to the deadline starts
   * here.
   */
  readonly baseline?: string;
  /** The date of the baseline; by default the day before the norm or the agreement starts. */
  readonly baselineDay?: Day;
  /**
   * The period it is judged over: each moment on its own; a quarter, calendar year or four quarters; or the whole term, where
   * only the end counts. By default the period of the indicator.
   */
  readonly period?: "moment" | "quarter" | "year" | "four-quarters" | "term";
  /** hard: a promise; effort: "streven"; long-term: a direction without a date, never "missed"; approximate: "ongeveer". */
  readonly strength: "hard" | "effort" | "long-term" | "approximate";
  /** approximate: the fraction of the value by which it may be off, "0.10". */
  readonly margin?: string;
  /** Strictly beyond this value, on the wrong side, parties agreed to talk, although the norm itself still holds. */
  readonly signal?: string;
  /** The figure the text prints, if the arithmetic gives another (1200 against 1090). */
  readonly agreed?: string;
  /**
   * Ids of the parties it binds. Each is judged on its own line; if these are all parties of the indicator, all together are
   * judged as well. Absent: it binds the parties together, none individually.
   */
  readonly parties?: readonly string[];
  readonly source: Source;
  readonly note?: Text;
}

/** A signatory of an agreement: municipality, corporation, tenants' organisation or other party. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly kind: "municipality" | "corporation" | "tenants" | "commercial" | "other";
  /** Other spellings and former names (mergers). */
  readonly aliases: readonly string[];
}

/** One allowed value of a setting. */
export interface Choice {
  readonly value: string;
  readonly label: Text;
}

/** A definition that parties have to choose; a row of PA_Instellingen. */
export interface Parameter {
  readonly id: string;
  /** The name in PA_Instellingen (Dutch). */
  readonly name: string;
  readonly label: Text;
  readonly default: string;
  /** The type of its value: a date (ISO), a number, or a share (0-1). Absent: text or one of the choices. */
  readonly type?: "day" | "number" | "share";
  /** Closed list. */
  readonly choices?: readonly Choice[];
  readonly note?: Text;
  readonly source?: Source;
}

/**
 * A commitment: one numbered article or one unnumbered goal.
 * kind: number = judged by a norm; trend = counted, without a norm; dated = due on a date; frequency = a number of times a year;
 * effort = has a status only, never a computed score.
 */
export interface Commitment {
  /** Article as text ("9", "19a") or the id of an unnumbered goal ("TD-BES-1"). */
  readonly article: string;
  readonly kind: "number" | "trend" | "dated" | "frequency" | "effort";
  readonly theme: Text;
  readonly title: Text;
  /** Norm ids of this agreement that judge it (kind number). */
  readonly norms?: readonly string[];
  /** Indicators that show its progress. */
  readonly indicators?: readonly string[];
  /** dated: the date it is due; `recurs` = due every year in this month or quarter. */
  readonly due?: Day;
  /** dated: due this number of years after the date in a row of PA_Instellingen. */
  readonly dueAfter?: { readonly parameter: string; readonly years: number };
  /** dated: due only when this norm (id) signals; the agreed talk is then due. */
  readonly signalOf?: string;
  readonly recurs?: { readonly month?: number; readonly quarter?: 1 | 2 | 3 | 4 };
  /** frequency: the kind of meeting (PA_Overleg.Soort) and how many a year. */
  readonly meetings?: {
    readonly kind: string;
    readonly perYear: number;
    /** Party id -> the quarters in which it must attend; absent = all meetings. */
    readonly attendance?: Readonly<Record<string, readonly number[]>>;
    /** Months in which a meeting must be held (November = 11). */
    readonly months?: readonly number[];
  };
  /** Party ids that lead. */
  readonly lead: readonly string[];
  /** Ids of parties that did not agree to this commitment. */
  readonly withoutConsent?: readonly string[];
  readonly source: Source;
  readonly note?: Text;
}

/** A figure of the agreement that indicators calculate with. */
export interface Figure {
  readonly value: string;
  readonly unit: Unit;
  readonly label: Text;
  readonly source: Source;
}

/** A difference between the document's text and its arithmetic; both are always shown. */
export interface Tension {
  readonly id: string;
  /** The indicator it is shown with. */
  readonly indicator?: string;
  readonly agreed: string;
  readonly computed: string;
  readonly unit: Unit;
  readonly explanation: Text;
  readonly source: Source;
}

/**
 * What a cell must hold: a value, one of several, or a test. Dates are "2026-09-30"; "agreement" is the first day of the
 * agreement, "year" the first day of the quarter's year. `under` names a rent or income limit, of the year of a date column in
 * the row ("Huurpeildatum") or of the quarter.
 */
export type OwnCondition =
  | string
  | readonly string[]
  | { readonly not: string | readonly string[] }
  | { readonly from?: Day; readonly until?: Day }
  | { readonly filled: boolean }
  | { readonly under: string; readonly inclusive?: boolean; readonly yearOf?: string };

/** A count in the tables of a return, as data. */
export interface OwnInput {
  readonly table: string;
  /** The column to sum, average or compare; may be one of the agreement's own. Absent: rows are counted. */
  readonly column?: string;
  readonly aggregate: "sum" | "count" | "average" | "max" | "min";
  readonly where?: Readonly<Record<string, OwnCondition>>;
  /** The quarters counted, never after the reporting quarter; by default the reporting quarter. */
  readonly window?: "snapshot" | "quarter" | "year" | "four-quarters" | "term";
  readonly label?: Text;
}

/** An indicator that a municipality defines in its agreement file, as an expression instead of code. */
export interface OwnIndicator {
  readonly id: string;
  readonly title: Text;
  readonly meaning: Text;
  readonly unit: Unit;
  /** True if it also has a figure for each of its parties. */
  readonly perParty?: boolean;
  /** The names used in the expression. */
  readonly inputs: Readonly<Record<string, OwnInput>>;
  /** A mathjs expression over the inputs, computed with exact fractions. */
  readonly expression: string;
  readonly source: Source;
}

/** What of an agreement judges a figure; of its own indicators only what names them. */
export type JudgingAgreement = Pick<Agreement, "id" | "title" | "from" | "until" | "norms" | "figures" | "document"> & {
  readonly indicators: readonly Pick<OwnIndicator, "id" | "title" | "meaning" | "unit">[];
};

/** Types allowed for an agreement's own column. */
export type OwnColumnType = Exclude<FieldType, "quarter" | "party">;

/**
 * A column the agreement adds: to a table of the product, or to a table of its own, which always starts with Kwartaal and
 * Verhuurder.
 */
export interface OwnColumn {
  /** "PA_Nieuwbouw", or a new name: "PA_Investeringen". */
  readonly table: string;
  readonly header: string;
  readonly type: OwnColumnType;
  readonly help?: Text;
  readonly required?: boolean;
  /** choice: the allowed values. */
  readonly choices?: readonly string[];
}

/** Ids of the agreement figures that indicators use. */
export type FigureId =
  | "need"
  | "realisedAtStart"
  | "agreedRemaining"
  | "statusHolderTask"
  | "efgBaseline"
  | "improvementsPerYear";

/** An agreement as data: parties, norms, commitments, figures and chosen definitions. */
export interface Agreement {
  readonly id: string;
  readonly title: Text;
  readonly municipality: { readonly name: string; readonly code?: string };
  readonly from: Day;
  readonly until: Day;
  readonly document: Source;
  readonly parties: readonly Party[];
  readonly figures: Readonly<Partial<Record<FigureId, Figure>>>;
  /** Ids of the parties an indicator is about, if not all corporations: { URGENTSHARE: ["wywonen", "portaal"] }. */
  readonly scope: Readonly<Record<string, readonly string[]>>;
  readonly parameters: readonly Parameter[];
  readonly norms: readonly Norm[];
  readonly commitments: readonly Commitment[];
  readonly tensions: readonly Tension[];
  readonly indicators: readonly OwnIndicator[];
  /** Columns and tables the agreement adds to those of the product. */
  readonly columns?: readonly OwnColumn[];
}

/** A legal limit by calendar year. A year without a published value is refused, never estimated. */
export interface LimitSeries {
  /** "kwaliteitskorting", "passend-eenpersoons": ids as in data/law/limits.json. */
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
  /** Years with a circulating figure that could not be verified; mentioned when asked for, never used. */
  readonly unverified?: readonly { readonly year: number; readonly note: Text }[];
}
