import { labelStand } from "./label-stand.js";
import { measured, type Measure } from "./measurement.js";
import { lastDay } from "./quarter.js";

/** Homes a year needed from the end of the quarter to be done by the deadline of the label norm. */
export const labelPace: Measure = (ret, ask) => {
  const stand = labelStand(ret, ask, "LABELPACE");
  const deadline = ret.agreement.norms.find((norm) => norm.indicator === "LABELSHARE" && norm.deadline)?.deadline;
  return measured(
    { remaining: stand.remaining, from: lastDay(ask.quarter), ...(deadline && { deadline }) },
    stand.notes,
    { open: stand.open, ...(stand.unproven && { unproven: stand.unproven }) },
  );
};
