/** The first page of the reference. */
import { functions } from "@prestatieafspraken/functions";
import { rules, tables } from "@prestatieafspraken/quarterly";
import { plain, table, twice, type Page } from "./markdown.js";
import { words } from "./words.js";

/** The first page: every function, table and rule. */
export function indexPage(): Page {
  return twice({ nl: words.nl.title, en: words.en.title }, (language) => {
    const w = words[language];
    return [
      `[${w.norms}](norms.md)`,
      `## ${w.functions}`,
      table(
        [w.indicator, w.meaning],
        functions.map((f) => [`[PA.${f.id}](functions/${f.id}.md)`, plain(f.meaning[language])]),
      ),
      `## ${w.tables}`,
      table(
        [w.table, w.meaning],
        tables.map((t) => [`[${t.name}](tables/${t.name}.md)`, plain(t.help[language])]),
      ),
      `## ${w.rules}`,
      table(
        [w.number, w.severity, w.meaning],
        rules.map((r) => [`[${r.id}](rules/${r.id}.md)`, w[r.severity], plain(r.title[language])]),
      ),
    ].join("\n\n");
  });
}
