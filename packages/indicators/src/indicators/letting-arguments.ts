import * as kinds from "../kinds.js";
import { argument, optional, partyArgument, quarterArgument } from "./arguments.js";

const lettings = { ...optional, unit: "lettings" } as const;
export const urgentArgument = argument("urgent", kinds.count, {
  label: { nl: "toewijzingen aan urgente groepen", en: "lettings to urgent groups" },
  help: {
    nl: "Toewijzingen aan urgenten, contingentkandidaten, statushouders en stadsvernieuwingskandidaten samen.",
    en: "Lettings to urgenten, contingentkandidaten, statushouders and stadsvernieuwingskandidaten together.",
  },
  ...lettings,
});
export const lettingsArgument = argument("lettings", kinds.count, {
  label: { nl: "toewijzingen", en: "lettings" },
  help: { nl: "Alle toewijzingen die meetellen.", en: "All lettings that count." },
  ...lettings,
});
export const regularArgument = argument("regular", kinds.count, {
  label: { nl: "toewijzingen aan regulier woningzoekenden", en: "lettings to regular seekers" },
  help: { nl: "Toewijzingen aan regulier woningzoekenden.", en: "Lettings to regular seekers." },
  ...lettings,
});
export const narrowed = [quarterArgument, partyArgument] as const;
