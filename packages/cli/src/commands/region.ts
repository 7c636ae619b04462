import { agreementOption } from "../agreement-file.js";
import { filesMeant } from "../input.js";
import { outputOption, quarterOption, returnsArgument } from "../options.js";
import { keepApart, writeAndSay } from "../output.js";
import { exit } from "../refusal.js";
import type { Setup } from "../setup.js";
import { progress } from "../terminal.js";
import { versions } from "../version.js";

/** `pa region folder -o regio.xlsx`: the reports of several municipalities side by side. */
export function addRegion(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("region")
    .description(
      t({
        nl: "zet de rapporten van gemeenten naast elkaar; telt alleen op wat iedereen hetzelfde telt",
        en: "put the reports of municipalities side by side; adds only what all count the same way",
      }),
    )
    .addArgument(returnsArgument(t))
    .addOption(quarterOption(t))
    .addOption(agreementOption(t))
    .addOption(outputOption(t).makeOptionMandatory())
    .action(
      setup.does(async (given: string[], options: { output: string; quarter?: string; agreement?: string }) => {
        const files = await filesMeant(given);
        await keepApart(options.output, files);
        const done = progress(terminal, { nl: "opgaven lezen", en: "reading returns" });
        const [{ sideBySide }, { makeRegionWorkbook }, { openReturn }] = await Promise.all([
          import("@prestatieafspraken/quarterly"),
          import("@prestatieafspraken/xlsx"),
          import("../open-return.js"),
        ]);
        async function* returns() {
          for (const file of files) {
            const { name, return: ret } = await openReturn(file, options, terminal);
            yield { name, ret };
          }
        }
        const { region, municipalities } = await sideBySide(returns(), { quarter: options.quarter ?? null, versions });
        const bytes = await makeRegionWorkbook(region, municipalities, {
          language: terminal.language,
          day: terminal.today,
        });
        done();
        await writeAndSay(options.output, bytes, setup, { more: ` (${municipalities.length})` });
        return exit.clean;
      }),
    );
}
