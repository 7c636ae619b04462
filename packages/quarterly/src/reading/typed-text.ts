import type { CellValue } from "../workbook.js";

/** Signs nobody sees: zero-width, soft hyphen, byte order mark, direction marks. */
const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const odd =
  /[\u00A0\u2000-\u200F\u2018-\u201F\u202F\u205F\u2060\u3000\uFEFF\u00AD\u2010-\u2015\u2212\t\r\n]| {2}|^ | $/;

/**
 * The text somebody meant to type: no spaces around it, plain spaces, quotes and hyphens inside it.
 * Text without any of these comes back as it is, so that a hundred thousand clean cells cost nothing.
 */
export function cleaned(text: string): string {
  if (!odd.test(text)) return text;
  return text
    .replace(invisible, "")
    .replace(/[\u2018\u2019\u201A\u201B]/g, "'")
    .replace(/[\u201C-\u201F]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\u00A0]+/g, " ")
    .trim();
}

/** For comparing words: without case, accents, spaces, dots, hyphens and quotes. Comparison signs stay. */
export const comparable = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s._\-/'"()*:,]/g, "");

/** Does the text differ from what it should be in more than case? Case is no difference, as in Excel itself. */
export const sameButCase = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();

/** The most of a cell that a sentence quotes: enough to know it again, too little for a pasted novel. */
export const short = (text: string, most = 60): string =>
  text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;

const dutchNumber = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 10, useGrouping: false });

/** A cell as it is quoted in a message, the way a Dutch sheet shows it. */
export function quoted(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return dutchNumber.format(value);
  if (typeof value === "boolean") return value ? "WAAR" : "ONWAAR";
  return typeof value === "string" ? value : value.error;
}
