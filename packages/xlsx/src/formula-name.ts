/**
 * An add-in function is shown as `PA.SOCIALSHARE(...)` and stored as `_xldudf_PA_SOCIALSHARE(...)`.
 * The stored form occurs in any case, and with a file name or number in front: `[2]!_xldudf_pa_socialshare(`.
 * Texts and quoted sheet names are matched first, so that their contents are never renamed.
 */
const STORED =
  /"(?:[^"]|"")*"|(?:(?:'(?:[^']|'')*'|\[\d+\]|[\w.-]{1,99}\.xla[mx]?)!|(?<![\w.]))_xldudf_PA_([A-Z][A-Z0-9]*)(?=\s*\()|'(?:[^']|'')*'/gi;
const SHOWN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])PA\.([A-Z][A-Z0-9]*)(?=\s*\()/gi;

/** Renames our functions: those in `ids`, or without `ids` every function name of letters and digits. */
const rename = (formula: string, pattern: RegExp, prefix: string, ids: ReadonlySet<string> | undefined): string =>
  formula.replace(pattern, (whole: string, id: string | undefined) => {
    const name = id?.toUpperCase();
    return name !== undefined && (ids === undefined || ids.has(name)) ? prefix + name : whole;
  });

/**
 * The formula as shown to users. Renames only the functions in `ids` (upper case), or all PA functions without `ids`.
 */
export const shownFormula = (stored: string, ids?: ReadonlySet<string>): string =>
  /_xldudf_PA_/i.test(stored) ? rename(stored, STORED, "PA.", ids) : stored;

/** The formula as stored in a file; the inverse of `shownFormula`. */
export const storedFormula = (shown: string, ids?: ReadonlySet<string>): string =>
  /PA\./i.test(shown) ? rename(shown, SHOWN, "_xldudf_PA_", ids) : shown;
