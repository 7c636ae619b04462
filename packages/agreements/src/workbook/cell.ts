import {
  cellText,
  closest,
  fill,
  readDay,
  readDayOrQuarter,
  tables,
  typedNumber,
  type Agreement,
  type CellToWrite,
  type CellValue,
  type Text,
} from "@prestatieafspraken/indicators";

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
  readonly write: (value: unknown, about: Agreement) => CellToWrite;
  /** `about` holds the parties read so far, to turn names into ids. @throws CellMistake */
  readonly read: (cell: NonNullable<CellValue>, about: Named) => unknown;
  /** The closed list of choices; absent if any value is allowed. */
  readonly list?: readonly string[];
}

/** The parties read so far: their names and ids. */
export interface Named {
  readonly parties: readonly { readonly id: string; readonly kind?: string; readonly names: readonly string[] }[];
}

/** Spelling that makes no difference: capitals, spaces, "&" for "en". */
const same = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/\s*&\s*/g, " en ")
    .replace(/\s+/g, " ");
/** What a cell says, without spaces around it. */
export const said = (cell: CellValue | undefined): string => cellText(cell).trim();
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

/** Any text; `meant` may turn what people type into what an agreement holds. */
const spelled = (meant: (typed: string) => string): Codec => ({
  write: (value) => (typeof value === "string" ? value : null),
  read: (cell) => meant(said(cell)),
});

export const text = spelled((typed) => typed);
/** A number as printed: "3.2 b", with one space where more were typed. */
export const printed = spelled((typed) => typed.replace(/\s+/g, " "));
/** The id of an indicator, whatever its letters: "Investering" is INVESTERING. */
export const spelledId = (typed: string): string => typed.toUpperCase().replace(/[\s_-]+/g, "");
export const indicatorId = spelled(spelledId);
/** "1927" and "gm 1927" are GM1927. */
export const municipalityCode = spelled((typed) =>
  typed.replace(/^(?:gm)?\s*(\d{1,4})$/i, (_, digits: string) => `GM${digits.padStart(4, "0")}`),
);
/** A web address without https:// in front, as people copy it. */
export const webAddress = spelled((typed) => (/^www\.\S+$/i.test(typed) ? `https://${typed}` : typed));
/** The name of a table: as the product spells it, else with PA_ in front and no spaces. */
export const tableName = spelled((typed) => {
  const own = `PA_${typed.replace(/^PA_/i, "").trim().replace(/\s+/g, "_")}`;
  return tables.find(({ name }) => same(name) === same(own))?.name ?? own;
});

/** What people write around a figure, and what does not change it: "€ 2.500.000,-", "240 woningen", "EUR 70". */
const around =
  /^(?:€|eur(?:o)?)|(?:,-{1,2}|(?:euro?|sociale|huur|woningen|huizen|toewijzingen|personen|jaren|jaar|stuks|keer|maal|x|per|maand)+)$/gi;
/** "3,1 mln"; "2.500 mln" could be two things, so it is refused. */
const million = /^(-?\d+)(?:,(\d{1,6})|\.(\d{1,2}))?(?:mln\.?|miljoen)$/i;

/** A figure as decimal text: "0.30" for 30%, "360". Reads percentages, millions, decimal commas and thousands separators too. */
export const figure: Codec = {
  // With a decimal comma, as in Dutch: a point followed by three digits would be read as thousands.
  write: (value) => (typeof value === "string" ? typedNumber(value, "nl") : null),
  read: (cell) => {
    if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
    const bare = said(cell)
      .slice(0, 60)
      .replace(/\s/g, "")
      .replace(around, "")
      .replace(/(?:procent|pct\.?)$/i, "%");
    const typed = bare.replace(million, (_, whole: string, part: string | undefined, dotted: string | undefined) =>
      `${whole}${(part ?? dotted ?? "").padEnd(6, "0")}`.replace(/^(-?)0+(?=\d)/, "$1"),
    );
    const percent = /^(-?)(\d{1,3})(?:[.,](\d+))?%$/.exec(typed);
    if (percent) {
      const [, sign = "", whole = "", part = ""] = percent;
      const digits = whole.padStart(3, "0");
      return `${sign}${Number(digits.slice(0, -2))}.${digits.slice(-2)}${part}`;
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
        { typed: said(cell).slice(0, 60) },
      ),
    );
  },
};

/** A whole number. */
export const count: Codec = {
  write: (value) => (typeof value === "number" ? value : null),
  read: (cell) => {
    let value: number;
    try {
      value = Number(figure.read(cell, { parties: [] }));
    } catch {
      value = NaN;
    }
    if (Number.isSafeInteger(value) && value >= 0) return value;
    throw new CellMistake(
      fill(
        {
          nl: "“{typed}” is geen heel getal. Schrijf bijvoorbeeld 4.",
          en: "“{typed}” is not a whole number. Write for example 4.",
        },
        { typed: said(cell).slice(0, 60) },
      ),
    );
  },
};

export const day: Codec = {
  write: (value) => (typeof value === "string" ? { day: value } : null),
  read: (cell) => {
    const read = typeof cell === "boolean" ? null : readDay(typeof cell === "number" ? cell : said(cell));
    if (read !== null) return read;
    throw new CellMistake(
      fill(
        {
          nl: "“{typed}” is geen dag. {advice}",
          en: "“{typed}” is not a day. {advice}",
        },
        { typed: said(cell).slice(0, 60), advice: advisedDay(said(cell)) },
      ),
    );
  },
};

