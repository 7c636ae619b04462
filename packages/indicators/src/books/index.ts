export * from "./answer.js";
export type * from "./question.js";
export { planKey, plansShort, type PlanShort } from "./plans-short.js";
