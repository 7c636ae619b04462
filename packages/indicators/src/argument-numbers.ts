import Fraction from "fraction.js";
import { list, single, quote, quoteAt } from "./argument-cells.js";
import { isEmptyCell } from "./cell.js";
import { fromCell } from "./decimal.js";
import type { Argument, ArgumentValue } from "./define.js";
import { quoted, refuse } from "./refuse.js";
import { cleaned } from "./typed.js";

function refuseNumber(argument: Argument, whole: ArgumentValue, index: number, counted: boolean): Error {
  const value = list(whole)[index];
  const facts = quoteAt(whole, index);
  if (typeof value === "number" && Number.isFinite(value)) {
    return value < 0
      ? refuse(argument, facts, {
          nl: "{value}{place} is negatief en dat kan hier niet. Vul 0 of meer in.",
          en: "{value}{place} is negative, which is not possible here. Enter 0 or more.",
        })
      : refuse(argument, facts, {
          nl: "{value}{place} is geen heel getal. Vul hele aantallen in; is er een punt als duizendteken gebruikt?",
          en: "{value}{place} is not a whole number. Enter whole counts; was a dot used as thousands separator?",
        });
  }
  return refuse(
    argument,
    facts,
    counted
      ? {
          nl: "{value}{place} is geen getal. Vul een aantal in als getal, of laat de cel leeg als het niet bekend is.",
          en: "{value}{place} is not a number. Enter a count as a number, or leave the cell empty if it is not known.",
        }
      : {
          nl: "{value}{place} is geen getal. Vul een getal in, of laat de cel leeg als het niet bekend is.",
          en: "{value}{place} is not a number. Enter a number, or leave the cell empty if it is not known.",
        },
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
    throw refuse(
      argument,
      {},
      {
        nl: "het totaal is te groot om precies te tellen. Controleer de aantallen.",
        en: "the total is too large to count exactly. Check the counts.",
      },
    );
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
      throw refuse(argument, quoteAt(value, i), {
        nl: "{value}{place} is geen heel getal. Vul een heel aantal in; eraf is negatief.",
        en: "{value}{place} is not a whole number. Enter a whole number; removals are negative.",
      });
    }
    total = total ? total.add(fromCell(one)) : fromCell(one);
  }
  return total;
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
    throw refuse(argument, quote(one), {
      nl: "{value} is geen aandeel. Vul een aandeel in als 16% of als 0,16.",
      en: "{value} is not a share. Enter a share as 16% or as 0.16.",
    });
  }
  if (share.gt(1)) {
    throw refuse(
      argument,
      { value: quoted(one), meant: String(one).trim().replace("%", "") },
      share.lte(100)
        ? {
            nl: "een aandeel ligt tussen 0 en 1, en {value} niet; bedoelt u {meant}%? Vul het in als {meant}% of als 0,…",
            en: "a share lies between 0 and 1, and {value} does not; do you mean {meant}%? Enter it as {meant}% or as 0.…",
          }
        : {
            nl: "een aandeel ligt tussen 0 en 1 (0% en 100%), en {value} niet.",
            en: "a share lies between 0 and 1 (0% and 100%), and {value} does not.",
          },
    );
  }
  if (share.lt(0) && !free) {
    throw refuse(argument, quote(one), {
      nl: "{value} is negatief, en een aandeel ligt tussen 0 en 1 (0% en 100%).",
      en: "{value} is negative, and a share lies between 0 and 1 (0% and 100%).",
    });
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
    const facts = quoteAt(value, i);
    if (typeof one !== "number" || !Number.isFinite(one)) {
      throw refuse(argument, facts, {
        nl: "{value}{place} is geen bedrag. Vul de huur per maand in als getal, zoals 498,20.",
        en: "{value}{place} is not an amount. Enter the rent per month as a number, such as 498.20.",
      });
    }
    if (one <= 0 || one > 100_000) {
      throw refuse(argument, facts, {
        nl: "{value}{place} kan geen huur per maand zijn. Vul een bedrag boven 0 in, of laat de cel leeg.",
        en: "{value}{place} cannot be a rent per month. Enter an amount above 0, or leave the cell empty.",
      });
    }
    const whole = Math.round(one * 100);
    // Floating-point noise is far smaller than this; a tenth of a cent is a real digit.
    if (Math.abs(one * 100 - whole) > 1e-6) {
      throw refuse(argument, facts, {
        nl: "{value}{place} heeft meer dan twee decimalen. Rond de huur af op centen; op de grens maakt dat uit.",
        en: "{value}{place} has more than two decimals. Round the rent to cents; on the limit that matters.",
      });
    }
    cents.push(whole);
  }
  return { cents, blanks };
}
