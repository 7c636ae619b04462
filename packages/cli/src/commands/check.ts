import { type Issue, type Mark, validate } from "@prestatieafspraken/quarterly";
import { keepApart, writeWhole } from "../files.js";
import type { Setup } from "../setup.js";
import { openReturn } from "../open-return.js";
import { partyOption, quarterOption } from "../options.js";
import { countSentence, countsOf, severityWord } from "../print/severity.js";
import { exit } from "../refusal.js";
import { progress } from "../terminal.js";

/** Findings as people read them: by table, each with where, what and what to do. */
function printed(issues: readonly Issue[], { terminal, t }: Setup): string {
  const lines: string[] = [];
  const byTable = new Map<string, Issue[]>();
  for (const issue of issues) {
    const list = byTable.get(issue.table);
    if (list) list.push(issue);
    else byTable.set(issue.table, [issue]);
  }
  for (const [table, found] of byTable) {
    lines.push("", table);
    for (const issue of found) {
      const where = [issue.sheet, issue.cell].filter(Boolean).join("!");
      lines.push(
        `  ${t(severityWord[issue.severity])} ${issue.rule}${where ? ` · ${where}` : ""}${issue.field ? ` · ${issue.field}` : ""}`,
      );
      lines.push(`    ${issue.message[terminal.language]}`);
      lines.push(`    → ${issue.fix[terminal.language]}`);
      if (issue.accepted)
        lines.push(
          `    ${t({ nl: "Toegelicht door", en: "Explained by" })} ${issue.accepted.party} (${issue.accepted.day}): ${issue.accepted.sentence}`,
        );
    }
  }
  return lines.join("\n");
}

const asMark = (issue: Issue, setup: Setup): Mark[] =>
  issue.sheet !== null && issue.cell !== null
    ? [
        {
          sheet: issue.sheet,
          cell: issue.cell,
          severity: issue.severity,
          text: `${setup.t(severityWord[issue.severity])} ${issue.rule}: ${setup.t(issue.message)} ${setup.t(issue.fix)}`,
        },
      ]
    : [];

/** `pa check in.xlsx`: exit 0 clean, 1 errors found, 2 unusable. */
export function addCheck(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("check")
    .description(t({ nl: "controleer een opgave", en: "check a return" }))
    .argument("<in.xlsx>", t({ nl: "de werkmap met de opgave", en: "the workbook with the return" }))
    .addOption(quarterOption(t))
    .addOption(partyOption(t))
    .option("--json", t({ nl: "uitvoer als JSON", en: "output as JSON" }))
    .option(
      "--mark <out.xlsx>",
      t({
        nl: "schrijf een kopie waarin de bevindingen bij de cellen staan",
        en: "write a copy with the findings marked at the cells",
      }),
    )
    .action(
      setup.does(async (path: string, options: { quarter?: string; party?: string; json?: boolean; mark?: string }) => {
        const done = progress(terminal, { nl: `${path} lezen en controleren`, en: `reading and checking ${path}` });
        if (options.mark) await keepApart(options.mark, [path]);
        const opened = await openReturn(path, { ...options, mayBeEmpty: true });
        const issues = validate(opened.return, {
          ...(options.quarter && { quarter: options.quarter }),
          ...(opened.party && { party: opened.party }),
        });
        const counts = countsOf(issues);
        done();
        if (options.mark) {
          await opened.workbook.mark(issues.flatMap((issue) => asMark(issue, setup)));
          await writeWhole(options.mark, opened.workbook.bytes());
        }
        if (options.json) {
          const rows = issues.map(
            ({ rule, severity, table, sheet, cell, field, row, message, fix, replacement, accepted }) => ({
              rule,
              severity,
              table,
              sheet,
              cell,
              field,
              row,
              message: t(message),
              fix: t(fix),
              ...(replacement && { replacement }),
              ...(accepted && { accepted }),
            }),
          );
          terminal.out(`${JSON.stringify({ ok: counts.error === 0, counts, issues: rows }, null, 2)}\n`);
        } else {
          const { agreement, settings } = opened.return;
          terminal.out(
            `${opened.name} · ${t(agreement.title)}${settings.quarter ? ` · ${settings.quarter}` : ""}\n${t(countSentence(counts))}\n`,
          );
          if (issues.length > 0) terminal.out(`${printed(issues, setup)}\n`);
          if (options.mark) terminal.out(`\n${t({ nl: "Gemarkeerde kopie", en: "Marked copy" })}: ${options.mark}\n`);
        }
        return counts.error === 0 ? exit.clean : exit.errors;
      }),
    );
}
