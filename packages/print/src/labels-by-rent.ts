import { display, exact, numberText, untranslated, type Text } from "@prestatieafspraken/indicators";
import type { LabelsByRent } from "@prestatieafspraken/quarterly";
import { dash } from "./wording.js";

/** The table of labels and rents in words: column headings, and the cells of each label. */
export function labelRentTable({ rows, classes }: LabelsByRent): {
  readonly head: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
} {
  const number = (homes: number): Text => (homes === 0 ? untranslated(dash) : numberText(homes));
  return {
    head: [
      { nl: "Label", en: "Label" },
      { nl: "Woningen", en: "Homes" },
      { nl: "Gemiddelde kale huur", en: "Average basic rent" },
      { nl: "Huur bekend", en: "Rent known" },
      ...classes,
    ],
    rows: rows.map(({ label, homes, averageRent, homesWithRent, byClass }) => [
      untranslated(label),
      number(homes),
      averageRent === null ? untranslated(dash) : display(exact(averageRent), "EUR/month"),
      number(homesWithRent),
      ...byClass.map(number),
    ]),
  };
}
