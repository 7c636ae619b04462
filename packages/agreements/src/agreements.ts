import type { Agreement } from "@prestatieafspraken/indicators";
import { complete } from "./complete.js";
import { agreementFiles } from "./data.generated.js";

/** The published agreements; the first is the default. */
export const agreements: readonly Agreement[] = agreementFiles.map(complete);

/**
 * The published agreement with this id ("oegstgeest-2025-2028") or with this path in the data folder ("oegstgeest/2025-2028");
 * undefined if there is none.
 */
export const agreement = (id: string): Agreement | undefined => {
  const wanted = id.trim().toLowerCase().replace("/", "-");
  return agreements.find((published) => published.id === wanted);
};
