import * as kinds from "../kinds.js";
import { defineIndicator } from "../evaluate.js";
import { readQuarterOrDay } from "../argument-words.js";
import { untranslated } from "../text.js";
import { argument } from "./arguments.js";
import { inWords } from "../in-words.js";

const value = argument("value", kinds.any, {
  label: { nl: "kwartaal of datum", en: "quarter or date" },
  help: {
    nl: "Een datum, of een kwartaal zoals mensen het schrijven: Q3 2026, 3e kwartaal 2026, K3-26.",
    en: "A date, or a quarter as people write it: Q3 2026, 3e kwartaal 2026, K3-26.",
  },
});

/** Which quarter is this? Text such as "2026-Q3". */
export const quarter = defineIndicator({
  id: "QUARTER",
  name: "quarter",
  place: 240,
  title: { nl: "Kwartaal", en: "Quarter" },
  meaning: { nl: "Welk kwartaal is dit?", en: "Which quarter is this?" },
  definition: {
    nl: "Het kwartaal als 2026-Q3, uit een datum of uit een schrijfwijze die mensen gebruiken.",
    en: "The quarter as 2026-Q3, from a date or from a spelling people use.",
  },
  general: true,
  source: { nl: "schrijfwijze van dit product", en: "spelling of this product" },
  unit: "text",
  arguments: [value],
  calculate: inWords((inputs) => {
    const found = readQuarterOrDay(inputs.raw("value"), value);
    return found === null
      ? {
          words: null,
          because: {
            nl: "Er is geen kwartaal of datum gegeven. Vul er een in, zoals 2026-Q3.",
            en: "No quarter or date is given. Enter one, such as 2026-Q3.",
          },
        }
      : { words: untranslated(found) };
  }),
  examples: {
    "al goed": { given: { value: "2026-Q3" }, value: "2026-Q3", from: "contract" },
    "Q3 2026": { given: { value: "Q3 2026" }, value: "2026-Q3", from: "contract" },
    "3e kwartaal 2026": { given: { value: "3e kwartaal 2026" }, value: "2026-Q3", from: "contract" },
    "K3-26": { given: { value: "K3-26" }, value: "2026-Q3", from: "contract" },
    "een datum": { given: { value: "30-9-2026" }, value: "2026-Q3", from: "met de hand" },
    "een datum in woorden": { given: { value: "30 september 2026" }, value: "2026-Q3", from: "met de hand" },
    "een datum met een kort jaar": { given: { value: "1-7-26" }, value: "2026-Q3", from: "met de hand" },
    "een datum zoals Excel hem bewaart": { given: { value: 46295 }, value: "2026-Q3", from: "30-9-2026" },
    "zonder jaar": { given: { value: "kwartaal 1" }, refused: "ontbreekt het jaar", from: "contract" },
    "alleen een jaar": { given: { value: 2026 }, refused: "geen kwartaal", from: "2026 is een jaar, geen datum" },
    "geen kwartaal": { given: { value: "zomer" }, refused: "geen kwartaal", from: "contract" },
    leeg: { given: { value: null }, value: null, from: "leeg" },
  },
});
