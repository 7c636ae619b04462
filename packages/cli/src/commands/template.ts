import { Option } from "commander";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { writeWhole } from "../files.js";
import type { Setup } from "../main.js";
import { exit, Refusal } from "../refusal.js";
import { makeWorkbook } from "../make-workbook.js";
import { progress } from "../terminal.js";

/** `pa template out.xlsx`: an empty return, or with `--sample` a filled one. */
export function addTemplate(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("template")
    .description(t({ nl: "maak een werkmap voor de kwartaalopgave", en: "make a workbook for the quarterly return" }))
    .argument("<out.xlsx>", t({ nl: "de werkmap die gemaakt wordt", en: "the workbook to make" }))
    .option("--agreement <id>", t({ nl: "voor deze afspraken", en: "for this agreement" }), "oegstgeest-2025-2028")
    .addOption(
      new Option(
        "--sample [soort]",
        t({
          nl: "gevuld met voorbeeldcijfers (fictief): met fouten, of clean zonder",
          en: "filled with sample figures (fictitious): with errors, or clean without",
        }),
      )
        .choices(["errors", "clean"])
        .preset("errors"),
    )
    .option(
      "--selfcheck",
      t({
        nl: "met een blad dat elke functie in Excel nagaat",
        en: "with a sheet that checks every function in Excel",
      }),
    )
    .action(
      setup.does(
        async (path: string, options: { agreement: string; sample?: "errors" | "clean"; selfcheck?: boolean }) => {
          const chosen = agreement(options.agreement);
          if (!chosen) {
            const known = agreements.map(({ id }) => id).join(", ");
            throw new Refusal({
              nl: `Onbekende afspraken '${options.agreement}'. Ingebouwd zijn: ${known}.`,
              en: `Unknown agreement '${options.agreement}'. Built in are: ${known}.`,
            });
          }
          const done = progress(terminal, { nl: "werkmap maken", en: "making the workbook" });
          const bytes = await makeWorkbook({
            agreement: chosen,
            language: terminal.language,
            sample: options.sample === "errors" ? "with-errors" : (options.sample ?? "none"),
            selfcheck: options.selfcheck ?? false,
            day: terminal.today,
          });
          done();
          await writeWhole(path, bytes);
          terminal.out(`${t({ nl: "Werkmap geschreven", en: "Workbook written" })}: ${path}\n`);
          return exit.clean;
        },
      ),
    );
}
