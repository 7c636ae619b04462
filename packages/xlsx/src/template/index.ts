export type { AddIn } from "./add-in-parts.js";
export type { Cached } from "./dashboard-sheet.js";
export { makeTemplate, type TemplateOptions } from "./make-template.js";
export { sampleMistakes, type SampleMistake } from "./sample-mistakes.js";
