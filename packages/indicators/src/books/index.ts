export * from "./answer.js";
export type * from "./question.js";
export { plansShort, type PlanShort } from "./plans-short.js";
