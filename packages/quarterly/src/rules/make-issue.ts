import { factText, sentence, sheetOf, type Fact, type Facts, type Text, short } from "@prestatieafspraken/indicators";
import type { SingleIssue } from "./group-issues.js";
import { quoted } from "../reading/typed-text.js";
import type { ReturnTable } from "../return.js";
import type { Finding, Rule } from "./rule.js";
import { textAt } from "../reading/value-text.js";
import { oncePer } from "../kept.js";

/** The sentences of a rule, parsed once, because a rule may have fifty thousand findings. */
const sentencesOf = oncePer((rule: Rule) => ({ message: sentence(rule.message), fix: sentence(rule.fix) }));

const partyHeaders = ["Verhuurder", "Ontwikkelaar"];

/** The text of the first of these columns that has one. */
function firstText(table: ReturnTable, headers: readonly string[], index: number): string | null {
  for (const header of headers) {
    const text = textAt(table, header, index);
    if (text !== null) return text;
  }
  return null;
}

/** The key cells of a row, so that an accepted warning survives sorting and inserting rows. */
function rowKey(table: ReturnTable, index: number): string {
  let key = "";
  for (const header of table.definition.key) {
    if (table.has(header)) key += `${quoted(table.typed(header, index)).trim()}\u00b7`;
  }
  return key;
}

/** The row number of a cell reference: 17 for "B17". */
const rowOf = (cell: string | null | undefined): number | null => {
  const digits = /\d+$/.exec(cell ?? "")?.[0];
  return digits === undefined ? null : Number(digits);
};

/** Cached sentences for facts: the same remark on ten thousand cells needs the same two sentences. */
export interface Told {
  readonly facts: Facts;
  readonly message: Text;
  readonly fix: Text;
  readonly about: string;
}

/** Adds the facts that every sentence may use, and makes the sentences. */
function tell(rule: Rule, finding: Finding, table: ReturnTable | null, name: string): Told {
  const { message, fix } = sentencesOf(rule);
  const { index, header } = finding;
  const own: Record<string, Fact> = { table: sheetOf(name) };
  if (header !== undefined) own["field"] = header;
  if (table && index !== undefined && header !== undefined) own["typed"] = table.shown(header, index);
  const facts: Facts = finding.facts ? Object.assign(own, finding.facts) : own;
  let quotable = facts;
  let about = "";
  for (const fact in facts) {
    const one = facts[fact]!;
    if (fact !== "table" && fact !== "field") about += `|${factText(one, "nl")}`;
    // Shortens cell contents; a list of ours (parties, choices) may be longer.
    if (typeof one === "string" && one.length > 60)
      quotable = { ...quotable, [fact]: short(one, one.includes(", ") ? 300 : 60) };
  }
  return { facts, message: message(quotable), fix: fix(quotable), about };
}

/**
 * Converts a rule finding to an issue, with messages in both languages. `told` caches messages by facts object; only for findings
 * whose facts depend on nothing but the text of a cell and its column.
 */
export function makeIssue(rule: Rule, finding: Finding, told?: WeakMap<Facts, Told>): SingleIssue {
  const { index, header } = finding;
  const table = typeof finding.table === "string" ? null : finding.table;
  const name = typeof finding.table === "string" ? finding.table : finding.table.definition.name;
  let said = finding.facts && told?.get(finding.facts);
  if (!said) {
    said = tell(rule, finding, table, name);
    if (finding.facts) told?.set(finding.facts, said);
  }
  const { facts, message, fix } = said;

  let key = `${rule.id}|${name}|`;
  if (table && index !== undefined) key += rowKey(table, index);
  else key += `${finding.quarter ?? ""}\u00b7${finding.party ?? ""}`;
  key += `|${header ?? ""}${said.about}`;
  const at = table && index !== undefined;
  return {
    rule: rule.id,
    severity: rule.severity,
    table: name,
    sheet: finding.sheet !== undefined ? finding.sheet : table ? (at ? table.sheet(index) : table.raw.sheet) : null,
    cell: finding.cell !== undefined ? finding.cell : at && header !== undefined ? table.cell(header, index) : null,
    field: header ?? null,
    row: at ? table.row(index) : rowOf(finding.cell),
    facts,
    message,
    fix,
    party: finding.party !== undefined ? finding.party : at ? firstText(table, partyHeaders, index) : null,
    quarter: finding.quarter !== undefined ? finding.quarter : at ? firstText(table, ["Kwartaal"], index) : null,
    ...(finding.replacement && { replacement: finding.replacement }),
    ...(finding.fixes && finding.fixes.length > 0 && { fixes: finding.fixes }),
    ...(finding.proposals && { proposals: finding.proposals }),
    ...(finding.proposals && table && at && header !== undefined && { typed: table.typed(header, index) }),
    ...(finding.group !== undefined && { group: finding.group }),
    key,
  };
}
