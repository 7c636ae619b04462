import { measured, type Measure } from "./measurement.js";

/** The need the agreement starts from: the calculation finds the figure in the agreement itself. */
export const housingNeed: Measure = () => measured({});
