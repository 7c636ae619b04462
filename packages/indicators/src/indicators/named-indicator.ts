import type { Inputs } from "../define.js";
import { InputError } from "../result.js";
import { quoted } from "../refuse.js";
import { closest } from "../suggest.js";
import type { Text } from "../text.js";
import type { Unit } from "../unit.js";

export interface Named {
  readonly id: string;
  readonly title: Text;
  readonly unit: Unit;
  readonly meaning: Text;
  readonly definition?: Text;
}

/**
 * The indicator with the given id ("SOCIALSHARE", "pa.socialshare", an own indicator). Null if the argument is empty. @throws
 * InputError for an unknown id.
 */
export function namedIndicator(inputs: Inputs, catalogue: readonly Named[], argument = "indicator"): Named | null {
  const typed = inputs.text(argument);
  if (typed === null) return null;
  const wanted = typed
    .toUpperCase()
    .replace(/^=?(?:_XLDUDF_)?PA[._]/, "")
    .replace(/\(\)$/, "");
  const all: readonly Named[] = [...catalogue, ...(inputs.context.agreement?.indicators ?? [])];
  const found = all.find(({ id }) => id.toUpperCase() === wanted);
  if (found) return found;
  const near = closest(
    typed,
    all.map(({ id }) => id),
  );
  throw new InputError(
    {
      nl: `${quoted(typed)} is geen indicator. ${near ? `Bedoelt u ${near}?` : "Gebruik de naam van een PA-functie, zoals SOCIALSHARE."}`,
      en: `${quoted(typed)} is not an indicator. ${near ? `Do you mean ${near}?` : "Use the name of a PA function, such as SOCIALSHARE."}`,
    },
    argument,
    "UNKNOWN_INDICATOR",
  );
}

export const whichIndicator: Text = {
  nl: "Welke indicator? Geef de naam van een PA-functie mee, zoals SOCIALSHARE.",
  en: "Which indicator? Pass the name of a PA function, such as SOCIALSHARE.",
};
