import { basename } from "node:path";
import { agreements } from "@prestatieafspraken/agreements";
import { fill, type Text } from "@prestatieafspraken/indicators";
import {
  bringIn,
  changesNothing,
  contradictionSentence,
  decidedIn,
  planCollect,
  planSentence,
  read,
  receiptFor,
} from "@prestatieafspraken/quarterly";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { keepApart, keptAside, writeWorkbook } from "../files.js";
import type { Setup } from "../setup.js";
import { openReturn } from "../open-return.js";
import { exit } from "../refusal.js";
import { progress } from "../terminal.js";

const takenOver = (quarter: string, file: string): Text =>
  fill(
    {
      nl: "De eerste werkmap had over haar eigen kwartaal nog niets; het verslagkwartaal is nu {quarter}, zoals in {file}.",
      en: "The first workbook had nothing on its own quarter yet; the reporting quarter is now {quarter}, as in {file}.",
    },
    { quarter, file },
  );

const noColumn = (table: string, header: string, base: string): Text =>
  fill(
    {
      nl: "{table}: de kolom “{header}” staat niet in {base} en is niet overgenomen. Voeg die kolom daar toe om hem mee te nemen.",
      en: "{table}: the column “{header}” is not in {base} and was not taken over. Add the column there to include it.",
    },
    { table, header, base },
  );

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
          const file = basename(path);
          const other = await openReturn(path, {});
          // Read anew: the rows of the file before have been added.
          const workbook = openXlsx(bytes);
          const plan = planCollect(await read(workbook, { agreements }), other.return, await decidedIn(workbook));
          if (!changesNothing(plan)) {
            await bringIn(workbook, { plan, received: receiptFor(other.return, file, terminal.today) });
            bytes = workbook.bytes();
          }
          contradictions += plan.contradictions.length;

          terminal.out(`${file}: ${t(planSentence(plan))}\n`);
          if (plan.quarter !== null) terminal.out(`  ${t(takenOver(plan.quarter.to, file))}\n`);
          for (const { table, header } of plan.leftOut)
            terminal.err(`  ${t(noColumn(table, header, basename(first)))}\n`);
          for (const contradiction of plan.contradictions)
            terminal.err(`  ${t(contradictionSentence(contradiction, { here: basename(first), there: file }))}\n`);
        }
        done();
        const kept = await writeWorkbook(options.output, bytes);
        terminal.out(`${t({ nl: "Samengevoegd in", en: "Merged into" })}: ${options.output}\n`);
        if (kept !== null) terminal.out(`${t(keptAside)}: ${kept}\n`);
        return contradictions > 0 ? exit.errors : exit.clean;
      }),
    );
}
