/**
 * The checks in nine groups, one page each: the message, why it matters, what to do, and an example with and without
 * the problem.
 */
import { agreements } from "@prestatieafspraken/agreements";
import { numberText, type Text } from "@prestatieafspraken/indicators";
import {
  cellText,
  read,
  rules,
  validate,
  type CellValue,
  type Issue,
  type Rule,
  type RuleExample,
} from "@prestatieafspraken/quarterly";
import { exampleWorkbook, rowsOfExample } from "./example-workbook.js";
import { code, inBoth, plain, table, type Page } from "./markdown.js";
import { types, words } from "./words.js";

/** The subject of a rule, by the first digit of its number: PA-203 is about new build. */
export const groups: Readonly<Record<string, Text>> = {
  "0": { nl: "Instellingen en normen", en: "Settings and norms" },
  "1": { nl: "Tabellen, kolommen en cellen", en: "Tables, columns and cells" },
  "2": { nl: "Nieuwbouw", en: "New build" },
  "3": { nl: "Huren en studenten", en: "Rents and students" },
  "4": { nl: "Voorraad", en: "Stock" },
  "5": { nl: "Toewijzingen", en: "Lettings" },
  "6": { nl: "Labels en woningen", en: "Labels and homes" },
  "7": { nl: "Evaluatie van de afspraken", en: "Evaluation of the commitments" },
  "8": { nl: "Overleg", en: "Meetings" },
};

/** The group of a rule: the first digit of its number. */
export const groupOf = (id: string): string => id.charAt("PA-".length);
/** The address of a rule's explanation, from the first page of the language. */
export const ruleAddress = (id: string): string => `/rules/${groupOf(id)}.md#${id.toLowerCase()}`;

async function issueOf({ id, examples: { bad } }: Rule): Promise<Issue | undefined> {
  const [example] = bad;
  if (!example) return undefined;
  const ret = await read(exampleWorkbook(example), { agreements });
  return validate(ret, example.day === undefined ? {} : { day: example.day }).find((issue) => issue.rule === id);
}

/** The page of one group. */
export async function rulesPage(group: string): Promise<Page> {
  const mine = rules.filter(({ id }) => groupOf(id) === group);
  const found = new Map(await Promise.all(mine.map(async (rule) => [rule.id, await issueOf(rule)] as const)));
  /** Without an example that gives the message, its facts are shown as "…". */
  const open = (text: string): string => text.replaceAll(/\{[^}]+\}/g, "…");
  const name = groups[group]!;
  return inBoth(
    `rules/${group}`,
    { nl: `Meldingen PA-${group}: ${name.nl}`, en: `Issues PA-${group}: ${name.en}` },
    (language) => {
      const w = words[language];
      const dayOf = ({ day }: RuleExample): string => (day === undefined ? "" : ` (${w.checked} ${day})`);
      const list = table(
        [w.number, w.severity, w.meaning],
        mine.map(({ id, severity, title }) => [`[${id}](#${id.toLowerCase()})`, w[severity], plain(title[language])]),
      );
      const sections = mine.map((rule) => {
        const { id, severity, examples } = rule;
        const issue = found.get(id);
        const parts = [
          `## ${id}: ${plain(rule.title[language])} {#${id.toLowerCase()}}`,
          `**${w[severity]}**. ${plain(issue?.message[language] ?? open(rule.message[language]))}`,
          `${w.fix}: ${plain(issue?.fix[language] ?? open(rule.fix[language]))}`,
          `${w.why}: ${plain(rule.why[language])}`,
        ];
        if (!rule.reads.includes("*"))
          parts.push(`${w.table}: ${rule.reads.map((each) => `[${each}](/tables/${each}.md)`).join(", ")}`);
        const [bad] = examples.bad;
        const [good] = examples.good;
        if (bad) parts.push(`${w.wrong}${dayOf(bad)}:`, rowsOfExample(bad, w));
        if (good && group !== "1") parts.push(`${w.right}${dayOf(good)}:`, rowsOfExample(good, w));
        const { cells } = examples;
        if (cells) {
          const shown = (value: CellValue): string =>
            typeof value === "number" ? numberText(value)[language] : cellText(value);
          const listed = (values: readonly CellValue[]): string => [...new Set(values.map(shown))].map(code).join(", ");
          parts.push(`${w.noColumn} (${types[cells.type][language]}). ${w.singleCells}`);
          parts.push(`${w.wrong}: ${listed(cells.bad)}. ${w.right}: ${listed(cells.good)}.`);
        }
        return parts.join("\n\n");
      });
      return [list, ...sections].join("\n\n");
    },
  );
}
