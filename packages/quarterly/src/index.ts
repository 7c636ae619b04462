export { applyFixes } from "./apply-fix.js";
export { deliveries, notReceived, type Delivery } from "./delivery.js";
export * from "./issue.js";
export * from "./report-shape.js";
export * from "./return.js";
export * from "./workbook.js";
export {
  lettingCategories,
  lettingCounts,
  newBuildSegments,
  phases,
  table,
  tables,
  type Field,
  type FieldChoice,
  type FieldType,
  type LettingCategory,
  type LettingCount,
  type TableDefinition,
} from "@prestatieafspraken/indicators";
export { partyAsked, quarterAsked, quarterTyped } from "./asked.js";
export { read, type ReadOptions } from "./read.js";
export { countIssues, fileIssues, validate, type ValidateOptions } from "./validate.js";
export { rule, rules } from "./rules/index.js";
export type { Finding, Matter, Rule, RuleExample } from "./rules/rule.js";
export { AGREEMENT_SETTING, keepAgreement, keptAgreement } from "./reading/kept-agreement.js";
export { carriedFrom, keepPrepared } from "./reading/prepared.js";
export { ACCEPTED_SETTING, MAPPING_SETTING } from "./reading/remembered.js";
export { belongsToReturn, isWordOfReturn, type Mapping } from "./reading/locate-tables.js";
export type { Lookup, OwnColumns } from "./reading/own-columns.js";
export { knownHeaders } from "./reading/known-headers.js";
export { attendance, everyone } from "./reading/attendance.js";
export { partyNames, type PartyNames } from "./reading/party-names.js";
export { notChosenYet } from "./reading/read-settings.js";
export { articleOf } from "./rules/article.js";
export { aboutRow } from "./rules/subject.js";
export { count, type Absent, type Ask, type Counted, type Counting, type CountOptions } from "./books/count.js";
export { madeOf, type MadeOf } from "./books/made-of.js";
export { dayFor } from "./books/day.js";
export { isLiveId, liveIds, type LiveId } from "./books/live-ids.js";
export { agreementInForce } from "./judging/in-force.js";
export { live, type LiveOptions, type LiveResult } from "./judging/live.js";
export * from "./report/index.js";
export * from "./collect/index.js";
export type { DialectName } from "./sql/dialect.js";
export { exportedTables, type ExportedColumn, type ExportedTable } from "./sql/exported.js";
export { regionTotal, type Region, type RegionFigure, type RegionLine } from "./region/region.js";
export { sideBySide, type NamedReturn, type SideBySide } from "./region/side-by-side.js";
export { indicatorSql, type IndicatorSqlOptions } from "./sql/indicator-sql.js";
export { questionSql, type SqlAsked } from "./sql/question-sql.js";
export { csvText } from "./publication/csv.js";
export { markdownText } from "./publication/markdown.js";
export { reportContentSecurity } from "./publication/content-security.js";
export { publishedIssues } from "./publication/published.js";
export { returnFrom, rowOfIssue, tableSource, type PlainRow, type PlainTables } from "./return-from.js";
