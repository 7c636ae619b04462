import Fraction from "fraction.js";
import { isEmptyCell, type Scalar } from "./cell.js";
import { fromCell } from "./decimal.js";
import type { Argument, ArgumentValue } from "./define.js";
import { readDayOrQuarter, quarterOfDay, readDay } from "./day.js";
import { labelCode, readLabelClasses, type EnergyLabel } from "./label.js";
import { readQuarter } from "./quarter.js";
import { quoted, refuse } from "./refuse.js";
import { cleaned } from "./typed.js";

const list = (value: ArgumentValue): readonly Scalar[] =>
  Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];

/** The position in a list, counted from 1, for a message. */
const place = (value: ArgumentValue, index: number): { nl: string; en: string } =>
  Array.isArray(value) && value.length > 1
    ? { nl: ` (waarde ${index + 1} van ${value.length})`, en: ` (value ${index + 1} of ${value.length})` }
    : { nl: "", en: "" };

function refuseNumber(argument: Argument, whole: ArgumentValue, index: number, counted: boolean): Error {
  const value = list(whole)[index];
  const facts = { value: quoted(value), place: place(whole, index) };
  if (typeof value === "number" && Number.isFinite(value)) {
    return value < 0
      ? refuse(
          argument,
          {
            nl: "{value}{place} is negatief en dat kan hier niet. Vul 0 of meer in.",
            en: "{value}{place} is negative, which is not possible here. Enter 0 or more.",
          },
          facts,
        )
      : refuse(
          argument,
          {
            nl: "{value}{place} is geen heel getal. Vul hele aantallen in; is er een punt als duizendteken gebruikt?",
            en: "{value}{place} is not a whole number. Enter whole counts; was a dot used as thousands separator?",
          },
          facts,
        );
  }
  return refuse(
    argument,
    counted
      ? {
          nl: "{value}{place} is geen getal. Vul een aantal in als getal, of laat de cel leeg als het niet bekend is.",
          en: "{value}{place} is not a number. Enter a count as a number, or leave the cell empty if it is not known.",
        }
      : {
          nl: "{value}{place} is geen getal. Vul een getal in, of laat de cel leeg als het niet bekend is.",
          en: "{value}{place} is not a number. Enter a number, or leave the cell empty if it is not known.",
        },
    facts,
  );
}

/** A count, or the sum of a range; null if it is all blank. */
export function readCount(value: ArgumentValue, argument: Argument): Fraction | null {
  const values = list(value);
  let total = 0;
  let found = false;
  for (let i = 0; i < values.length; i += 1) {
    const one = values[i];
    if (typeof one === "number" && one >= 0 && Number.isInteger(one)) {
      total += one;
      found = true;
    } else if (!isEmptyCell(one)) throw refuseNumber(argument, value, i, true);
  }
  if (!found) return null;
  if (!Number.isSafeInteger(total)) {
    throw refuse(argument, {
      nl: "het totaal is te groot om precies te tellen. Controleer de aantallen.",
      en: "the total is too large to count exactly. Check the counts.",
    });
  }
  return new Fraction(total);
}

/** Counts, one per row; NaN for a blank row. */
export function readRows(value: ArgumentValue, argument: Argument): Float64Array {
  const values = list(value);
  const rows = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const one = values[i];
    if (typeof one === "number" && one >= 0 && Number.isSafeInteger(one)) rows[i] = one;
    else if (isEmptyCell(one)) rows[i] = Number.NaN;
    else throw refuseNumber(argument, value, i, true);
  }
  return rows;
}

/** A number, possibly negative or fractional; ranges are summed. */
export function readAmount(value: ArgumentValue, argument: Argument): Fraction | null {
  const values = list(value);
  let total: Fraction | null = null;
  for (let i = 0; i < values.length; i += 1) {
    const one = values[i];
    if (isEmptyCell(one)) continue;
    if (typeof one !== "number" || !Number.isFinite(one)) throw refuseNumber(argument, value, i, false);
    if (argument.whole && !Number.isSafeInteger(one)) {
      throw refuse(
        argument,
        {
          nl: "{value}{place} is geen heel getal. Vul een heel aantal in; eraf is negatief.",
          en: "{value}{place} is not a whole number. Enter a whole number; removals are negative.",
        },
        { value: quoted(one), place: place(value, i) },
      );
    }
    total = total ? total.add(fromCell(one)) : fromCell(one);
  }
  return total;
}

/** A single value; a range with one filled cell is accepted. */
export function single(value: ArgumentValue, argument: Argument): Scalar {
  const values = list(value).filter((one) => !isEmptyCell(one));
  if (values.length > 1) {
    throw refuse(
      argument,
      {
        nl: "hier past één waarde, niet {count}. Kies één cel.",
        en: "one value fits here, not {count}. Choose one cell.",
      },
      { count: values.length },
    );
  }
  return values[0] ?? null;
}

