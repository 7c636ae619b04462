import { counted } from "../books/answer.js";
import { defineIndicator } from "../evaluate.js";
import { lettingsArgument, narrowed, urgentArgument } from "./letting-arguments.js";
import { share } from "./part-of-whole.js";
import { URGENTSHARE } from "../reference.generated.js";
import { referenceWith } from "../reference.js";

/** What part of the lettings went to urgent groups? A share (0-1). */
export const urgentShare = defineIndicator({
  id: "URGENTSHARE",
  name: "urgentShare",
  place: 130,
  title: { nl: "Toewijzingen aan urgente groepen", en: "Lettings to urgent groups" },
  meaning: {
    nl: "Welk deel van de toewijzingen ging naar urgente groepen?",
    en: "What part of the lettings went to urgent groups?",
  },
  definition: {
    nl: "Toewijzingen aan urgenten, contingentkandidaten, statushouders en stadsvernieuwingskandidaten, gedeeld door alle toewijzingen die meetellen.",
    en: "Lettings to urgenten, contingentkandidaten, statushouders and stadsvernieuwingskandidaten, divided by all lettings that count.",
  },
  source: { nl: "art. 9", en: "art. 9" },
  live: ({ lettingNotes, lettingQuestions }) =>
    counted({
      period: "year",
      perParty: true,
      quarterBeside: true,
      asks: { urgent: lettingQuestions.urgent, lettings: lettingQuestions.lettings },
      notes: lettingNotes,
    }),
  better: "down",
  judging: { cases: "lettings" },
  reference: referenceWith(URGENTSHARE),
  arguments: [urgentArgument, lettingsArgument, ...narrowed],
  ...share("urgent", "lettings", { nl: "urgent", en: "urgent" }),
  examples: {
    "precies 25% is gehaald, met signaal": {
      given: { urgent: 21, lettings: 84 },
      value: "1/4",
      verdict: "met",
      signal: true,
      display: "25,0%",
      from: "art. 9",
    },
    "een te veel": {
      given: { urgent: 22, lettings: 84 },
      value: "11/42",
      verdict: "missed",
      display: "26,2%",
      from: "art. 9",
    },
    "precies 20% geeft geen signaal": {
      given: { urgent: 16, lettings: 80 },
      value: "1/5",
      verdict: "met",
      signal: false,
      from: "art. 9: meer dan 20 procent",
    },
    "net boven 20% geeft signaal": {
      given: { urgent: 17, lettings: 84 },
      value: "17/84",
      verdict: "met",
      signal: true,
      from: "art. 9",
    },
    "PréWonen 2023": {
      given: { urgent: [41, 69, 27, 10], lettings: 578 },
      value: "147/578",
      verdict: "missed",
      display: "25,4%",
      from: "test/cases/allocations-prewonen-2023.json",
    },
  },
});
