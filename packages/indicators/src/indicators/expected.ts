import * as kinds from "../kinds.js";
import { dayBefore, elapsedPart, yearsBetween } from "../day.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { absent, derive, given, type Fraction } from "../quantity.js";
import type { Text } from "../text.js";
import { InputError } from "../result.js";
import { argument } from "./arguments.js";

const label = { nl: "verwacht", en: "expected" };

/** What value should have been reached by now, on an even path to a target? In the unit of the target. */
export const expected = defineIndicator({
  id: "EXPECTED",
  name: "expected",
  place: 200,
  title: { nl: "Verwachte stand", en: "Expected by now" },
  meaning: {
    nl: "Hoeveel zou nu klaar moeten zijn, als elk jaar evenveel gebeurt?",
    en: "How much should be done by now, at an even pace?",
  },
  definition: {
    nl: "Het doel maal het deel van de periode dat voorbij is: van het begin van de eerste dag tot het einde van de laatste, in maanden.",
    en: "The target times the part of the period that has passed: from the start of the first day to the end of the last, in months.",
  },
  general: true,
  source: { nl: "rekenregel van dit product", en: "arithmetic of this product" },
  unit: "number",
  arguments: [
    argument("target", kinds.amount, {
      label: { nl: "doel", en: "target" },
      help: { nl: "Wat er aan het eind moet zijn.", en: "What has to be there at the end." },
    }),
    argument("start", kinds.date, {
      label: { nl: "begin", en: "start" },
      help: { nl: "De eerste dag van de periode.", en: "The first day of the period." },
      side: "first",
    }),
    argument("end", kinds.date, {
      label: { nl: "einde", en: "end" },
      help: { nl: "De laatste dag van de periode.", en: "The last day of the period." },
    }),
    argument("date", kinds.date, {
      label: { nl: "datum", en: "date" },
      help: { nl: "De dag waarop gekeken wordt.", en: "The day looked at." },
    }),
  ],
  calculate: (inputs) => {
    const [start, end, day] = [inputs.day("start"), inputs.day("end"), inputs.day("date")];
    const target = inputs.quantity("target");
    if (start === null || end === null || day === null)
      return absent("missing", "number", label, {
        nl: "Begin, einde of datum ontbreekt. Vul de drie dagen in.",
        en: "Start, end or date is missing. Enter the three days.",
      });
    if (end < start)
      throw new InputError(
        {
          nl: `Het einde (${end}) ligt voor het begin (${start}). Zijn ze verwisseld?`,
          en: `The end (${end}) lies before the start (${start}). Were they swapped?`,
        },
        "end",
      );
    const part = elapsedPart(dayBefore(start), end, day);
    const all = yearsBetween(dayBefore(start), end).mul(12);
    const months = (value: Fraction, text: Text) => given(value, "number", text);
    return derive(
      "number",
      label,
      "formula",
      [
        { ...target, unit: "number" },
        months(part.mul(all), { nl: "maanden voorbij", en: "months passed" }),
        months(all, { nl: "maanden", en: "months" }),
      ],
      (whole) => whole.mul(part),
      { nl: "{0} × {1} / {2}", en: "{0} × {1} / {2}" },
    );
  },
  examples: {
    "halverwege vier jaar": {
      given: { target: 360, start: "2025-01-01", end: "2028-12-31", date: "2026-12-31" },
      value: 180,
      from: "24 van 48 maanden",
    },
    "eind Q3 2026": {
      given: { target: 48, start: "2025-01-01", end: "2028-12-31", date: "2026-09-30" },
      value: 21,
      from: "21 van 48 maanden",
    },
    "voor het begin": {
      given: { target: 360, start: "2025-01-01", end: "2028-12-31", date: "2024-06-30" },
      value: 0,
      from: "met de hand",
    },
    "op de laatste dag": {
      given: { target: 360, start: "2025-01-01", end: "2028-12-31", date: "2028-12-31" },
      value: 360,
      from: "met de hand",
    },
    verwisseld: {
      given: { target: 360, start: "2028-12-31", end: "2025-01-01", date: "2026-12-31" },
      refused: "verwisseld",
      from: "contract",
    },
    "een jaar is geen dag": {
      given: { target: 360, start: 2025, end: 2028, date: 2026 },
      refused: "geen datum",
      from: "2025 is een jaar, geen datum",
    },
    "doel ontbreekt": emptyIsNotZero({ target: null, start: "2025-01-01", end: "2028-12-31", date: "2026-12-31" }),
  },
});
