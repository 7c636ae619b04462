import type { Outcome } from "./outcome.js";

/** Somebody says that it is not known: missing, and said so, which is another thing than forgotten. */
export const unknownStated = (): Outcome => ({ reading: { state: "missing" }, remark: { rule: "PA-123" } });
