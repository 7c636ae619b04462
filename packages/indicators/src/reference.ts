import type { JudgingAgreement, Norm } from "./agreement.js";
import { referenceTerms } from "./reference.generated.js";

/**
 * The reference agreement with only these norms and figures: an indicator is judged by it if the caller passes no
 * agreement. An indicator names what it needs, so that importing one does not load the norms of all.
 */
export const referenceWith = (
  norms: readonly Norm[] = [],
  figures: JudgingAgreement["figures"] = {},
): JudgingAgreement => ({ ...referenceTerms, norms, figures, indicators: [] });
