/**
 * Agreements and legal limits as data: what was promised and what the law sets, each figure with its date and source.
 * @packageDocumentation
 */
export { agreement, agreements } from "./agreements.js";
export { limits } from "./data.generated.js";
