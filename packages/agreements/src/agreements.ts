import type { Agreement } from "@prestatieafspraken/indicators";
import { complete } from "./complete.js";
import { agreementFiles } from "./data.generated.js";

/** The published agreements; the first is the one used where nobody says which. */
export const agreements: readonly Agreement[] = agreementFiles.map(complete);

/**
 * The published agreement with this id ("oegstgeest-2025-2028"), also by its path as in the data folder
 * ("oegstgeest/2025-2028"); undefined where nothing is published under it.
 */
export const agreement = (id: string): Agreement | undefined => {
  const wanted = id.trim().toLowerCase().replace("/", "-");
  return agreements.find((published) => published.id === wanted);
};
