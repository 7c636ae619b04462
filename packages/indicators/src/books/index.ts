export * from "./answer.js";
export type * from "./question.js";
