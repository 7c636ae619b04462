export * from "./agreement.js";
export * from "./define.js";
export * from "./quantity.js";
export * from "./result.js";
export * from "./text.js";
export * from "./unit.js";
