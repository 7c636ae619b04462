import { closest, fill, readDay, typedNumber, type Agreement, type Text } from "@prestatieafspraken/indicators";

/**
 * The content of a cell in an agreement workbook. A date is written as `day`; when read, it may be text or an Excel serial
 * number.
 */
export type Cell = string | number | boolean | null | { readonly day: string } | { readonly error: string };

/** A cell that cannot be read: what is wrong and what to do; the caller adds where. */
export class CellMistake extends Error {
  override readonly name = "CellMistake";
  constructor(readonly sentence: Text) {
    super(sentence.nl);
  }
}

/** Converts a part of an agreement to a cell and back; writing and reading again gives the same value. */
export interface Codec {
  /** Null leaves the cell empty. */
  readonly write: (value: unknown, about: Agreement) => Cell;
  /** `about` holds the parties read so far, to turn names into ids. @throws CellMistake */
  readonly read: (cell: Exclude<Cell, null>, about: Named) => unknown;
  /** The closed list of choices; absent if any value is allowed. */
  readonly list?: readonly string[];
}

/** The parties read so far: their names and ids. */
export interface Named {
  readonly parties: readonly { readonly id: string; readonly names: readonly string[] }[];
}

export const isBlank = (cell: Cell | undefined): cell is null | undefined =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

const same = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ");
/** The text a cell shows. */
export const asText = (cell: Exclude<Cell, null>): string =>
  typeof cell === "object" ? ("day" in cell ? cell.day : cell.error) : String(cell).trim();
const notFrom = (typed: string, list: readonly string[]): CellMistake => {
  const near = closest(typed, list);
  return new CellMistake(
    fill(
      {
        nl: "“{typed}” kan hier niet.{near} Kies uit: {list}.",
        en: "“{typed}” is not possible here.{near} Choose from: {list}.",
      },
      {
        typed: typed.slice(0, 60),
        near: near === null ? "" : { nl: ` Bedoelt u ${near}?`, en: ` Do you mean ${near}?` },
        list: list.slice(0, 20).join(", "),
      },
    ),
  );
};

/** Any text. */
export const text: Codec = {
  write: (value) => (typeof value === "string" ? value : null),
  read: (cell) => asText(cell),
};

/** A figure as decimal text: "0.30" for 30%, "360". Reads percentages, decimal commas and thousands separators too. */
export const figure: Codec = {
  // With a decimal comma, as in Dutch: a point followed by three digits would be read as thousands.
  write: (value) => (typeof value === "string" ? typedNumber(value, "nl") : null),
  read: (cell) => {
    if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
    const typed = asText(cell).replace(/\s|€/g, "");
    const percent = /^(-?\d{1,3})(?:[.,](\d+))?%$/.exec(typed);
    if (percent) {
      const digits = percent[1]!.replace("-", "").padStart(3, "0");
      return `${percent[1]!.startsWith("-") ? "-" : ""}${Number(digits.slice(0, -2))}.${digits.slice(-2)}${percent[2] ?? ""}`;
    }
    const thousands = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(typed) ? typed.replaceAll(".", "") : typed;
    const dotted = thousands.replace(",", ".");
    if (/^-?\d+(\.\d+)?$/.test(dotted)) return dotted;
    throw new CellMistake(
      fill(
        {
          nl: "“{typed}” is geen getal. Schrijf bijvoorbeeld 30%, 360 of 498,20.",
          en: "“{typed}” is not a number. Write for example 30%, 360 or 498.20.",
        },
        { typed: asText(cell).slice(0, 60) },
      ),
    );
  },
};

/** A whole number. */
export const count: Codec = {
  write: (value) => (typeof value === "number" ? value : null),
  read: (cell) => {
    const value = Number(figure.read(cell, { parties: [] }));
    if (Number.isSafeInteger(value) && value >= 0) return value;
    throw new CellMistake({ nl: "Schrijf een heel getal, zoals 4.", en: "Write a whole number, such as 4." });
  },
};

export const day: Codec = {
  write: (value) => (typeof value === "string" ? { day: value } : null),
  read: (cell) => {
    const read =
      typeof cell === "object" && "day" in cell
        ? cell.day
        : typeof cell === "boolean"
          ? null
          : readDay(typeof cell === "number" ? cell : asText(cell));
    if (read !== null) return read;
    throw new CellMistake(
      fill(
        {
          nl: "“{typed}” is geen dag. Schrijf bijvoorbeeld 31-12-2028.",
          en: "“{typed}” is not a day. Write for example 31-12-2028.",
        },
        { typed: asText(cell).slice(0, 60) },
      ),
    );
  },
};

