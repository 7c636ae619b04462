import type { Inputs, WrittenExamples } from "../define.js";
import { emptyIsNotZero } from "./examples.js";
import { absent, given, ratio, type Quantity } from "../quantity.js";
import { InputError } from "../result.js";
import { fill } from "../sentence.js";
import type { Text } from "../text.js";
import { display } from "../display.js";

/** Refuses a part larger than its whole: a typing error, never a share above 100%. */
export function within(part: Quantity, whole: Quantity, argument: string): void {
  if (part.value === null || whole.value === null || part.value.lte(whole.value)) return;
  throw new InputError(
    fill(
      {
        nl: "{part} {label} is meer dan {whole} {all}. Een deel kan niet groter zijn dan het geheel; zijn ze verwisseld?",
        en: "{part} {label} is more than {whole} {all}. A part cannot exceed the whole; were they swapped?",
      },
      {
        part: display(part.value, part.unit),
        label: part.label,
        whole: display(whole.value, whole.unit),
        all: whole.label,
      },
    ),
    argument,
  );
}

/** Edge examples that every share has: refused input and unknown values. */
const edges = (part: string, whole: string): WrittenExamples => ({
  "van niets": {
    given: { [part]: 0, [whole]: 0 },
    value: null,
    reason: "undefined",
    from: "een aandeel van niets bestaat niet",
  },
  "deel ontbreekt": emptyIsNotZero({ [part]: null, [whole]: 84 }),
  "geheel ontbreekt": emptyIsNotZero({ [part]: 63, [whole]: null }),
  verwisseld: { given: { [part]: 660, [whole]: 55 }, refused: "meer dan", from: "een aandeel ligt tussen 0 en 1" },
  tekst: { given: { [part]: "ca. 55", [whole]: 660 }, refused: "ca. 55", from: "contract" },
});

/** The unit, calculation and edge examples of an indicator that is one count as a share (0-1) of another. */
export const share = (part: string, whole: string, label: Text) => ({
  unit: "share" as const,
  calculate: (inputs: Inputs): Quantity => {
    const [one, all] = [inputs.quantity(part), inputs.quantity(whole)];
    within(one, all, part);
    return ratio(one, all, label);
  },
  edges: edges(part, whole),
});

/** A figure of the agreement, or a missing quantity that says what to do. */
export function figure(inputs: Inputs, id: "need" | "realisedAtStart" | "agreedRemaining", label: Text): Quantity {
  const found = inputs.context.agreement?.figures[id];
  if (found) return given(found.value, found.unit, found.label);
  return absent("missing", "homes", label, {
    nl: `De afspraken noemen geen ${label.nl}. Geef het aantal mee.`,
    en: `The agreement names no ${label.en}. Pass the number.`,
  });
}
