import type { AddIn } from "./add-in-parts.js";

/** The add-in that answers the PA functions in Excel, as manifest.xml names it (a test compares): a workbook that names it is offered it. */
export const ourAddIn: AddIn = { id: "a21caa92-713c-4464-9f14-c829b7ac8abd", version: "0.1.0.0" };
