import { basename } from "node:path";
import { agreements } from "@prestatieafspraken/agreements";
import { conflictSentence, planMerge, read } from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { keepApart, keptAside, writeWorkbook } from "../files.js";
import type { Setup } from "../setup.js";
import { openReturn } from "../open-return.js";
import { exit } from "../refusal.js";
import { progress } from "../terminal.js";

/** `pa merge a.xlsx b.xlsx -o monitor.xlsx`: the first workbook, with the rows of the others added. Exit 1 when they contradict each other. */
export function addMerge(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("merge")
    .description(
      t({
        nl: "voeg opgaven van partijen samen; tegenspraken worden gemeld, niets wordt overschreven",
        en: "merge returns of parties; contradictions are reported, nothing is overwritten",
      }),
    )
    .argument("<in.xlsx...>", t({ nl: "de opgaven; de eerste is de basis", en: "the returns; the first is the base" }))
    .requiredOption("-o, --output <monitor.xlsx>", t({ nl: "de samengevoegde werkmap", en: "the merged workbook" }))
    .action(
      setup.does(async (paths: string[], options: { output: string }) => {
        const done = progress(terminal, { nl: "opgaven samenvoegen", en: "merging returns" });
        const [first = "", ...others] = paths;
        // The base may grow; the returns of others stay as they were sent.
        await keepApart(
          options.output,
          others.filter((other) => other !== first),
        );
        const base = await openReturn(first, {});
        let bytes = base.workbook.bytes();
        let contradictions = 0;
        for (const path of others) {
          const other = await openReturn(path, {});
          // Read anew: the rows of the file before have been added.
          const workbook = openXlsx(bytes);
          const plan = planMerge(await read(workbook, { agreements }), other.return);
          for (const { table, rows } of plan.append) await workbook.appendRows(table.raw, rows);
          for (const table of plan.newTables) await workbook.addSheet(table.sheet, [table.headers, ...table.rows]);
          bytes = workbook.bytes();
          contradictions += plan.conflicts.length;

          terminal.out(
            `${basename(path)}: ${t({ nl: `${plan.added} rijen toegevoegd, ${plan.alreadyThere} stonden er al, ${plan.conflicts.length} tegenspraken`, en: `${plan.added} rows added, ${plan.alreadyThere} were there already, ${plan.conflicts.length} contradictions` })}\n`,
          );
          if (plan.added === 0 && plan.conflicts.length === 0) {
            terminal.out(
              `  ${t({ nl: "Alles uit deze opgave stond er al; er is niets veranderd.", en: "Everything in this return was there already; nothing has changed." })}\n`,
            );
          }
          for (const { table, header } of plan.leftOut) {
            terminal.err(
              `  ${t({ nl: `${table}: de kolom "${header}" staat niet in ${basename(first)} en is niet overgenomen. Voeg die kolom daar toe om hem mee te nemen.`, en: `${table}: the column "${header}" is not in ${basename(first)} and was not taken over. Add the column there to include it.` })}\n`,
            );
          }
          for (const conflict of plan.conflicts)
            terminal.err(`  ${t(conflictSentence(conflict, { kept: basename(first), other: basename(path) }))}\n`);
        }
        done();
        const kept = await writeWorkbook(options.output, bytes);
        terminal.out(`${t({ nl: "Samengevoegd in", en: "Merged into" })}: ${options.output}\n`);
        if (kept !== null) terminal.out(`${t(keptAside)}: ${kept}\n`);
        return contradictions > 0 ? exit.errors : exit.clean;
      }),
    );
}
