import { agreementOption } from "../agreement-file.js";
import { Option } from "commander";
import type { Issue, Mark, Severity } from "@prestatieafspraken/quarterly";
import { choice } from "../command-line.js";
import { filesMeant } from "../input.js";
import { formatSaid, partyOption, quarterOption, tableOption, returnsArgument } from "../options.js";
import { bytesFor, keepApart, writeAndSay } from "../output.js";
import type { Unread } from "../print/ci.js";
import type { Checked } from "../print/issues.js";
import { severityWord } from "../print/severity.js";
import { exit, Refusal, sentenceOf } from "../refusal.js";
import type { Setup } from "../setup.js";
import { progress } from "../terminal.js";
import { json } from "../visible.js";

const formats = ["text", "json", "sarif", "junit"] as const;

interface Options {
  readonly quarter?: string;
  readonly agreement?: string;
  readonly party?: string;
  readonly table?: string;
  readonly json?: boolean;
  readonly format?: (typeof formats)[number];
  readonly failOn: Severity;
  readonly mark?: string;
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

/**
 * `pa check in...`: exit code 0 without errors, 1 with errors, 2 if a file cannot be used. The other files are still
 * checked.
 */
export function addCheck(setup: Setup): void {
  const { program, terminal, t, say } = setup;
  program
    .command("check")
    .description(t({ nl: "controleer een opgave, of meer", en: "check a return, or several" }))
    .addArgument(returnsArgument(t))
    .addOption(quarterOption(t))
    .addOption(partyOption(t))
    .addOption(agreementOption(t))
    .addOption(tableOption(t))
    .addOption(choice("--format <vorm>", t({ nl: "vorm van de uitkomst", en: "form of the outcome" }), formats))
    .addOption(new Option("--json", t({ nl: "hetzelfde als --format json", en: "the same as --format json" })))
    .addOption(
      choice(
        "--fail-on <ernst>",
        t({ nl: "vanaf welke ernst eindigen met code 1", en: "from which severity to end with code 1" }),
        ["error", "warning"],
      ).default("error"),
    )
    .option(
      "--mark <out.xlsx>",
      t({
        nl: "schrijf een kopie waarin de meldingen bij de cellen staan",
        en: "write a copy with the issues marked at the cells",
      }),
    )
    .action(
      setup.does(async (given: string[], options: Options) => {
        const paths = await filesMeant(given);
        const format = formatSaid(options.json, options.format) ?? "text";
        const { mark } = options;
        if (mark !== undefined) {
          if (paths.length > 1) {
            throw new Refusal({
              nl: "--mark maakt één kopie, en er zijn meer werkmappen. Controleer ze één voor één.",
              en: "--mark makes one copy, and there are several workbooks. Check them one by one.",
            });
          }
          await keepApart(mark, paths);
        }
        const [{ countIssues, deliveries, validate }, { openReturn }, print] = await Promise.all([
          import("@prestatieafspraken/quarterly"),
          import("../open-return.js"),
          import("../print/issues.js"),
        ]);
        const all: Checked[] = [];
        const unread: Unread[] = [];
        for (const path of paths) {
          const done = progress(terminal, { nl: `${path} lezen en controleren`, en: `reading and checking ${path}` });
          try {
            const opened = await openReturn(path, { ...options, mayBeEmpty: true, mayBeUnknown: true }, terminal);
            const about = options.quarter ?? opened.return.settings.quarter;
            const issues = validate(opened.return, { quarter: options.quarter ?? null, party: opened.party });
            all.push({
              path,
              name: opened.name,
              return: opened.return,
              quarter: about,
              party: opened.party ?? null,
              delivered: about === null ? [] : deliveries(opened.return, about, opened.party ?? null),
              issues,
            });
            if (mark !== undefined) {
              await opened.workbook.mark(issues.flatMap((issue) => asMark(issue, setup)));
              const what = { nl: "Gemarkeerde kopie", en: "Marked copy" };
              await writeAndSay(mark, await bytesFor(mark, opened.workbook), setup, { what, there: true });
              if (opened.workbook.book.structureLocked)
                say(
                  `${t({ nl: "De opbouw van de werkmap is beveiligd: de cellen zijn gemarkeerd, maar er kon geen blad met de lijst bij.", en: "The structure of the workbook is protected: the cells are marked, but no sheet with the list could be added." })}\n`,
                  true,
                );
            }
          } catch (problem) {
            if (paths.length === 1) throw problem;
            const sentence = t(sentenceOf(problem));
            unread.push({ path, sentence });
            terminal.err(`${path === "-" || sentence.includes(path) ? "" : `${path}: `}${sentence}\n`);
          } finally {
            done();
          }
        }
        // With "-", standard output is the marked workbook itself.
        if (mark !== "-") {
          if (format === "text") terminal.out(all.map((one) => print.printIssues(one, setup)).join("\n"));
          else if (format === "json") {
            const shapes = all.map((one) => print.issuesJson(one, setup));
            terminal.out(json(given.length === 1 && given[0] === paths[0] ? shapes[0] : shapes));
          } else {
            const { junit, sarif } = await import("../print/ci.js");
            terminal.out(
              format === "sarif" ? json(sarif(all, unread, setup)) : junit(all, unread, options.failOn, setup),
            );
          }
        }
        if (unread.length > 0) return exit.unusable;
        const failed = all.some(({ issues }) => {
          const { error, warning } = countIssues(issues);
          return error > 0 || (options.failOn === "warning" && warning > 0);
        });
        return failed ? exit.errors : exit.clean;
      }),
    );
}
