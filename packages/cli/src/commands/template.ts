import { agreementOption, agreementsFor } from "../agreement-file.js";
import { bytesFor, writeAndSay } from "../output.js";
import type { Setup } from "../setup.js";
import { exit } from "../refusal.js";
import { progress } from "../terminal.js";

/** `pa template out.xlsx`: an empty return, or with `--sample` a filled one. */
export function addTemplate(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("template")
    .description(t({ nl: "maak een werkmap voor de kwartaalopgave", en: "make a workbook for the quarterly return" }))
    .argument("<out.xlsx>", t({ nl: "de werkmap die gemaakt wordt", en: "the workbook to make" }))
    .addOption(agreementOption(t))
    .option(
      "--sample",
      t({
        nl: "gevuld met voorbeeldcijfers (fictief), met fouten die mensen maken",
        en: "filled with sample figures (fictitious), with mistakes people make",
      }),
    )
    .option("--clean", t({ nl: "bij --sample: zonder die fouten", en: "with --sample: without those mistakes" }))
    .option(
      "--selfcheck",
      t({
        nl: "met een blad dat elke functie in Excel nagaat",
        en: "with a sheet that checks every function in Excel",
      }),
    )
    .action(
      setup.does(
        async (
          path: string,
          options: { agreement?: string; sample?: boolean; clean?: boolean; selfcheck?: boolean },
        ) => {
          const [chosen] = await agreementsFor(options.agreement, terminal);
          const done = progress(terminal, { nl: "werkmap maken", en: "making the workbook" });
          // Loaded on demand, because it loads the calculation engine.
          const { makeWorkbook } = await import("../make-workbook.js");
          const workbook = await makeWorkbook({
            agreement: chosen!,
            language: terminal.language,
            sample: options.sample ? (options.clean ? "clean" : "with-errors") : "none",
            selfcheck: options.selfcheck ?? false,
            day: terminal.today,
          });
          done();
          await writeAndSay(path, await bytesFor(path, workbook), setup, {
            what: { nl: "Werkmap geschreven", en: "Workbook written" },
          });
          return exit.clean;
        },
      ),
    );
}