const percentage = /^([+-]?\d{1,9}(?:[.,]\d{1,12})?)\s*(%|procent|percent)?$/i;

/** A share (0-1): 0.16, or the text "16%" or "0,16". With `free` it may lie outside 0-1 (progress can be negative). */
export function readShare(value: ArgumentValue, argument: Argument, free = false): Fraction | null {
  const one = single(value, argument);
  if (one === null) return null;
  let share: Fraction | null = null;
  if (typeof one === "number" && Number.isFinite(one)) share = fromCell(one);
  if (typeof one === "string") {
    const found = percentage.exec(cleaned(one.slice(0, 60).normalize("NFKC")));
    if (found) {
      const [, digits = "", percent] = found;
      const number = new Fraction(digits.replace(",", ".").replace("+", ""));
      share = percent ? number.div(100) : number;
    }
  }
  if (share === null) {
    throw refuse(
      argument,
      {
        nl: "{value} is geen aandeel. Vul een aandeel in als 16% of als 0,16.",
        en: "{value} is not a share. Enter a share as 16% or as 0.16.",
      },
      { value: quoted(one) },
    );
  }
  if (share.gt(1)) {
    throw refuse(
      argument,
      share.lte(100)
        ? {
            nl: "een aandeel ligt tussen 0 en 1, en {value} niet; bedoelt u {meant}%? Vul het in als {meant}% of als 0,…",
            en: "a share lies between 0 and 1, and {value} does not; do you mean {meant}%? Enter it as {meant}% or as 0.…",
          }
        : {
            nl: "een aandeel ligt tussen 0 en 1 (0% en 100%), en {value} niet.",
            en: "a share lies between 0 and 1 (0% and 100%), and {value} does not.",
          },
      { value: quoted(one), meant: String(one).trim().replace("%", "") },
    );
  }
  if (share.lt(0) && !free) {
    throw refuse(
      argument,
      {
        nl: "{value} is negatief, en een aandeel ligt tussen 0 en 1 (0% en 100%).",
        en: "{value} is negative, and a share lies between 0 and 1 (0% and 100%).",
      },
      { value: quoted(one) },
    );
  }
  return share;
}

/** Rents in EUR/month, returned as whole cents; blanks are skipped and counted. */
export function readRents(value: ArgumentValue, argument: Argument): { cents: readonly number[]; blanks: number } {
  const values = list(value);
  const cents: number[] = [];
  let blanks = 0;
  for (let i = 0; i < values.length; i += 1) {
    const one = values[i];
    if (isEmptyCell(one)) {
      blanks += 1;
      continue;
    }
    const facts = { value: quoted(one), place: place(value, i) };
    if (typeof one !== "number" || !Number.isFinite(one)) {
      throw refuse(
        argument,
        {
          nl: "{value}{place} is geen bedrag. Vul de huur per maand in als getal, zoals 498,20.",
          en: "{value}{place} is not an amount. Enter the rent per month as a number, such as 498.20.",
        },
        facts,
      );
    }
    if (one <= 0 || one > 100_000) {
      throw refuse(
        argument,
        {
          nl: "{value}{place} kan geen huur per maand zijn. Vul een bedrag boven 0 in, of laat de cel leeg.",
          en: "{value}{place} cannot be a rent per month. Enter an amount above 0, or leave the cell empty.",
        },
        facts,
      );
    }
    const whole = Math.round(one * 100);
    // Floating-point noise is far smaller than this; a tenth of a cent is a real digit.
    if (Math.abs(one * 100 - whole) > 1e-6) {
      throw refuse(
        argument,
        {
          nl: "{value}{place} heeft meer dan twee decimalen. Rond de huur af op centen; op de grens maakt dat uit.",
          en: "{value}{place} has more than two decimals. Round the rent to cents; on the limit that matters.",
        },
        facts,
      );
    }
    cents.push(whole);
  }
  return { cents, blanks };
}

/** Label codes of a list of labels; equal texts are parsed once. */
export function readLabels(value: ArgumentValue, argument: Argument): Uint8Array {
  const values = list(value);
  const codes = new Uint8Array(values.length);
  const known = new Map<Scalar | undefined, number>();
  for (let i = 0; i < values.length; i += 1) {
    const one = values[i];
    let code = known.get(one);
    if (code === undefined) {
      const read = typeof one === "string" || one === null || one === undefined ? labelCode(one ?? null) : null;
      if (read === null) {
        throw refuse(
          argument,
          {
            nl: "{value}{place} is geen energielabel. Kies uit A+++++ tot en met G, of laat de cel leeg als er geen label is.",
            en: "{value}{place} is not an energy label. Choose from A+++++ to G, or leave the cell empty if there is no label.",
          },
          { value: quoted(one), place: place(value, i) },
        );
      }
      code = read;
      known.set(one, code);
    }
    codes[i] = code;
  }
  return codes;
}

