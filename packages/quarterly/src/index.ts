export * from "./field.js";
export * from "./issue.js";
export * from "./return.js";
export * from "./workbook.js";
