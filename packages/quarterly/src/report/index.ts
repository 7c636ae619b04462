export { movedBy, type Moved, type SheetRow } from "./moved-by.js";
export { calendar } from "./calendar.js";
export { changedInputs, keepInputs, type ChangedInput } from "./frozen-inputs.js";
export {
  freeze,
  frozenSheet,
  isFrozenHeader,
  revision,
  type Frozen,
  type FrozenBy,
  type RevisedFigure,
  type Revision,
} from "./freeze.js";
export { occurrences, type Occurrence } from "./occurrences.js";
export { path, type Path, type PathYear, type Plan, type Stock } from "./path.js";
export { report, reportLines, type ReportOptions } from "./report.js";
export type { LabelRent, LabelsByRent } from "./labels-by-rent.js";
export { lineTitle, whoText, table as reportTable } from "./report-table.js";
export { toJson, type ReportJson } from "./to-json.js";
export { titleOverAll } from "./report-lines.js";
export { mainLines, otherLines } from "./main-lines.js";
