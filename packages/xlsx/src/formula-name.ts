/**
 * A function of an add-in is called `PA.SOCIALSHARE(...)` by people and stored as `_xldudf_PA_SOCIALSHARE(...)`.
 * Programs write the stored form in any case, and with a file name or number in front: `[2]!_xldudf_pa_socialshare(`.
 */
const STORED = /(?:(?:'[^']*'|\[\d+\]|[A-Za-z0-9_.-]{1,99}\.xla[mx]?)!)?_xldudf_PA_([A-Z][A-Z0-9]*)(?=\s*\()/gi;
const SHOWN = /(?<![\w.])PA\.([A-Z][A-Z0-9]*)(?=\s*\()/gi;
/** Texts and quoted sheet names stay as they are, except a quoted file name right before a stored function. */
const OUTSIDE_TEXT = /"(?:[^"]|"")*"|'(?:[^']|'')*'(?!!_xldudf_PA_)|(?:[^"']|'(?:[^']|'')*'(?=!_xldudf_PA_))+|["']/gi;

function outsideText(formula: string, change: (piece: string) => string): string {
  return formula.replace(OUTSIDE_TEXT, (piece) => {
    const quoted = piece.startsWith('"') || (piece.startsWith("'") && !/_xldudf_PA_/i.test(piece));
    return quoted ? piece : change(piece);
  });
}

/** Is this the id of a function of ours? Without a list: every id of letters and digits. */
const ours = (id: string, ids: ReadonlySet<string> | undefined): boolean =>
  ids === undefined || ids.has(id.toUpperCase());

/** The formula as people see it; only functions in `ids` (upper case) are renamed, or all PA functions without it. */
export function shownFormula(stored: string, ids?: ReadonlySet<string>): string {
  if (!/_xldudf_PA_/i.test(stored)) return stored;
  return outsideText(stored, (piece) =>
    piece.replace(STORED, (whole: string, id: string) => (ours(id, ids) ? `PA.${id.toUpperCase()}` : whole)),
  );
}

/** The formula as a file holds it; the reverse of `shownFormula`. */
export function storedFormula(shown: string, ids?: ReadonlySet<string>): string {
  if (!/PA\./i.test(shown)) return shown;
  return outsideText(shown, (piece) =>
    piece.replace(SHOWN, (whole: string, id: string) => (ours(id, ids) ? `_xldudf_PA_${id.toUpperCase()}` : whole)),
  );
}