/**
 * One of a closed list: keys are the agreement's values, `words` the Dutch terms to choose from; the value itself is read too.
 */
export function choice(words: Readonly<Record<string, string>>): Codec {
  const pairs = Object.entries(words);
  const list = pairs.map(([, word]) => word);
  return {
    list,
    write: (value) => (typeof value === "string" ? (Object.hasOwn(words, value) ? words[value]! : null) : null),
    read: (cell) => {
      const typed = same(asText(cell));
      const found = pairs.find(([value, word]) => same(word) === typed || same(value) === typed);
      if (found) return found[0];
      throw notFrom(asText(cell), list);
    },
  };
}

export const yes: Codec = {
  list: ["ja", "nee"],
  write: (value) => (value === true ? "ja" : null),
  read: (cell) => {
    const typed = same(asText(cell));
    if (["ja", "yes", "true", "x", "waar"].includes(typed)) return true;
    if (["nee", "no", "false", "onwaar"].includes(typed)) return undefined;
    throw notFrom(asText(cell), ["ja", "nee"]);
  },
};

const parts = (cell: Exclude<Cell, null>, separator: RegExp): string[] =>
  asText(cell)
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Several texts in one cell: "gemeente; gem. Oegstgeest". */
export const texts: Codec = {
  write: (value) => (Array.isArray(value) && value.length > 0 ? value.join("; ") : null),
  read: (cell) => parts(cell, /[;\n]/),
};

/** Several ids in one cell: "TD-BES-2, TD-BES-3". */
export const ids: Codec = {
  write: (value) => (Array.isArray(value) && value.length > 0 ? value.join(", ") : null),
  read: (cell) => parts(cell, /[;,\n]/),
};

/** The id of a party, given its id or a name. */
function partyId(typed: string, { parties }: Named): string {
  const found = parties.find(({ id, names }) => [id, ...names].some((name) => same(name) === same(typed)));
  if (found) return found.id;
  throw notFrom(
    typed,
    parties.map(({ names, id }) => names[0] ?? id),
  );
}
const nameOf = (id: unknown, { parties }: Agreement): string =>
  parties.find((party) => party.id === id)?.name ?? String(id);

export const everybody = "alle partijen";

/** Parties by name: "WYwonen, Portaal", or "alle partijen" for all of them. */
export const partyList: Codec = {
  write: (value, about) =>
    !Array.isArray(value) || value.length === 0
      ? null
      : value.length === about.parties.length && about.parties.every(({ id }, i) => id === value[i])
        ? everybody
        : value.map((id) => nameOf(id, about)).join("; "),
  read: (cell, about) =>
    same(asText(cell)) === everybody
      ? about.parties.map(({ id }) => id)
      : parts(cell, /[;\n]|,(?=\s)/).map((typed) => partyId(typed, about)),
};

const monthNumber: Codec = count;
export const months: Codec = {
  write: (value) => (Array.isArray(value) && value.length > 0 ? value.join(", ") : null),
  read: (cell, about) => parts(cell, /[;,\s]/).map((part) => monthNumber.read(part, about)),
};

/** Which parties attend in which quarters: "WYwonen: 1, 3; Portaal: 1". */
export const attendance: Codec = {
  write: (value, about) =>
    typeof value !== "object" || value === null
      ? null
      : Object.entries(value as Record<string, readonly number[]>)
          .map(([id, quarters]) => `${nameOf(id, about)}: ${quarters.join(", ")}`)
          .join("; "),
  read: (cell, about) =>
    Object.fromEntries(
      parts(cell, /[;\n]/).map((part) => {
        const at = part.lastIndexOf(":");
        const quarters = at < 0 ? [] : part.slice(at + 1).match(/[1-4]/g);
        if (at < 0 || !quarters)
          throw new CellMistake({
            nl: "Schrijf per partij de kwartalen, zoals “WYwonen: 1, 3; Portaal: 1”.",
            en: "Write the quarters for each party, such as “WYwonen: 1, 3; Portaal: 1”.",
          });
        return [partyId(part.slice(0, at), about), quarters.map(Number)];
      }),
    ),
};
