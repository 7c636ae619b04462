import type { AddIn } from "./add-in-parts.js";

/**
 * The add-in with the PA functions, as named in manifest.xml (a test compares them). Excel offers it to users of a
 * workbook that names it.
 */
export const ourAddIn: AddIn = { id: "a21caa92-713c-4464-9f14-c829b7ac8abd", version: "0.1.0.0" };
