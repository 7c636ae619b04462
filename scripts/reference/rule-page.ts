/** The page of a rule: why, the sentence somebody gets, an example with and one without it. */
import { agreements } from "@prestatieafspraken/agreements";
import {
  cellText,
  read,
  validate,
  type CellValue,
  type Issue,
  type Rule,
  type RuleExample,
} from "@prestatieafspraken/quarterly";
import { exampleWorkbook, rowsOfExample } from "./example-workbook.js";
import { code, plain, twice, type Page } from "./markdown.js";
import { types, words } from "./words.js";

/** The page of a rule. */
export async function rulePage(rule: Rule): Promise<Page> {
  const { id } = rule;
  const [bad] = rule.examples.bad;
  const [good] = rule.examples.good;
  let found: Issue | undefined;
  if (bad) {
    const ret = await read(exampleWorkbook(bad), { agreements });
    found = validate(ret, bad.day === undefined ? {} : { day: bad.day }).find((issue) => issue.rule === id);
  }
  /** Where no example gives the sentence, its facts are left open. */
  const open = (text: string): string => text.replace(/\{\w+\}/g, "…");
  return twice({ nl: `${id}: ${rule.title.nl}`, en: `${id}: ${rule.title.en}` }, (language) => {
    const w = words[language];
    const dayOf = ({ day }: RuleExample): readonly string[] => (day === undefined ? [] : [`${w.checked} ${day}`]);
    const parts = [`${w.severity}: **${w[rule.severity]}**`, `## ${w.why}`, plain(rule.why[language])];
    parts.push(`## ${w.message}`, `> ${plain(found?.message[language] ?? open(rule.message[language]))}`);
    parts.push(`## ${w.fix}`, plain(found?.fix[language] ?? open(rule.fix[language])));
    parts.push(
      `## ${w.reads}`,
      rule.reads.map((name) => (name === "*" ? w.all : `[${name}](../tables/${name}.md)`)).join(", ") +
        (rule.check === "reading" ? `. ${w.whenReading}` : ""),
    );
    if (bad) parts.push(`## ${w.wrong}`, ...dayOf(bad), rowsOfExample(bad, w));
    if (good) parts.push(`## ${w.right}`, ...dayOf(good), rowsOfExample(good, w));
    const { cells } = rule.examples;
    if (cells) {
      const shown = (value: CellValue): string =>
        typeof value === "number" ? value.toLocaleString(language) : cellText(value);
      const listed = (values: readonly CellValue[]): string => [...new Set(values.map(shown))].map(code).join(", ");
      parts.push(`${w.noColumn} (${types[cells.type][language]}). ${w.singleCells}`);
      parts.push(`## ${w.wrong}`, listed(cells.bad), `## ${w.right}`, listed(cells.good));
    }
    return parts.join("\n\n");
  });
}
