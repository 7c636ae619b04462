/**
 * A text of a workbook or agreement as Markdown that says just that: no emphasis, link, picture, code, table cell or HTML comes of
 * what somebody typed, and it stays on one line. Every escape is one of CommonMark's.
 */
export const markdownText = (text: string): string =>
  text
    .replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, " ")
    .replaceAll(/[\\`*_[\]<>|~&@]/g, (sign) => (sign === "<" ? "&lt;" : sign === "&" ? "&amp;" : `\\${sign}`))
    // GitHub makes links of bare addresses.
    .replaceAll(/(:)(?=\/\/)|(?<=www)(\.)/gi, "\\$&")
    .replace(
      /^(\s*)([#>+-]|\d+[.)])/,
      (_, space: string, sign: string) =>
        `${space}${sign.length === 1 ? `\\${sign}` : `${sign.slice(0, -1)}\\${sign.slice(-1)}`}`,
    );
