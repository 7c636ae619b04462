import * as kinds from "../kinds.js";
import { counted, unclearNote } from "../books/answer.js";
import { fill } from "../sentence.js";
import { additions, removals } from "../tables/movements.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { derive, difference } from "../quantity.js";
import { argument, optional, partyArgument, quarterArgument } from "./arguments.js";
import { STOCKCHANGE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

const none = { nl: "woningen correctie", en: "homes of correction" };

/** By how many homes did the social stock change, net? In homes; negative if it shrank. */
export const stockChange = defineIndicator({
  id: "STOCKCHANGE",
  name: "stockChange",
  place: 90,
  title: { nl: "Verandering van de sociale voorraad", en: "Change of the social stock" },
  meaning: {
    nl: "Met hoeveel woningen veranderde de sociale voorraad, alles bij elkaar?",
    en: "By how many homes did the social stock change, net?",
  },
  definition: {
    nl: "Wat erbij kwam min wat eraf ging plus de administratieve correctie. In de werkmap: segment sociaal, sinds het begin van de afspraken.",
    en: "What was added less what was removed plus the administrative correction. In the workbook: segment sociaal, since the agreement began.",
  },
  source: { nl: "art. 13", en: "art. 13" },
  unit: "homes",
  live: ({ stock }) => {
    /** Counts from the date in setting 'Nulpunt sociale voorraad', by default the start of the agreement. */
    const since = { since: "basisdatum-voorraad" } as const;
    const sold = stock("sociaal", ["Verkoop"], since);
    const liberalised = stock("sociaal", ["Liberalisatie"], since);
    return counted({
      period: "since-start",
      perParty: true,
      asks: {
        added: stock("sociaal", additions, since),
        removed: stock("sociaal", removals, since),
        correction: stock("sociaal", ["Correctie"], since),
      },
      notes: ({ added }, books) => [
        unclearNote(added, "Segment"),
        fill(
          {
            nl: "Vanaf het {from:quarter} tot en met het {quarter:quarter}: {sold} verkocht en {liberalised} geliberaliseerd.",
            en: "From the {from:quarter} to the {quarter:quarter}: {sold} sold and {liberalised} liberalised.",
          },
          {
            from: added.quarters.used[0] ?? books.quarter,
            quarter: books.quarter,
            sold: books.beside(sold)?.value ?? 0,
            liberalised: books.beside(liberalised)?.value ?? 0,
          },
        ),
      ],
    });
  },
  better: "up",
  reference: referenceWith(STOCKCHANGE),
  arguments: [
    argument("added", kinds.count, {
      label: { nl: "woningen erbij", en: "homes added" },
      help: { nl: "Nieuwbouw, aankoop en wat er verder bij kwam.", en: "New build, purchase and other additions." },
      ...optional,
    }),
    argument("removed", kinds.count, {
      label: { nl: "woningen eraf", en: "homes removed" },
      help: {
        nl: "Sloop, verkoop, liberalisatie en wat er verder af ging.",
        en: "Demolition, sale, liberalisation and other removals.",
      },
      ...optional,
    }),
    argument("correction", kinds.amount, {
      label: none,
      help: {
        nl: "Administratieve correctie; mag negatief zijn. Weggelaten: geen.",
        en: "Administrative correction; may be negative. Left out: none.",
      },
      ...optional,
      unit: "homes",
      whole: true,
    }),
    quarterArgument,
    partyArgument,
  ],
  calculate: (inputs) => {
    const change = { nl: "woningen verschil", en: "homes of difference" };
    const [added, removed] = [inputs.quantity("added"), inputs.quantity("removed")];
    if (!inputs.has("correction")) return difference(added, removed, "homes", change);
    return derive(
      "homes",
      change,
      "formula",
      [added, removed, inputs.quantity("correction")],
      (more, less, corrected) => more.sub(less).add(corrected),
      { nl: "{0} − {1} + {2}", en: "{0} − {1} + {2}" },
    );
  },
  examples: {
    "precies in stand": { given: { added: 12, removed: 12 }, value: 0, verdict: "met", from: "art. 13" },
    "een minder": { given: { added: 11, removed: 12 }, value: -1, verdict: "missed", from: "art. 13" },
    "met correctie": {
      given: { added: 25, removed: 7, correction: 0 },
      value: 18,
      from: "test/cases/stock-movements.json, Beverwijk 2024-05",
    },
    "Amsterdam 2024-2027": {
      given: { added: 10_968, removed: [3455, 3079, 1193] },
      value: 3241,
      from: "test/cases/path-to-share.json",
    },
    "correctie is leeg": emptyIsNotZero({ added: 25, removed: 7, correction: null }),
    "wat eraf ging is niet bekend": emptyIsNotZero({ added: 12, removed: null }),
  },
});
