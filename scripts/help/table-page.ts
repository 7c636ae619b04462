/** The page of a table: who fills it in, its columns, and the rules that read it. */
import { rules, type TableDefinition } from "@prestatieafspraken/quarterly";
import { code, inBoth, plain, table, type Page } from "./markdown.js";
import { groups, ruleAddress } from "./rules-page.js";
import { types, words } from "./words.js";

/** The page of a table. */
export function tablePage(definition: TableDefinition): Page {
  const { name } = definition;
  return inBoth(
    `tables/${name}`,
    { nl: `${name}: ${definition.title.nl}`, en: `${name}: ${definition.title.en}` },
    (language) => {
      const w = words[language];
      const about = [
        `- ${w.filledBy}: ${plain(definition.filledBy[language])}`,
        `- ${w.sheet}: ${code(definition.sheet)}`,
        `- ${w.key}: ${definition.key.map(code).join(" + ")}${definition.perQuarter ? `. ${w.perQuarter}` : ""}`,
      ];
      const fields = definition.fields.map((field) => [
        code(field.header),
        field.required ? w.yes : w.no,
        types[field.type][language],
        plain(field.help[language]),
        (field.choices ?? [])
          .map((c) =>
            c.value === c.label[language] ? code(c.value) : `${code(c.value)} (${plain(c.label[language])})`,
          )
          .join(", "),
        plain((field.aliases ?? []).join(", ")),
      ]);
      const readBy = rules.filter(({ reads }) => reads.includes(name));
      return [
        `${plain(definition.help[language])} ${w.goodRow}`,
        about.join("\n"),
        `## ${w.columns}`,
        table([w.column, w.required, w.kind, w.meaning, w.choices, w.alsoRead], fields),
        `## ${w.rules}`,
        table(
          [w.number, w.severity, w.meaning],
          readBy.map((rule) => [
            `[${rule.id}](${ruleAddress(rule.id)})`,
            w[rule.severity],
            plain(rule.title[language]),
          ]),
        ),
        `${w.generalRules}: [${groups["1"]![language]}](/rules/1.md).`,
      ].join("\n\n");
    },
  );
}