/** A period has a first and a last day, and only the reader knows which one was promised. */
function advisedDay(typed: string): Text {
  const period = typed.slice(0, 60).replace(/^(?:uiterlijk|voor|eind|einde|medio|begin|in|vanaf)\s+/i, "");
  const [first, last] = /^20\d\d$/.test(period)
    ? [`${period}-01-01`, `${period}-12-31`]
    : [readDayOrQuarter(period, "first"), readDayOrQuarter(period, "last")];
  if (first === null || last === null)
    return { nl: "Schrijf bijvoorbeeld 31-12-2028.", en: "Write for example 31-12-2028." };
  const dutch = (day: string): string => day.split("-").map(Number).reverse().join("-");
  return {
    nl: `Schrijf de dag: ${dutch(first)} of ${dutch(last)}?`,
    en: `Write the day: ${dutch(first)} or ${dutch(last)}?`,
  };
}

/**
 * One of a closed list: keys are the agreement's values, `words` the Dutch terms to choose from; the value itself is read too, and what
 * `also` says of it (other words for the same, with a bar between them).
 */
export function choice(words: Readonly<Record<string, string>>, also: Readonly<Record<string, string>> = {}): Codec {
  const pairs = Object.entries(words);
  const list = pairs.map(([, word]) => word);
  return {
    list,
    write: (value) => (typeof value === "string" ? (Object.hasOwn(words, value) ? words[value]! : null) : null),
    read: (cell) => {
      const typed = same(said(cell)).replace(/\.$/, "");
      const found = pairs.find(([value, word]) =>
        [value, word, ...(also[value] ?? "").split("|")].some((one) => same(one) === typed),
      );
      if (found) return found[0];
      throw notFrom(said(cell), list);
    },
  };
}

export const yes: Codec = {
  list: ["ja", "nee"],
  write: (value) => (value === true ? "ja" : null),
  read: (cell) => {
    const typed = same(said(cell));
    if (["ja", "j", "yes", "true", "x", "waar"].includes(typed)) return true;
    if (["nee", "n", "no", "false", "onwaar"].includes(typed)) return undefined;
    throw notFrom(said(cell), ["ja", "nee"]);
  },
};

const parts = (cell: CellValue, separator: RegExp): string[] =>
  said(cell)
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
  read: (cell) => parts(cell, /[;,\n]/).map((part) => part.replace(/\s+/g, " ")),
};

/** The id of a party, given its id or a name; undefined if there is none. */
function partyNamed(typed: string, { parties }: Named): string | undefined {
  const found = parties.find(({ id, names }) => [id, ...names].some((name) => same(name) === same(typed)));
  if (found) return found.id;
  const municipalities = parties.filter(({ kind }) => kind === "municipality");
  return municipalities.length === 1 && /^(?:de )?gemeente$/.test(same(typed)) ? municipalities[0]!.id : undefined;
}

/** "Woonhaven en De Sluis": the parties these parts of a name are the names of, some of which hold "en" themselves. */
function partiesNamed(words: readonly string[], about: Named): readonly string[] | undefined {
  if (words.length === 0) return [];
  for (let count = words.length; count > 0; count--) {
    const first = partyNamed(words.slice(0, count).join(" en "), about);
    const others = first === undefined ? undefined : partiesNamed(words.slice(count), about);
    if (others !== undefined) return [first!, ...others];
  }
  return undefined;
}

function partyId(typed: string, about: Named): string {
  const found = partyNamed(typed, about);
  if (found !== undefined) return found;
  const { parties } = about;
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
  read: (cell, about) => {
    const typed = same(said(cell));
    if (typed === everybody || typed === "allen" || typed === "iedereen") return about.parties.map(({ id }) => id);
    if (/^(?:de |alle )?corporaties$/.test(typed))
      return about.parties.flatMap(({ id, kind }) => (kind === "corporation" ? [id] : []));
    return parts(cell, /[;\n]|,(?=\s)/).flatMap(
      (one) => partiesNamed(same(one).split(" en "), about) ?? [partyId(one, about)],
    );
  },
};

/** A month by its number or its name: 11, november, nov. */
export const month: Codec = {
  write: count.write,
  read: (cell, about) => {
    const named = typeof cell === "string" ? readDay(`1 ${cell.trim()} 2000`) : null;
    if (named !== null) return Number(named.slice(5, 7));
    try {
      const value = count.read(cell, about) as number;
      if (value >= 1 && value <= 12) return value;
    } catch {
      // Said below, in words about months.
    }
    throw new CellMistake(
      fill(
        {
          nl: "“{typed}” is geen maand. Schrijf bijvoorbeeld 11 of november.",
          en: "“{typed}” is not a month. Write for example 11 or november.",
        },
        { typed: said(cell).slice(0, 60) },
      ),
    );
  },
};
export const months: Codec = {
  write: (value) => (Array.isArray(value) && value.length > 0 ? value.join(", ") : null),
  read: (cell, about) => parts(cell, /[;,\s]|\ben\b/).map((part) => month.read(part, about)),
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
