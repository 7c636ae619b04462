/** This add-in, as manifest.xml names it (a test compares): a workbook that names it is offered it by Excel. */
export const addIn = { id: "a21caa92-713c-4464-9f14-c829b7ac8abd", version: "1.0.0.0" } as const;
