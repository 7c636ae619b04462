/** Signs nobody sees: zero-width, soft hyphen, byte order mark, direction marks, control characters that are no space. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;
/** Plain text without anything to clean: printable ASCII, no two spaces, none at the ends. */
const clean = /^(?! )(?:[!-~]| (?! ))*(?<! )$/;

/**
 * The text somebody meant to type: no spaces around it, plain spaces, quotes and hyphens inside it, no signs that nobody sees,
 * accents as one sign. The one cleaning for headers, cells, ids, names and arguments. Linear in the length of the text.
 */
export function cleaned(text: string): string {
  if (text.length < 256 && clean.test(text)) return text;
  return text
    .replace(invisible, "")
    .normalize("NFC")
    .replace(/[\u2018\u2019\u201A\u201B\u2032]/g, "'")
    .replace(/[\u201C-\u201F\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\p{Z}]+/gu, " ")
    .trim();
}

/** For comparing words: without case, accents, spaces, dots, hyphens and quotes. Comparison signs stay. */
export const comparable = (text: string): string =>
  cleaned(text)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s._\-/'"()*:,]/g, "");

/** The most of a cell that a sentence quotes: enough to know it again, too little for a pasted novel. */
export const short = (text: string, most = 60): string =>
  text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
