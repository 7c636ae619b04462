import { display } from "./display.js";
import type { Quantity } from "./quantity.js";
import type { Language, Text } from "./text.js";

const bare = (unit: Quantity["unit"]): boolean => unit === "share" || unit === "factor";

/** A figure with its noun: "1.840 sociale huurwoningen"; a share says its noun first: "norm 30,0%". */
function named(quantity: Quantity, language: Language): string {
  const value = quantity.value === null ? "?" : display(quantity.value, quantity.unit)[language];
  const label = quantity.label[language];
  if (label === "") return value;
  return bare(quantity.unit) || quantity.unit === "EUR/month" ? `${label} ${value}` : `${value} ${label}`;
}

/** A part that was itself computed is written out between brackets, one level deep. */
function part(quantity: Quantity, language: Language): string {
  const inner =
    quantity.of && quantity.by !== undefined && quantity.of.length > 1 ? arithmetic(quantity, language) : null;
  return inner === null ? named(quantity, language) : `${named(quantity, language)} (${inner})`;
}

/** The right-hand side of the sum: "1.840 sociale huurwoningen / 11.500 woningen". */
export function arithmetic(quantity: Quantity, language: Language): string | null {
  const parts = quantity.of ?? [];
  if (parts.length === 0) return null;
  const written = parts.map((one) => part(one, language));
  switch (quantity.by) {
    case "ratio":
      return written.join(" / ");
    case "sum":
      return written.join(" + ");
    case "difference":
      return written.join(" − ");
    case "product":
      return written.join(" × ");
    case "maximum":
      return `${{ nl: "de hoogste van ", en: "the highest of " }[language]}${written.join({ nl: " en ", en: " and " }[language])}`;
    case "formula":
      return (quantity.formula?.[language] ?? "").replace(
        /\{(\d+)\}/g,
        (_, index: string) => written[Number(index)] ?? "?",
      );
    default:
      return null;
  }
}

/**
 * The arithmetic behind a figure as one line a controller can redo: "16,0% = 1.840 sociale huurwoningen / 11.500 woningen",
 * followed by what there is to know beside it.
 */
export function explain(quantity: Quantity, shown: Text | null, beside: readonly Text[]): Text {
  const inLanguage = (language: Language): string => {
    const sum = arithmetic(quantity, language);
    const head =
      quantity.value === null
        ? [
            quantity.because?.[language] ??
              { nl: "Dit is niet te bepalen.", en: "This cannot be determined." }[language],
            ...(sum ? [sum] : []),
          ]
        : [
            sum === null
              ? named(quantity, language)
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
