import type { WriteSheet } from "hucre/xlsx";
import { dayText, displayNorm, Fraction, judgedNorm, normWords, placeText } from "@prestatieafspraken/indicators";
import type { Agreement, Language, Norm, Text } from "@prestatieafspraken/indicators";
import { fn } from "@prestatieafspraken/functions";
import { style } from "./style.js";
import { TextSheet } from "./text-sheet.js";

export const normsName: Text = { nl: "Normen van de afspraak", en: "Norms of the agreement" };

const words = {
  help: {
    nl: "Alleen om te lezen. Wat in deze werkmap anders is, staat met een reden op het blad Normen.",
    en: "For reading only. What differs in this workbook is on the sheet Normen, with a reason.",
  },
  headers: {
    nl: ["Waarover", "Afgesproken", "Uiterlijk", "In gesprek voorbij", "Soort", "Waar het staat", "Opmerking", "Code"],
    en: ["About", "Agreed", "At the latest", "Talk when passed", "Kind", "Where it stands", "Remark", "Code"],
  },
  strength: {
    hard: { nl: "afspraak", en: "promise" },
    effort: { nl: "streven", en: "effort" },
    "long-term": { nl: "lange termijn", en: "long term" },
    approximate: { nl: "ongeveer", en: "about" },
  } satisfies Record<Norm["strength"], Text>,
} as const;

/** The agreement's norms, for reading beside the figures; PA_Normen holds only deviations from them. */
export function normsSheet(agreement: Agreement, language: Language): WriteSheet {
  const page = new TextSheet();
  page
    .add({ value: normsName[language], style: style.title })
    .add({ value: words.help[language], style: style.help })
    .skip()
    .add(...words.headers[language].map((value) => ({ value, style: style.requiredHeader })));
  const headerRow = page.row;
  for (const norm of agreement.norms) {
    const known = fn(norm.indicator);
    const own = agreement.indicators.find(({ id }) => id === norm.indicator);
    const unit = known?.indicator?.unit ?? own?.unit ?? "number";
    const shown = (value: string) => displayNorm(new Fraction(value), unit)[language];
    page.add(
      ...[
        (known?.title ?? own?.title)?.[language] ?? norm.indicator,
        // The deadline has its own column.
        normWords({ ...judgedNorm(norm, unit), deadline: null }, unit)[language],
        norm.deadline === undefined ? null : dayText(norm.deadline)[language],
        norm.signal === undefined ? null : shown(norm.signal),
        words.strength[norm.strength][language],
        placeText(norm.source.article ?? norm.source.title)[language],
        norm.note?.[language] ?? null,
        norm.id,
      ].map((value) => ({ value, style: style.shown })),
    );
  }
  return page.sheet(normsName[language], [42, 26, 19, 14, 14, 28, 80, 18], {
    freezePane: { rows: headerRow },
    a11y: { summary: words.help[language], headerRow: headerRow - 1 },
  });
}
