import { normsInForce } from "../judged-norm.js";
import type { Inputs } from "../define.js";
import { absent, given, type Quantity } from "../quantity.js";
import type { Text } from "../text.js";
import type { Unit } from "../unit.js";

/** An argument or, if omitted, the agreement's norm for the indicator. */
export function orNorm(inputs: Inputs, argument: string, indicator: string, unit: Unit, label: Text): Quantity {
  const handed = inputs.quantity(argument);
  if (handed.value !== null) return handed;
  const { agreement, day } = inputs.context;
  const [norm, another] = agreement ? normsInForce(agreement.norms, indicator, day) : [];
  if (norm && !another) return given(norm.value, unit, label);
  return absent("missing", unit, label, {
    nl: `De afspraken hebben geen vaste norm voor ${label.nl}. Geef de waarde mee (${argument}).`,
    en: `The agreement has no single norm for ${label.en}. Pass the value (${argument}).`,
  });
}
