export { agreementInForce } from "../judging/in-force.js";
export { dayFor, live, measure, type LiveOptions, type LiveResult } from "./live.js";
export type { Absent, Ask, Measured, Measurement } from "./measurement.js";
export { isLiveId, liveIds, type LiveId } from "./measures.js";
export { publishable } from "./small-cell.js";
