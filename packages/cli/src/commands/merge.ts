import { filesMeant } from "../input.js";
import { outputOption, returnsArgument, tableOption } from "../options.js";
import { bytesFor, isOnOutput, keepApart, writeAndSay } from "../output.js";
import { exit } from "../refusal.js";
import type { Setup } from "../setup.js";
import { progress } from "../terminal.js";

/**
 * `pa merge a.xlsx b.xlsx -o samengevoegd.xlsx`: the first workbook with the rows of the others added. Exit code 1 if they
 * contradict each other.
 */
export function addMerge(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("merge")
    .description(
      t({
        nl: "voeg opgaven van partijen samen, de eerste als basis; tegenspraken worden gemeld, niets wordt overschreven",
        en: "merge returns of parties, the first as base; contradictions are reported, nothing is overwritten",
      }),
    )
    .addArgument(returnsArgument(t))
    .addOption(tableOption(t))
    .addOption(outputOption(t).makeOptionMandatory())
    .action(
      setup.does(async (given: string[], { output, table }: { output: string; table?: string }) => {
        const paths = await filesMeant(given);
        const done = progress(terminal, { nl: "opgaven samenvoegen", en: "merging returns" });
        const [first = "", ...others] = paths;
        // Only the first workbook may be overwritten; the other returns stay unchanged.
        await keepApart(
          output,
          others.filter((other) => other !== first),
        );
        const there = await isOnOutput(output);
        const { collectReturns } = await import("../collect-returns.js");
        const { base, workbook, contradictions } = await collectReturns(
          paths,
          { there, output, ...(table !== undefined && { table }) },
          setup,
        );
        done();
        const { kept, changedSince } = await writeAndSay(output, await bytesFor(output, workbook), setup, {
          what: { nl: "Samengevoegd in", en: "Merged into" },
          read: base.path === output ? base : undefined,
        });
        if (changedSince) {
          terminal.err(
            `${t({
              nl: `${output} is veranderd nadat pa hem las. Wat er in de tussentijd bij kwam, staat alleen in ${kept ?? output}.`,
              en: `${output} was changed after pa read it. What was added in the meantime is only in ${kept ?? output}.`,
            })}\n`,
          );
        }
        return contradictions > 0 ? exit.errors : exit.clean;
      }),
    );
}
