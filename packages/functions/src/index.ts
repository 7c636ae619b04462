export * from "./cell.js";
