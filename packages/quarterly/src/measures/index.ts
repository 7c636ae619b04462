export { count, type Absent, type Ask, type Counted, type Counting, type CountOptions } from "../books/count.js";
export { madeOf, type MadeOf } from "../books/made-of.js";
export { dayFor } from "../books/day.js";
export { isLiveId, liveIds, type LiveId } from "../books/live-ids.js";
export { agreementInForce } from "../judging/in-force.js";
export { live, type LiveOptions, type LiveResult } from "./live.js";
