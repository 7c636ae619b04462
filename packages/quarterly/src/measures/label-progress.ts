import { labelBaseline, labelStand } from "./label-stand.js";
import { measured, type Measure } from "./measurement.js";

/** How far E, F and G have gone since the beginning. */
export const labelProgress: Measure = (ret, ask) => {
  const stand = labelStand(ret, ask, "LABELPROGRESS");
  const baseline = labelBaseline(ret, ask, stand);
  return measured({ baseline: baseline.homes, remaining: stand.remaining }, [...stand.notes, ...baseline.notes], {
    open: stand.open,
    ...(stand.unproven && { unproven: stand.unproven }),
  });
};
