import type { FieldType, Text } from "@prestatieafspraken/indicators";
import { refused, type Outcome } from "./outcome.js";

/** Excel's error values in English and Dutch, which people paste as text. */
const words = new Set(
  "#N/A #N/B #VALUE! #WAARDE! #REF! #VERW! #DIV/0! #DEEL/0! #NUM! #GETAL! #NAME? #NAAM? #NULL! #LEEG! #SPILL! #OVERLOOP! #CALC! #BEREKENEN! #FIELD! #VELD! #BUSY! #BEZET! #GETTING_DATA #GEGEVENS_OPHALEN #BLOCKED! #GEBLOKKEERD! #CONNECT! #VERBINDEN! #UNKNOWN! #ONBEKEND!".split(
    " ",
  ),
);

/** True if a cleaned text is one of Excel's error values. */
export const isErrorWord = (text: string): boolean =>
  text.startsWith("#") && text.length < 20 && words.has(text.toUpperCase().replace(/\s/g, ""));

const number: Text = { nl: "een getal", en: "a number" };
const holds: Readonly<Record<FieldType, Text>> = {
  count: number,
  change: number,
  number,
  amount: { nl: "een bedrag", en: "an amount" },
  share: { nl: "een percentage", en: "a percentage" },
  date: { nl: "een dag", en: "a day" },
  quarter: { nl: "een kwartaal", en: "a quarter" },
  party: { nl: "een partij", en: "a party" },
  label: { nl: "een energielabel", en: "an energy label" },
  choice: { nl: "een keuze uit de lijst", en: "a choice from the list" },
  yesNo: { nl: "ja of nee", en: "yes or no" },
  id: { nl: "een code", en: "a code" },
  text: { nl: "een tekst", en: "a text" },
};

/** What a column of this type holds, in words. */
export const whatBelongs = (type: FieldType): Text => holds[type];

/** The outcome for a cell with an error value, from a formula or typed as text. */
export const failed = (type: FieldType, hasFormula: boolean): Outcome =>
  refused("PA-132", {
    what: hasFormula
      ? { nl: "geeft de formule de fout", en: "the formula gives the error" }
      : { nl: "staat de foutmelding", en: "stands the error" },
    belongs: whatBelongs(type),
  });
