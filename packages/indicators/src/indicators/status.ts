import * as kinds from "../kinds.js";
import { defineIndicator, judge } from "../evaluate.js";
import { resolveContext } from "../inputs.js";
import { absent, given } from "../quantity.js";
import { readAmount, readShare } from "../argument-numbers.js";
import { verdictWords } from "../verdict.js";
import { argument, dateArgument, indicatorArgument } from "./arguments.js";
import { namedIndicator, whichIndicator, type Named } from "./named-indicator.js";
import { referenceAgreement } from "../reference.generated.js";
import { inWords } from "../in-words.js";

const valueArgument = argument("value", kinds.any, {
  label: { nl: "waarde", en: "value" },
  help: {
    nl: "De waarde van de indicator; een aandeel als 16% of 0,16.",
    en: "The value of the indicator; a share as 16% or 0.16.",
  },
});

/** How does a value compare with the norm of an indicator? A verdict in words. */
export const defineStatus = (all: () => readonly Named[]) =>
  defineIndicator({
    id: "STATUS",
    name: "status",
    place: 210,
    title: { nl: "Oordeel", en: "Verdict" },
    meaning: {
      nl: "Hoe staat een waarde tegenover de norm van een indicator?",
      en: "How does a value compare with the norm of an indicator?",
    },
    definition: {
      nl: "Gehaald, op koers, aandacht, niet gehaald, richting, niet te bepalen, of geen norm; op de dag die is gegeven. Niet gehaald is bij een streefnorm geen overtreding.",
      en: "Met, on track, attention, missed, direction, not known yet, or no norm; on the day given. Missing an effort norm is not a violation.",
    },
    general: true,
    source: { nl: "normen van de afspraken", en: "norms of the agreement" },
    unit: "text",
    reference: referenceAgreement,
    arguments: [indicatorArgument, valueArgument, dateArgument],
    calculate: inWords((inputs) => {
      const named = namedIndicator(inputs, all());
      if (named === null) return { words: null, because: whichIndicator };
      const raw = inputs.raw("value");
      const value = named.unit === "share" ? readShare(raw, valueArgument, true) : readAmount(raw, valueArgument);
      const quantity =
        value === null
          ? absent("missing", named.unit, named.title, {
              nl: "De waarde ontbreekt. Vul haar in; leeg is niet hetzelfde als 0.",
              en: "The value is missing. Enter it; empty is not the same as 0.",
            })
          : given(value, named.unit, named.title);
      const day = inputs.day("date");
      const result = judge(
        { id: named.id, source: named.title },
        quantity,
        day === null ? inputs.context : resolveContext({ ...inputs.context, day }),
      );
      return {
        words: verdictWords[result.verdict],
        explanation: result.explanations,
        verdict: result.verdict,
        provisional: result.provisional,
        signal: result.signal,
        ...(result.norm && { norm: result.norm }),
      };
    }),
    examples: {
      "precies 25% urgent": { given: { indicator: "URGENTSHARE", value: 0.25 }, value: "gehaald", from: "art. 9" },
      "precies 80% na een som in cellen": {
        given: { indicator: "STUDENTSHARE", value: 0.7 + 0.1 },
        value: "gehaald",
        from: "art. 5: 0,7+0,1 is 0,8; ruis achter het vijftiende cijfer beslist niet",
      },
      "26% urgent": { given: { indicator: "URGENTSHARE", value: "26%" }, value: "niet gehaald", from: "art. 9" },
      "16% van de voorraad: lange termijn": {
        given: { indicator: "SOCIALSHARE", value: 0.16 },
        value: "richting",
        from: "einddoel",
      },
      "17% van de voorraad: een richting is geen oordeel": {
        given: { indicator: "pa.socialshare", value: 0.17 },
        value: "richting",
        from: "einddoel",
      },
      "waarde ontbreekt": {
        given: { indicator: "SOCIALSHARE", value: null },
        value: "niet te bepalen",
        from: "onbekend is niet mislukt",
      },
      "geen norm": { given: { indicator: "HOUSINGNEED", value: 1651 }, value: "geen norm", from: "contract" },
      "na de einddatum": {
        given: { indicator: "LABELSHARE", value: 0.01, date: "2029-01-01" },
        value: "niet gehaald",
        from: "art. 19",
      },
      schrijffout: {
        given: { indicator: "SOCIALSHAR", value: 0.16 },
        refused: "Bedoelt u SOCIALSHARE",
        from: "contract",
      },
    },
  });
