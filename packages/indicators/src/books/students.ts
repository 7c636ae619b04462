import { fill } from "../sentence.js";
import type { Text } from "../text.js";
import type { Books } from "./answer.js";

/**
 * Whether student units count in the part (numerator), the whole (denominator), both or neither: a setting, because the agreement
 * leaves it open.
 */
export function studentsCount(books: Books): {
  readonly inPart: boolean;
  readonly inWhole: boolean;
  readonly note: (units: number) => Text | null;
} {
  const choice = books.setting("studenten-tellen", "geen");
  return {
    inPart: choice === "teller" || choice === "beide",
    inWhole: choice === "noemer" || choice === "beide",
    note: (units) =>
      units === 0
        ? null
        : fill(
            {
              nl: "{units:studenteneenheid|studenteneenheden}: partijen kozen bij ‘{name}’ voor ‘{choice}’.",
              en: "{units:student unit|student units}: parties chose ‘{choice}’ at ‘{name}’.",
            },
            { units, name: books.settingName("studenten-tellen"), choice },
          ),
  };
}
