import type { Text } from "@prestatieafspraken/indicators";

/** " Bedoelt u 'x'?" as a fact for a sentence; empty if there is no suggestion. */
export const meant = (suggestion: string | null): Text =>
  suggestion === null ? { nl: "", en: "" } : { nl: ` Bedoelt u '${suggestion}'?`, en: ` Do you mean '${suggestion}'?` };
