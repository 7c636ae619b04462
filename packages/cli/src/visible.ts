/** Control characters and direction marks, which a terminal obeys instead of showing. Excludes line feeds and tabs. */
// eslint-disable-next-line no-control-regex -- these are looked for
const obeyed = /[\x00-\x08\x0B-\x1F\x7F-\x9F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * A text with its control characters made visible: an escape in a cell, sheet name or file name shows as a sign (␛), so
 * it cannot colour, move or rename the reader's terminal.
 */
export const visible = (text: string): string =>
  text.replace(obeyed, (sign, at: number) => {
    const code = sign.charCodeAt(0);
    if (sign === "\r" && text[at + 1] === "\n") return sign;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "␡" : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });

/** Adds the path of the JSON schema, which is published with this package. */
export const withSchema = <T extends object>(name: "check" | "report" | "eval", content: T) => ({
  $schema: `@prestatieafspraken/cli/schema/${name}.schema.json`,
  ...content,
});

/** Formatted JSON without characters that a terminal obeys. */
export const json = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(obeyed, (sign) =>
    sign === "\r" ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )}\n`;
