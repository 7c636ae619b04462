import type { Agreement, Day, Language } from "@prestatieafspraken/indicators";
import type { AddIn } from "./add-in-parts.js";
import type { Cached } from "./formula-cell.js";

/** What a template is made for. */
export interface TemplateOptions {
  readonly agreement: Agreement;
  /** Agreements offered in PA_Instellingen; default: only this one. */
  readonly agreements?: readonly Agreement[];
  /**
   * Language of titles, help and explanations; headers, sheet names and values are always Dutch, as in the contract.
   */
  readonly language?: Language;
  /** Invented figures to try the product: "clean", or with about ten typical mistakes. Default: none. */
  readonly sample?: "none" | "with-errors" | "clean";
  /** Verslagkwartaal, "2026-Q3"; default: the sample's, else the agreement's first. */
  readonly quarter?: string;
  /** Functions named in the file; default: all. */
  readonly functions?: readonly string[];
  /** Cached value for each formula of the Dashboard; without it they show #N/A until calculated. */
  readonly cached?: Cached;
  /** Adds a sheet with one row per function: formula, expected value, TRUE or FALSE. */
  readonly selfcheck?: boolean;
  /** The add-in named in the file; default: none. */
  readonly addIn?: AddIn;
  /** Address of the page that the sheet Lees mij names; default: none, it then names the button Hulp. */
  readonly help?: string;
  /** Date in the file's properties; default: the agreement's own date, never today. */
  readonly created?: Day;
}
