import { Option } from "commander";
import { agreementOption } from "../agreement-file.js";
import { choice } from "../command-line.js";
import { inNewFolder, writeScripts, writeTables, type Columns, type ExportFormat } from "../export-folder.js";
import { filesMeant } from "../input.js";
import { quarterOption, returnsArgument } from "../options.js";
import { exit, Refusal } from "../refusal.js";
import type { Setup } from "../setup.js";
import { progress } from "../terminal.js";

interface Options {
  readonly output: string;
  readonly format: ExportFormat;
  readonly quarter?: string;
  readonly agreement?: string;
}

/** `pa export in... -o folder`: the tables of returns, read and cleaned, for a database. */
export function addExport(setup: Setup): void {
  const { program, terminal, t, say } = setup;
  program
    .command("export")
    .description(
      t({
        nl: "schrijf de tabellen van opgaven voor een database, gelezen en opgeschoond",
        en: "write the tables of returns for a database, read and cleaned",
      }),
    )
    .addArgument(returnsArgument(t))
    .addOption(quarterOption(t))
    .addOption(agreementOption(t))
    .addOption(
      choice("--format <vorm>", t({ nl: "vorm van de bestanden", en: "form of the files" }), [
        "csv",
        "parquet",
      ]).default("csv"),
    )
    .addOption(
      new Option(
        "-o, --output <map>",
        t({ nl: "de nieuwe map waarin ze komen", en: "the new folder they go into" }),
      ).makeOptionMandatory(),
    )
    .action(
      setup.does(async (given: string[], { output, format, ...asked }: Options) => {
        const [{ exportedTables }, { limits }, { openReturn }] = await Promise.all([
          import("@prestatieafspraken/quarterly"),
          import("@prestatieafspraken/agreements"),
          import("../open-return.js"),
        ]);
        const files = await filesMeant(given);
        const done = progress(terminal, { nl: "opgaven schrijven", en: "writing returns" });
        const from = new Map<string, string>();
        await inNewFolder(output, async (folder) => {
          const columns: Columns = new Map();
          // Handles one return at a time, so that memory use depends on the largest one only.
          for (const file of files) {
            const { name, return: ret } = await openReturn(file, asked, terminal);
            const { id } = ret.original;
            const before = from.get(id);
            if (before !== undefined)
              throw new Refusal({
                nl: `${before} en ${name} gaan allebei over ${id}. Breng ze eerst samen: pa merge.`,
                en: `${before} and ${name} are both about ${id}. Bring them together first: pa merge.`,
              });
            from.set(id, name);
            await writeTables(folder, id, exportedTables(ret, limits), format, columns);
          }
          await writeScripts(folder, columns, format);
        });
        done();
        say(`${t({ nl: "Geschreven", en: "Written" })}: ${output} (${from.size})\n`, false);
        return exit.clean;
      }),
    );
}
