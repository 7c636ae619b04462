export * from "./answer.js";
export { delivered, plans } from "./plans.js";
export type * from "./question.js";
