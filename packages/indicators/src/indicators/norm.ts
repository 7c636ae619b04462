import { judgedNorm, normsInForce } from "../judged-norm.js";
import { defineIndicator } from "../evaluate.js";
import { absent, given, noted } from "../quantity.js";
import { dateArgument, indicatorArgument } from "./arguments.js";
import { untranslated } from "../text.js";
import { namedIndicator, whichIndicator, type Named } from "./named-indicator.js";
import { referenceAgreement } from "../reference.generated.js";

const label = { nl: "norm", en: "norm" };

/** Which norm is in force for an indicator? In the unit of the indicator. */
export const defineNorm = (all: () => readonly Named[]) =>
  defineIndicator({
    id: "NORM",
    name: "norm",
    place: 220,
    title: { nl: "Norm", en: "Norm" },
    meaning: { nl: "Welke norm geldt voor een indicator?", en: "Which norm is in force for an indicator?" },
    definition: {
      nl: "De norm van de afspraken op de dag die is gegeven, zoals hij op het blad Normen kan zijn gewijzigd.",
      en: "The norm of the agreement on the day given, which the sheet Normen may have changed.",
    },
    general: true,
    source: { nl: "normen van de afspraken", en: "norms of the agreement" },
    unit: "number",
    judged: false,
    reference: referenceAgreement,
    arguments: [indicatorArgument, dateArgument],
    calculate: (inputs) => {
      const named = namedIndicator(inputs, all());
      if (named === null) return absent("missing", "number", label, whichIndicator);
      const day = inputs.day("date") ?? inputs.context.day;
      const versions = normsInForce(inputs.context.agreement?.norms ?? [], named.id, day);
      const [found, another] = versions;
      if (!found)
        return absent("not applicable", named.unit, label, {
          nl: `De afspraken hebben geen norm voor ${named.id}${day ? ` op ${day}` : ""}.`,
          en: `The agreement has no norm for ${named.id}${day ? ` on ${day}` : ""}.`,
        });
      if (another)
        return absent("missing", named.unit, label, {
          nl: `Voor ${named.id} gelden na elkaar ${versions.length} normen. Geef de dag mee.`,
          en: `${versions.length} norms follow each other for ${named.id}. Pass the day.`,
        });
      const { display } = judgedNorm(found, named.unit);
      return noted(
        given(found.value, named.unit, label),
        { nl: `${named.title.nl} ${display.nl}`, en: `${named.title.en} ${display.en}` },
        untranslated(found.source.title),
        found.note,
      );
    },
    examples: {
      "urgente groepen": { given: { indicator: "URGENTSHARE" }, value: "1/4", display: "25,0%", from: "art. 9" },
      studenten: { given: { indicator: "STUDENTSHARE" }, value: "4/5", from: "art. 5" },
      "sociale opgave": { given: { indicator: "SOCIALTARGET" }, value: 360, from: "tussendoel Beschikbaarheid" },
      "geen norm": { given: { indicator: "HOUSINGNEED" }, value: null, reason: "not applicable", from: "contract" },
      "welke?": { given: { indicator: null }, value: null, reason: "missing", from: "leeg" },
    },
  });
