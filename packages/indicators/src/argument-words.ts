import { list, single, quote, quoteAt } from "./argument-cells.js";
import { isEmptyCell, type Scalar } from "./cell.js";
import { readDayOrQuarter, quarterOfDay, readDay } from "./day.js";
import type { Argument, ArgumentValue } from "./define.js";
import { labelCode, readLabelClasses, type EnergyLabel } from "./label.js";
import { readQuarter } from "./quarter.js";
import { refuse } from "./refuse.js";
import { cleaned } from "./typed.js";

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
        throw refuse(argument, quoteAt(value, i), {
          nl: "{value}{place} is geen energielabel. Kies uit A+++++ tot en met G, of laat de cel leeg als er geen label is.",
          en: "{value}{place} is not an energy label. Choose from A+++++ to G, or leave the cell empty if there is no label.",
        });
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
  throw refuse(argument, quote(typed), {
    nl: "{value} is geen keuze van labels. Schrijf bijvoorbeeld EFG, A-B of E:G.",
    en: "{value} is not a choice of labels. Write for instance EFG, A-B or E:G.",
  });
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
      throw refuse(argument, quote(one), {
        nl: "{value} is geen jaar. Vul een jaartal in, zoals 2026; van een datum neemt u JAAR(datum).",
        en: "{value} is not a year. Enter a year such as 2026; for a date, use YEAR(date).",
      });
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
  throw refuse(argument, quote(one), {
    nl: "{value} is geen datum. Schrijf een dag als 30-9-2026 of 2026-09-30, of een kwartaal als 2026-Q3.",
    en: "{value} is not a date. Write a day as 2026-09-30 or 30-9-2026, or a quarter as 2026-Q3.",
  });
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
  throw refuse(argument, quote(one), yearless);
}

const yes = /* @__PURE__ */ new Set(["ja", "j", "yes", "y", "waar", "true", "x", "1", "inclusief", "inclusive"]);
const no = /* @__PURE__ */ new Set(["nee", "n", "no", "onwaar", "false", "0", "strikt", "strict"]);

export function readYesNo(value: ArgumentValue, argument: Argument): boolean | null {
  const one = single(value, argument);
  if (one === null || typeof one === "boolean") return one;
  const typed = cleaned(String(one)).toLowerCase();
  if (yes.has(typed)) return true;
  if (no.has(typed)) return false;
  throw refuse(argument, quote(one), {
    nl: "{value} is geen ja of nee. Vul ja of nee in.",
    en: "{value} is not yes or no. Enter yes or no.",
  });
}

export function readText(value: ArgumentValue, argument: Argument): string | null {
  const one = single(value, argument);
  return one === null ? null : cleaned(String(one));
}
