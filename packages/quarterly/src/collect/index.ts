export { bringIn, type BringingIn, type Choice } from "./bring-in.js";
export { fitted, keepProfile, profilesFrom, profilesIn, profilesText, withMapping, type Profile } from "./profiles.js";
export { readIncoming, type IncomingFile } from "./read-incoming.js";
export { isShortQuarter, quartersFromShort } from "./short-quarters.js";
export { isAboutQuarter, planCollect, type CollectPlan, type Contradiction } from "./plan.js";
export type { OpenContradiction } from "./open.js";
export { broughtBy, decidedIn, receiptFor, receivedIn, suppliedBy, type Received } from "./received.js";
export { changesNothing, contradictionSentence, fileSentence, planSentence, readAsSentences } from "./sentences.js";
