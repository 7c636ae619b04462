import { comparable } from "@prestatieafspraken/indicators";
import type { Agreement, Figure, FigureId, Text } from "@prestatieafspraken/indicators";

/** Figures of an agreement that PA_Normen can change, with their accepted names; the label is accepted too. */
const names: Readonly<Partial<Record<FigureId, { readonly label: Text; readonly aliases: readonly string[] }>>> = {
  need: {
    label: { nl: "behoefte aan extra woningen", en: "need for extra homes" },
    aliases: ["need", "HOUSINGNEED", "behoefte", "woningbehoefte"],
  },
  realisedAtStart: {
    label: { nl: "gerealiseerd bij de start", en: "realised at the start" },
    aliases: ["realisedAtStart", "realised", "gerealiseerd"],
  },
  agreedRemaining: {
    label: { nl: "resterende behoefte volgens de afspraken", en: "remaining need as agreed" },
    aliases: ["agreedRemaining", "resterende behoefte", "resterende woningbehoefte"],
  },
  efgBaseline: {
    label: { nl: "woningen met label E, F of G aan het begin", en: "homes with label E, F or G at the start" },
    aliases: ["efgBaseline", "beginstand EFG", "labels EFG aan het begin"],
  },
};

/**
 * The figure that a row of PA_Normen is about; null if none. REMAININGNEED with "=" sets the agreement's figure; with another
 * comparison it is a norm on the indicator.
 */
export function figureCalled(name: string, comparison: string | null, { figures }: Agreement): FigureId | null {
  const typed = comparable(name).replace(/^pa(?=[a-z]{4})/, "");
  if (typed === "remainingneed") return comparison === "=" ? "agreedRemaining" : null;
  for (const [id, { label, aliases }] of Object.entries(names) as [FigureId, { label: Text; aliases: string[] }][]) {
    const own = figures[id]?.label ?? label;
    if ([...aliases, label.nl, label.en, own.nl, own.en].some((one) => comparable(one) === typed)) return id;
  }
  return null;
}

/** The figure with a new value and its source. */
export const newFigure = (id: FigureId, old: Figure | undefined, value: string, source: string | null): Figure => ({
  unit: "homes",
  label: names[id]?.label ?? { nl: id, en: id },
  ...old,
  value,
  source: { title: source ?? "Normen" },
});
