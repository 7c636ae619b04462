/** Invisible characters: zero-width, soft hyphen, byte order mark, direction marks, control characters other than white space. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;
/** Text that needs no cleaning: printable ASCII, no double spaces, none at the ends. */
const clean = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/**
 * Cleans typed text: trims spaces, makes spaces, quotes and hyphens plain, removes invisible characters, composes accents. The
 * only cleaning for headers, cells, ids, names and arguments. Takes linear time.
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

/** Letters and digits of one word, which comparison only takes the case of. */
const plainWord = /^[A-Za-z0-9]*$/;

/** Normalises a word for comparison: no case, accents, spaces, dots, hyphens and quotes. Comparison signs stay. */
export function comparable(text: string): string {
  if (plainWord.test(text)) return text.toLowerCase();
  const word = cleaned(text);
  const bare = clean.test(word) ? word : word.normalize("NFD").replace(/\p{M}/gu, "");
  return bare.toLowerCase().replace(/[\s._\-/'"()*:,]/g, "");
}

/** Shortens a text to quote it in a message: long enough to recognise, too short to repeat a long text. */
export const short = (text: string, most = 60): string =>
  text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
