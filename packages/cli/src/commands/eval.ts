import { Option } from "commander";
import type { FormulaAnswer } from "@prestatieafspraken/functions";
import type { Agreement } from "@prestatieafspraken/indicators";
import { agreementOption, agreementsFor } from "../agreement-file.js";
import { exit } from "../refusal.js";
import type { Setup } from "../setup.js";
import { progress } from "../terminal.js";
import { json, withSchema } from "../visible.js";

/**
 * `pa eval '=PA.SOCIALSHARE(55;660)' [in.xlsx]`: evaluates any formula as a cell would. Exit code 1 on an error, also
 * with --json.
 */
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
    .addOption(agreementOption(t))
    .addOption(new Option("--json", t({ nl: "uitvoer als JSON", en: "output as JSON" })))
    .action(
      setup.does(async (typed: string, path: string | undefined, options: { json?: boolean; agreement?: string }) => {
        // The command prompt of Windows passes single quotes on; no formula begins with one.
        const formula = /^'(.*)'$/s.exec(typed)?.[1] ?? typed;
        const done = progress(terminal, { nl: "uitrekenen", en: "evaluating" });
        const [{ answerPlainCall }, agreements] = await Promise.all([
          import("@prestatieafspraken/functions"),
          agreementsFor(options.agreement, terminal),
        ]);
        const [agreement] = agreements;
        const context = {
          language: terminal.language,
          live: null,
          day: terminal.today,
          ...(agreement && { agreement }),
        };
        // The calculation engine is loaded only if the formula needs it.
        const plain = path === undefined ? answerPlainCall(formula, context) : null;
        const answer = plain ?? (await evaluated(formula, path, options, agreements, setup));
        done();
        const { error, rows, display, explanation } = answer;
        if (options.json) terminal.out(json(withSchema("eval", answer)));
        else if (error) terminal.err(`${error.code}: ${error.message}\n`);
        else if (rows && rows.length > 1) terminal.out(`${rows.map((row) => row.join("\t")).join("\n")}\n`);
        else terminal.out(`${display}${explanation ? `\n${explanation}` : ""}\n`);
        return error ? exit.errors : exit.clean;
      }),
    );
}

/** Evaluates the formula with the calculation engine, in the workbook if there is one. */
async function evaluated(
  formula: string,
  path: string | undefined,
  options: { agreement?: string },
  agreements: readonly Agreement[],
  { terminal }: Setup,
): Promise<FormulaAnswer> {
  const [{ evaluateFormula }, { openReturn }] = await Promise.all([
    import("@prestatieafspraken/spreadsheet"),
    import("../open-return.js"),
  ]);
  const opened = path === undefined ? null : await openReturn(path, options, terminal);
  return evaluateFormula(formula, {
    language: terminal.language,
    day: opened?.return.settings.day ?? terminal.today,
    agreements,
    ...(opened && { workbook: opened.workbook, return: opened.return }),
  });
}
