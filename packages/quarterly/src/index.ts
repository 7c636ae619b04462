export * from "./field.js";
export * from "./issue.js";
export * from "./report-shape.js";
export * from "./return.js";
export * from "./workbook.js";
export * from "./tables/index.js";
