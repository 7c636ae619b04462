/**
 * A function of an add-in is called `PA.SOCIALSHARE(...)` by people and stored as `_xldudf_PA_SOCIALSHARE(...)`.
 * Programs write the stored form in any case, and with a file name or number in front: `[2]!_xldudf_pa_socialshare(`.
 * Texts and quoted sheet names are matched first, so that what stands in them stays as it is.
 */
const STORED =
  /"(?:[^"]|"")*"|(?:(?:'(?:[^']|'')*'|\[\d+\]|[\w.-]{1,99}\.xla[mx]?)!|(?<![\w.]))_xldudf_PA_([A-Z][A-Z0-9]*)(?=\s*\()|'(?:[^']|'')*'/gi;
const SHOWN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])PA\.([A-Z][A-Z0-9]*)(?=\s*\()/gi;

/** Replaces names of functions of ours: those in `ids`, or without a list every id of letters and digits. */
const rename = (formula: string, pattern: RegExp, prefix: string, ids: ReadonlySet<string> | undefined): string =>
  formula.replace(pattern, (whole: string, id: string | undefined) => {
    const name = id?.toUpperCase();
    return name !== undefined && (ids === undefined || ids.has(name)) ? prefix + name : whole;
  });

/** The formula as people see it; only functions in `ids` (upper case) are renamed, or all PA functions without it. */
export const shownFormula = (stored: string, ids?: ReadonlySet<string>): string =>
  /_xldudf_PA_/i.test(stored) ? rename(stored, STORED, "PA.", ids) : stored;

/** The formula as a file holds it; the reverse of `shownFormula`. */
export const storedFormula = (shown: string, ids?: ReadonlySet<string>): string =>
  /PA\./i.test(shown) ? rename(shown, SHOWN, "_xldudf_PA_", ids) : shown;
