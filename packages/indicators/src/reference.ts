import type { JudgingAgreement, Norm } from "./agreement.js";
import { referenceTerms } from "./reference.generated.js";

/**
 * The reference agreement with only these norms and figures: what an indicator is judged by if the caller passes no agreement.
 * An indicator names what it needs, so that importing one does not bring the norms of all.
 */
export const referenceWith = (
  norms: readonly Norm[] = [],
  figures: JudgingAgreement["figures"] = {},
): JudgingAgreement => ({ ...referenceTerms, norms, figures, indicators: [] });
