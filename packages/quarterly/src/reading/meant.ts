import type { Text } from "@prestatieafspraken/indicators";

/** " Bedoelt u 'x'?" as a fact in a sentence; nothing where there is nothing to suggest. */
export const meant = (suggestion: string | null): Text =>
  suggestion === null ? { nl: "", en: "" } : { nl: ` Bedoelt u '${suggestion}'?`, en: ` Do you mean '${suggestion}'?` };
