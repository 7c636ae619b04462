export * from "./answer.js";
export type * from "./question.js";
/** What indicators ask a return: given to their `counts`. */
export * as questions from "./questions.js";
