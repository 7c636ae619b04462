import { decimalsNeeded } from "./decimal.js";
import { display, displayNorm, isMoney } from "./display.js";
import type { Quantity } from "./quantity.js";
import { singular } from "./singular.js";
import type { Language, Text } from "./text.js";

const bare = (unit: Quantity["unit"]): boolean => unit === "share" || unit === "factor";

/** A given share keeps all its decimals (up to six), so that the sum can be redone: 33,33%, not 33,3%. */
function written(quantity: Quantity, language: Language): string {
  if (quantity.value === null) return "?";
  const decimals =
    quantity.by === undefined && quantity.unit === "share" ? decimalsNeeded(quantity.value.mul(100)) : null;
  return (decimals !== null && decimals > 1 && decimals <= 6 ? displayNorm : display)(quantity.value, quantity.unit)[
    language
  ];
}

/** A figure with its noun: "1.840 sociale huurwoningen"; for shares, factors and amounts the noun comes first: "norm 30,0%". */
function named(quantity: Quantity, language: Language, value = written(quantity, language)): string {
  const { label: of, value: counted } = quantity;
  const label = counted?.abs().equals(1) ? singular(of[language], language) : of[language];
  if (label === "") return value;
  return bare(quantity.unit) || isMoney(quantity.unit) ? `${label} ${value}` : `${value} ${label}`;
}

/** A computed part is written out between brackets, one level deep. */
function part(quantity: Quantity, language: Language): string {
  const inner =
    quantity.of && quantity.by !== undefined && quantity.of.length > 1 ? arithmetic(quantity, language) : null;
  if (inner !== null) return `${named(quantity, language)} (${inner})`;
  return quantity.value?.lt(0) ? `(${named(quantity, language)})` : named(quantity, language);
}

/** The right-hand side of the arithmetic: "1.840 sociale huurwoningen / 11.500 woningen"; null if there is none. */
export function arithmetic(quantity: Quantity, language: Language): string | null {
  const parts = quantity.of ?? [];
  if (parts.length === 0) return null;
  const terms = parts.map((one) => part(one, language));
  switch (quantity.by) {
    case "ratio":
      return terms.join(" / ");
    case "sum":
      return terms.join(" + ");
    case "difference":
      return terms.join(" − ");
    case "product":
      return terms.join(" × ");
    case "formula":
      return (quantity.formula?.[language] ?? "").replace(
        /\{(\d+)\}/g,
        (_, index: string) => terms[Number(index)] ?? "?",
      );
    default:
      return null;
  }
}

/** The answer of EXPLAIN: arithmetic, definition and source in one line. */
export const explainInFull = (
  indicator: { readonly title: Text; readonly definition?: Text; readonly meaning: Text },
  result: { readonly explanations: Text; readonly source: string },
): Text => {
  const about = indicator.definition ?? indicator.meaning;
  const inLanguage = (language: Language, source: string): string =>
    `${indicator.title[language]}: ${result.explanations[language]} · ${about[language]} · ${source}: ${result.source}`;
  return { nl: inLanguage("nl", "bron"), en: inLanguage("en", "source") };
};

/**
 * The arithmetic behind a figure in one line that a controller can redo: "16,0% = 1.840 sociale huurwoningen / 11.500 woningen",
 * followed by the notes.
 */
export function explain(quantity: Quantity, shown: Text | null, beside: readonly Text[]): Text {
  const inLanguage = (language: Language): string => {
    const sum = arithmetic(quantity, language);
    const head =
      quantity.value === null
        ? [
            quantity.because?.[language] ?? { nl: "Dit is niet te bepalen.", en: "This is not known yet." }[language],
            ...(sum ? [sum] : []),
          ]
        : [
            sum === null
              ? named(quantity, language, shown?.[language])
              : `${(shown ?? display(quantity.value, quantity.unit))[language]} = ${sum}`,
          ];
    return [
      ...head,
      ...(quantity.notes ?? []).map((note) => note[language]),
      ...beside.map((note) => note[language]),
    ].join(" · ");
  };
  return { nl: inLanguage("nl"), en: inLanguage("en") };
}
