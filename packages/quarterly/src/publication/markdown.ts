/**
 * Escapes a text of a workbook or agreement for Markdown: it becomes no emphasis, link, picture, code, table cell or HTML, and
 * stays on one line. All escapes are CommonMark's.
 */
export const markdownText = (text: string): string =>
  text
    .replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, " ")
    .replaceAll(/[\\`*_[\]<>|~&@]/g, (sign) => (sign === "<" ? "&lt;" : sign === "&" ? "&amp;" : `\\${sign}`))
    // GitHub turns bare addresses into links.
    .replaceAll(/:(?=\/\/)/g, "\\:")
    .replaceAll(/(www)\./gi, "$1\\.")
    .replace(
      /^(\s*)([#>+-]|\d+[.)])/,
      (_, space: string, sign: string) =>
        `${space}${sign.length === 1 ? `\\${sign}` : `${sign.slice(0, -1)}\\${sign.slice(-1)}`}`,
    );
