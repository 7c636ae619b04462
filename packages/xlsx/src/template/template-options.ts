import type { Agreement, Day, Language } from "@prestatieafspraken/indicators";
import type { AddIn } from "./add-in-parts.js";
import type { Cached } from "./formula-cell.js";

export interface TemplateOptions {
  readonly agreement: Agreement;
  /** Agreements that may be chosen in PA_Instellingen; only this one unless given. */
  readonly agreements?: readonly Agreement[];
  /** Language of titles, help and explanations; headers, sheet names and values are Dutch, as in the contract. */
  readonly language?: Language;
  /** Invented figures to try things with: "clean", or with about ten mistakes people make. Empty unless given. */
  readonly sample?: "none" | "with-errors" | "clean";
  /** Verslagkwartaal, "2026-Q3"; unless given the sample's, or the first of the agreement. */
  readonly quarter?: string;
  /** Functions named in the file; all of them unless given. */
  readonly functions?: readonly string[];
  /** Value to keep beside each formula of the Dashboard; without it they say #N/A until something calculates. */
  readonly cached?: Cached;
  /** Adds a sheet with one row per function: formula, expected value, TRUE or FALSE. */
  readonly selfcheck?: boolean;
  /** The add-in to name in the file; none unless given. */
  readonly addIn?: AddIn;
  /** Day in the file's properties; the agreement's own date unless given, never today. */
  readonly created?: Day;
}
