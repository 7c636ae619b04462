import { agreements } from "@prestatieafspraken/agreements";
import type { Setup } from "../setup.js";
import { openReturn } from "../open-return.js";
import { exit } from "../refusal.js";
import { progress } from "../terminal.js";

/** `pa eval '=PA.SOCIALSHARE(55;660)' [in.xlsx]`: any formula, as a cell would answer it. */
export function addEval(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("eval")
    .description(
      t({ nl: "reken een formule uit, zoals een cel dat zou doen", en: "evaluate a formula, as a cell would" }),
    )
    .argument(
      "<formule>",
      t({
        nl: "bijvoorbeeld '=PA.SOCIALSHARE(55;660)', ook met komma's",
        en: "for example '=PA.SOCIALSHARE(55,660)', also with semicolons",
      }),
    )
    .argument(
      "[in.xlsx]",
      t({
        nl: "de werkmap waaruit functies zonder gegevens antwoorden",
        en: "the workbook that functions without data answer from",
      }),
    )
    .option("--json", t({ nl: "uitvoer als JSON", en: "output as JSON" }))
    .action(
      setup.does(async (formula: string, path: string | undefined, options: { json?: boolean }) => {
        const done = progress(terminal, { nl: "uitrekenen", en: "evaluating" });
        const { evaluateFormula } = await import("@prestatieafspraken/spreadsheet");
        const opened = path === undefined ? null : await openReturn(path, {});
        const answer = await evaluateFormula(formula, {
          language: terminal.language,
          day: opened?.return.settings.day ?? terminal.today,
          agreements,
          ...(opened && { workbook: opened.workbook, return: opened.return }),
        });
        done();
        if (options.json) {
          terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
          return exit.clean;
        }
        if (answer.error) {
          terminal.err(`${answer.error.code}: ${answer.error.message}\n`);
          return exit.errors;
        }
        if (answer.rows && answer.rows.length > 1)
          terminal.out(`${answer.rows.map((row) => row.join("\t")).join("\n")}\n`);
        else terminal.out(`${answer.display}${answer.explanation ? `\n${answer.explanation}` : ""}\n`);
        return exit.clean;
      }),
    );
}
