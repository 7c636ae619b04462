import * as kinds from "../kinds.js";
import { counted } from "../books/answer.js";
import { emptyIsNotZero } from "./examples.js";
import { defineIndicator } from "../evaluate.js";
import { derive } from "../quantity.js";
import { orNorm } from "./agreed-norm.js";
import { argument, chooses } from "./arguments.js";
import { lettingsArgument, narrowed, urgentArgument } from "./letting-arguments.js";
import { within } from "./part-of-whole.js";
import { URGENTSHARE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

const capLabel = { nl: "maximum urgent", en: "urgent at most" };

/** How many more lettings to urgent groups fit under the cap? In lettings; negative if the cap is exceeded. */
export const urgentRoom = defineIndicator({
  id: "URGENTROOM",
  name: "urgentRoom",
  place: 150,
  title: { nl: "Ruimte voor urgente groepen", en: "Room for urgent groups" },
  meaning: {
    nl: "Hoeveel toewijzingen aan urgente groepen passen er nog onder het maximum?",
    en: "How many lettings to urgent groups still fit under the cap?",
  },
  definition: {
    nl: "Het maximum maal alle toewijzingen, naar beneden afgerond, min wat al naar urgente groepen ging. Negatief is te veel.",
    en: "The cap times all lettings, rounded down, less what already went to urgent groups. Negative is too many.",
  },
  source: { nl: "art. 9", en: "art. 9" },
  unit: "lettings",
  live: ({ lettingNotes, lettingQuestions }) =>
    counted({
      period: "year",
      perParty: true,
      asks: { urgent: lettingQuestions.urgent, lettings: lettingQuestions.lettings },
      notes: lettingNotes,
    }),
  better: "up",
  reference: referenceWith(URGENTSHARE),
  arguments: [
    urgentArgument,
    lettingsArgument,
    argument("cap", kinds.share, {
      label: capLabel,
      help: {
        nl: "Het maximum, als 25% of 0,25. Leeg: dat van de afspraken.",
        en: "The cap, as 25% or 0.25. Empty: that of the agreement.",
      },
      ...chooses,
    }),
    ...narrowed,
  ],
  calculate: (inputs) => {
    const [urgent, lettings] = [inputs.quantity("urgent"), inputs.quantity("lettings")];
    within(urgent, lettings, "urgent");
    return derive(
      "lettings",
      { nl: "toewijzingen ruimte", en: "lettings of room" },
      "formula",
      [orNorm(inputs, "cap", "URGENTSHARE", "share", capLabel), lettings, urgent],
      (cap, all, used) => cap.mul(all).floor().sub(used),
      { nl: "{0} × {1} (naar beneden afgerond) − {2}", en: "{0} × {1} (rounded down) − {2}" },
    );
  },
  examples: {
    "nog vier": { given: { urgent: 17, lettings: 84 }, value: 4, from: "art. 9: ⌊0,25 × 84⌋ − 17" },
    "precies vol": {
      given: { urgent: 21, lettings: 84 },
      value: 0,
      verdict: "no-norm",
      from: "art. 9: volgt uit de 25 procent",
    },
    "een te veel": { given: { urgent: 22, lettings: 84 }, value: -1, from: "art. 9" },
    "ander maximum": { given: { urgent: 17, lettings: 84, cap: 0.28 }, value: 6, from: "met de hand: 23,52" },
    ontbreekt: emptyIsNotZero({ urgent: null, lettings: 84 }),
  },
});