export function readClasses(value: ArgumentValue, argument: Argument): readonly EnergyLabel[] | null {
  const typed = list(value)
    .filter((one) => !isEmptyCell(one))
    .map(String)
    .join(",");
  if (typed === "") return null;
  const classes = readLabelClasses(typed);
  if (classes) return classes;
  throw refuse(
    argument,
    {
      nl: "{value} is geen keuze van labels. Schrijf bijvoorbeeld EFG, A-B of E:G.",
      en: "{value} is not a choice of labels. Write for instance EFG, A-B or E:G.",
    },
    { value: quoted(typed) },
  );
}

/** Years: 2026, or the year of a date or quarter given as text. */
export function readYears(value: ArgumentValue, argument: Argument): readonly number[] {
  const years: number[] = [];
  for (const one of list(value)) {
    if (isEmptyCell(one)) continue;
    const text = typeof one === "string" ? cleaned(one) : "";
    const dated = text === "" ? null : readDayOrQuarter(text, "last");
    const year =
      dated !== null ? Number(dated.slice(0, 4)) : text === "" ? one : /^\d{4}$/.test(text) ? Number(text) : 0;
    if (typeof year !== "number" || !Number.isInteger(year) || year < 1900 || year > 2199) {
      throw refuse(
        argument,
        {
          nl: "{value} is geen jaar. Vul een jaartal in, zoals 2026; van een datum neemt u JAAR(datum).",
          en: "{value} is not a year. Enter a year such as 2026; for a date, use YEAR(date).",
        },
        { value: quoted(one) },
      );
    }
    years.push(year);
  }
  return years;
}

export function readDate(value: ArgumentValue, argument: Argument): string | null {
  const one = single(value, argument);
  if (one === null) return null;
  const day = typeof one === "boolean" ? null : readDayOrQuarter(one, argument.side ?? "last");
  if (day !== null) return day;
  throw refuse(
    argument,
    {
      nl: "{value} is geen datum. Schrijf een dag als 30-9-2026 of 2026-09-30, of een kwartaal als 2026-Q3.",
      en: "{value} is not a date. Write a day as 2026-09-30 or 30-9-2026, or a quarter as 2026-Q3.",
    },
    { value: quoted(one) },
  );
}

/** A quarter ("2026-Q3") from any spelling, a date, or a serial number. */
export function readQuarterOrDay(value: ArgumentValue, argument: Argument): string | null {
  const one = single(value, argument);
  if (one === null) return null;
  const day = typeof one === "boolean" ? null : readDay(one);
  const quarter = day !== null ? quarterOfDay(day) : typeof one === "string" ? readQuarter(one) : null;
  if (quarter !== null) return quarter;
  const yearless =
    typeof one === "string" && readQuarter(`${one} 2000`) !== null
      ? {
          nl: "bij {value} ontbreekt het jaar. Schrijf bijvoorbeeld 2026-Q3.",
          en: "{value} lacks the year. Write for instance 2026-Q3.",
        }
      : {
          nl: "{value} is geen kwartaal. Schrijf bijvoorbeeld 2026-Q3, Q3 2026 of een datum.",
          en: "{value} is not a quarter. Write for instance 2026-Q3, Q3 2026 or a date.",
        };
  throw refuse(argument, yearless, { value: quoted(one) });
}

const yes = /* @__PURE__ */ new Set(["ja", "j", "yes", "y", "waar", "true", "x", "1", "inclusief", "inclusive"]);
const no = /* @__PURE__ */ new Set(["nee", "n", "no", "onwaar", "false", "0", "strikt", "strict"]);

export function readYesNo(value: ArgumentValue, argument: Argument): boolean | null {
  const one = single(value, argument);
  if (one === null || typeof one === "boolean") return one;
  const typed = cleaned(String(one)).toLowerCase();
  if (yes.has(typed)) return true;
  if (no.has(typed)) return false;
  throw refuse(
    argument,
    { nl: "{value} is geen ja of nee. Vul ja of nee in.", en: "{value} is not yes or no. Enter yes or no." },
    { value: quoted(one) },
  );
}

export function readText(value: ArgumentValue, argument: Argument): string | null {
  const one = single(value, argument);
  return one === null ? null : cleaned(String(one));
}
