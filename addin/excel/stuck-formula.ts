/** Avoids look-behind, which older Safari (and so older Office for Mac) cannot parse. */
const ours = /_xldudf_PA[_.]|(?:^|[^\w.])PA\.[A-Z]/i;

/**
 * True for a PA formula that Excel no longer links to its function: it shows #NAME?, or still has the stored form
 * (`_xldudf_PA_…`). Recalculating does not fix it; entering it again does.
 */
export const isStuck = (formula: unknown, value: unknown): formula is string =>
  typeof formula === "string" &&
  formula.startsWith("=") &&
  ours.test(formula) &&
  (value === "#NAME?" || /_xldudf_/i.test(formula));
