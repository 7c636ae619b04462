/** The questions indicators ask of a return and the notes on the answers. Passed to an indicator when it is counted. */
export { baselineNote, labelNotes, labels } from "./labels.js";
export { lettingNotes, lettingQuestions, lettings } from "./lettings.js";
export { delivered, planNotes, plans } from "./plans.js";
export { stock, wholeStock } from "./stock.js";
export { studentsCount } from "./students.js";
export { basicRent, countUnits, judgedUnits, onLimitCounts, unitNotes, units, unitsUnder } from "./units.js";
