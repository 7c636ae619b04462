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
  /** Has answers per party. */
  readonly perParty: boolean;
  /** at: the stand of the quarter; year: year to date; since-start: since the agreement began. */
  readonly period: "at" | "year" | "since-start";
  /** Tables hold only one stand, so other quarters say nothing. */
  readonly undated?: boolean;
  /** The agreement's own figures; no quarter needed. */
  readonly fixed?: boolean;
}

const one = (measure: Measure, period: LiveIndicator["period"], more: Partial<LiveIndicator> = {}): LiveIndicator => ({
  measure,
  period,
  perParty: false,
  ...more,
});

/** Every indicator that answers from the workbook, in the order of a report. */
export const liveIndicators = {
  HOUSINGNEED: one(housingNeed, "at", { fixed: true }),
  REMAININGNEED: one(remainingNeed, "since-start"),
  SOCIALTARGET: one(socialTarget, "at", { fixed: true }),
  SOCIALSHARE: one(socialShare, "at", { perParty: true }),
  NEWBUILDSHARE: one(newbuildShare, "at"),
  OUTFLOWSHARE: one(outflowShare, "at"),
  STOCKCHANGE: one(stockChange, "since-start", { perParty: true }),
  STUDENTSHARE: one(studentShare, "at", { perParty: true, undated: true }),
  URGENTSHARE: one(urgentShare, "year", { perParty: true }),
  REGULARSHARE: one(regularShare, "year", { perParty: true }),
  URGENTROOM: one(urgentRoom, "year", { perParty: true }),
  LABELSHARE: one(labelShare, "at", { perParty: true }),
  LABELPROGRESS: one(labelProgress, "since-start", { perParty: true }),
  LABELPACE: one(labelPace, "at", { perParty: true }),
} as const satisfies Record<string, LiveIndicator>;

export type LiveId = keyof typeof liveIndicators;

/** Ids of the indicators that answer from the workbook, in the order of a report. */
export const liveIds = Object.keys(liveIndicators) as readonly LiveId[];

export const isLiveId = (id: string): id is LiveId => Object.hasOwn(liveIndicators, id);
