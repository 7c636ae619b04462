import type { Parameter } from "./agreement.js";
import { exact } from "./decimal.js";
import { displayNorm } from "./display.js";
import { untranslated, type Text } from "./text.js";
import { dayText } from "./written.js";

const notChosen: Text = { nl: "nog niet gekozen", en: "not chosen yet" };

/** A choice for display: the words of the choice, a date in words, a share as a percentage. */
export function choiceText({ type, choices }: Pick<Parameter, "type" | "choices">, value: string): Text {
  const known = choices?.find((choice) => choice.value === value);
  if (known) return known.label;
  if (value === "") return notChosen;
  if (type === "day" && /^\d{4}-\d\d-\d\d$/.test(value)) return dayText(value);
  if ((type === "share" || type === "number") && /^\d+(?:\.\d+)?$/.test(value)) return displayNorm(exact(value), type);
  return untranslated(value);
}
