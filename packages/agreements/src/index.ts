/**
 * Agreements and legal limits as data: what was promised and what the law sets, each figure with its date and source.
 * @packageDocumentation
 */
export { agreement, agreements } from "./agreements.js";
export { limits } from "./data.generated.js";
export { checkAgreement, checkLimits, type Checked } from "./check.js";
export type { Known } from "./coherence.js";
export type { Problem } from "./problem.js";
