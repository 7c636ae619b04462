import type { Agreement } from "@prestatieafspraken/indicators";
import { agreements } from "./data.generated.js";

export { agreements };

/**
 * The published agreement with this id ("oegstgeest-2025-2028"), also by its path as in the data folder
 * ("oegstgeest/2025-2028"); undefined where nothing is published under it.
 */
export const agreement = (id: string): Agreement | undefined => {
  const wanted = id.trim().toLowerCase().replace("/", "-");
  return agreements.find((published) => published.id === wanted);
};
