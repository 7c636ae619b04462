import type { Words } from "../define.js";
import { defineIndicator, type CallableIndicator } from "../evaluate.js";
import { indicatorArgument, partyArgument, quarterArgument } from "./arguments.js";
import { namedIndicator, whichIndicator, type Named } from "./named-indicator.js";

/** How did a figure come about? The arithmetic, definition, source and article as one sentence. */
export const defineExplanation = (all: () => readonly Named[]): CallableIndicator =>
  defineIndicator({
    id: "EXPLAIN",
    name: "explanation",
    title: { nl: "Uitleg", en: "Explanation" },
    meaning: { nl: "Hoe komt een cijfer tot stand?", en: "How does a figure come about?" },
    definition: {
      nl: "De som, de definitie, de bron en het artikel, in één zin. In de werkmap met de getallen van het kwartaal.",
      en: "The arithmetic, the definition, the source and the article, in one sentence. In the workbook with the figures of the quarter.",
    },
    source: {
      nl: "definities van dit product en normen van de afspraken",
      en: "definitions of this product and norms of the agreement",
    },
    unit: "text",
    live: true,
    arguments: [indicatorArgument, quarterArgument, partyArgument],
    calculate: (inputs): Words => {
      const named = namedIndicator(inputs, all());
      if (named === null) return { words: null, because: whichIndicator };
      const about = named.definition ?? named.meaning;
      return { words: { nl: `${named.title.nl}: ${about.nl}`, en: `${named.title.en}: ${about.en}` } };
    },
    examples: [
      {
        name: "zonder werkmap: de definitie",
        given: { indicator: "URGENTROOM" },
        value:
          "Ruimte voor urgente groepen: Het maximum maal alle toewijzingen, naar beneden afgerond, min wat al naar urgente groepen ging. Negatief is te veel.",
        from: "definitie",
      },
      { name: "welke?", given: { indicator: null }, value: null, from: "leeg" },
    ],
  });
