import { judgedNorm, normsInForce } from "../judged-norm.js";
import type { Indicator } from "../define.js";
import { defineIndicator, run } from "../evaluate.js";
import { explainInFull } from "../explain.js";
import { sourceOf } from "../source.js";
import type { Language } from "../text.js";
import { indicatorArgument, partyArgument, quarterArgument } from "./arguments.js";
import { namedIndicator, whichIndicator } from "./named-indicator.js";
import { referenceAgreement } from "../reference.generated.js";
import { inWords } from "../in-words.js";

/** How was a figure calculated? The arithmetic, definition, source and article as one sentence. */
export const defineExplanation = (all: () => readonly Indicator[]) =>
  defineIndicator({
    id: "EXPLAIN",
    name: "explanation",
    place: 230,
    title: { nl: "Uitleg", en: "Explanation" },
    meaning: { nl: "Hoe komt een cijfer tot stand?", en: "How was a figure calculated?" },
    definition: {
      nl: "De som, de definitie, de bron en het artikel, in één zin. In de werkmap met de getallen van het kwartaal.",
      en: "The arithmetic, the definition, the source and the article, in one sentence. In the workbook with the figures of the quarter.",
    },
    general: true,
    source: {
      nl: "definities van dit product en normen van de afspraken",
      en: "definitions of this product and norms of the agreement",
    },
    unit: "text",
    live: true,
    reference: referenceAgreement,
    arguments: [indicatorArgument, quarterArgument, partyArgument],
    calculate: inWords((inputs) => {
      const named = namedIndicator(inputs, all());
      if (named === null) return { words: null, because: whichIndicator };
      const { agreement, day } = inputs.context;
      const definition = all().find(({ id }) => id === named.id);
      // Figures set in the agreement have their arithmetic without a workbook too.
      const known = definition?.live && definition.unit !== "text" ? run(definition, {}, inputs.context) : null;
      if (known !== null && known.value !== null) return { words: explainInFull(named, known) };
      const [norm, another] = agreement ? normsInForce(agreement.norms, named.id, day) : [];
      const inLanguage = (language: Language): string =>
        [
          `${named.title[language]}: ${(named.definition ?? named.meaning)[language]}`,
          ...(norm && !another ? [`norm ${judgedNorm(norm, named.unit).display[language]}`, norm.source.title] : []),
          ...(!norm && definition ? [sourceOf(definition, inputs.context)[language]] : []),
        ].join(" · ");
      return { words: { nl: inLanguage("nl"), en: inLanguage("en") } };
    }),
    examples: {
      "zonder werkmap: de definitie": {
        given: { indicator: "URGENTROOM" },
        value:
          "Ruimte voor urgente groepen: Het maximum maal alle toewijzingen, naar beneden afgerond, min wat al naar urgente groepen ging. Negatief is te veel. · art. 9",
        from: "definitie en art. 9",
      },
      "een getal van de afspraken zelf, met de som": {
        given: { indicator: "REMAININGNEED" },
        value:
          "Resterende woningbehoefte: 1.090 = 1.651 behoefte aan extra woningen − 561 gerealiseerd sinds vaststelling van de Woonvisie · de tekst van de afspraken noemt 1.200; dat scheelt 110 · De behoefte min wat is gerealiseerd. Bij meer klassen telt te veel in de ene klasse niet mee voor een andere. · bron: tussendoel Beschikbaarheid",
        from: "tussendoel Beschikbaarheid",
      },
      "welke?": { given: { indicator: null }, value: null, from: "leeg" },
    },
  });
