import { indicators } from "@prestatieafspraken/indicators";

/** The id of an indicator that answers from the workbook. */
export type LiveId = string & { readonly live?: never };

/** Ids of the indicators that answer from the workbook, in the order of a report. */
export const liveIds: readonly LiveId[] = indicators.filter(({ counts }) => counts !== null).map(({ id }) => id);

export const isLiveId = (id: string): id is LiveId => liveIds.includes(id);
