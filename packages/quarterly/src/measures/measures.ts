import type { Measure } from "./measurement.js";
import { housingNeed } from "./housing-need.js";
import { labelPace } from "./label-pace.js";
import { labelProgress } from "./label-progress.js";
import { labelShare } from "./label-share.js";
import { newbuildShare } from "./newbuild-share.js";
import { outflowShare } from "./outflow-share.js";
import { regularShare } from "./regular-share.js";
import { remainingNeed } from "./remaining-need.js";
import { socialShare } from "./social-share.js";
import { socialTarget } from "./social-target.js";
import { stockChange } from "./stock-change.js";
import { studentShare } from "./student-share.js";
import { urgentRoom } from "./urgent-room.js";
import { urgentShare } from "./urgent-share.js";

export interface LiveIndicator {
  readonly measure: Measure;
  /** Arguments that the workbook supplies; null for each is "nothing known". The others choose how it is counted. */
  readonly data: readonly string[];
  /** Has answers per party. */
  readonly perParty: boolean;
  /** at: the stand of the quarter; year: year to date; since-start: since the agreement began. */
  readonly period: "at" | "year" | "since-start";
  /** Tables hold only one stand, so other quarters say nothing. */
  readonly undated?: boolean;
  /** The agreement's own figures; no quarter needed. */
  readonly fixed?: boolean;
}

const one = (
  measure: Measure,
  data: readonly string[],
  period: LiveIndicator["period"],
  more: Partial<LiveIndicator> = {},
): LiveIndicator => ({ measure, data, period, perParty: false, ...more });

/** Every indicator that answers from the workbook, in the order of a report. */
export const liveIndicators = {
  HOUSINGNEED: one(housingNeed, ["base", "growth"], "at", { fixed: true }),
  REMAININGNEED: one(remainingNeed, ["need", "realised"], "since-start"),
  SOCIALTARGET: one(socialTarget, ["homes"], "at", { fixed: true }),
  SOCIALSHARE: one(socialShare, ["social", "homes"], "at", { perParty: true }),
  NEWBUILDSHARE: one(newbuildShare, ["social", "homes", "students"], "at"),
  OUTFLOWSHARE: one(outflowShare, ["suitable", "social"], "at"),
  STOCKCHANGE: one(stockChange, ["added", "removed", "correction"], "since-start", { perParty: true }),
  STUDENTSHARE: one(studentShare, ["rents"], "at", { perParty: true, undated: true }),
  URGENTSHARE: one(urgentShare, ["urgent", "lettings"], "year", { perParty: true }),
  REGULARSHARE: one(regularShare, ["regular", "lettings"], "year", { perParty: true }),
  URGENTROOM: one(urgentRoom, ["urgent", "lettings"], "year", { perParty: true }),
  LABELSHARE: one(labelShare, ["labels", "counts"], "at", { perParty: true }),
  LABELPROGRESS: one(labelProgress, ["baseline", "remaining"], "since-start", { perParty: true }),
  LABELPACE: one(labelPace, ["remaining"], "at", { perParty: true }),
} as const satisfies Record<string, LiveIndicator>;

export type LiveId = keyof typeof liveIndicators;

/** Ids of the indicators that answer from the workbook, in the order of a report. */
export const liveIds = Object.keys(liveIndicators) as readonly LiveId[];

export const isLiveId = (id: string): id is LiveId => Object.hasOwn(liveIndicators, id);

/** The arguments of a live indicator that its tables supply ("labels", "counts"); what is left chooses how they are counted. */
export const liveData = (id: LiveId): readonly string[] => liveIndicators[id].data;
