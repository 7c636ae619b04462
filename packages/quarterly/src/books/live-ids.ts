import { indicators } from "@prestatieafspraken/indicators";

/** The id of a live indicator. */
export type LiveId = string & { readonly live?: never };

/** Ids of all live indicators, in report order. */
export const liveIds: readonly LiveId[] = indicators.filter(({ counts }) => counts !== null).map(({ id }) => id);

/** True if this is the id of a live indicator. */
export const isLiveId = (id: string): id is LiveId => liveIds.includes(id);
