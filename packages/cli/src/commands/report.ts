import { Option } from "commander";
import { type Report, report, toJson, validate } from "@prestatieafspraken/quarterly";
import { keepApart, writeWhole } from "../files.js";
import type { Setup } from "../setup.js";
import { openReturn } from "../open-return.js";
import { partyOption, quarterOption } from "../options.js";
import { exit } from "../refusal.js";
import { progress } from "../terminal.js";
import { versions } from "../version.js";

const formats = ["text", "json", "html", "csv", "md"] as const;
type Format = (typeof formats)[number];

/** `pa report in.xlsx`: where every norm stands. */
export function addReport(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("report")
    .description(t({ nl: "bereken en beoordeel alle indicatoren", en: "compute and judge all indicators" }))
    .argument("<in.xlsx>", t({ nl: "de werkmap met de opgave", en: "the workbook with the return" }))
    .addOption(quarterOption(t))
    .addOption(partyOption(t))
    .addOption(
      new Option("--format <vorm>", t({ nl: "vorm van het rapport", en: "form of the report" }))
        .choices(formats)
        .default("text"),
    )
    .option("--json", t({ nl: "hetzelfde als --format json", en: "the same as --format json" }))
    .option("-o, --output <bestand>", t({ nl: "schrijf naar dit bestand", en: "write to this file" }))
    .action(
      setup.does(
        async (
          path: string,
          options: { quarter?: string; party?: string; format: Format; json?: boolean; output?: string },
        ) => {
          const done = progress(terminal, { nl: `${path} lezen en berekenen`, en: `reading and computing ${path}` });
          if (options.output) await keepApart(options.output, [path]);
          const opened = await openReturn(path, options);
          const narrowed = {
            ...(options.quarter && { quarter: options.quarter }),
            ...(opened.party && { party: opened.party }),
          };
          const made: Report = await report(opened.return, { ...narrowed, versions });
          const language = terminal.language;
          const format = options.json ? "json" : options.format;
          const write: Record<Format, () => Promise<string>> = {
            text: async () => (await import("../print/text.js")).printText(made, language, terminal.columns),
            json: () => Promise.resolve(`${JSON.stringify(toJson(made, language), null, 2)}\n`),
            html: async () =>
              (await import("../print/html.js")).printHtml(made, validate(opened.return, narrowed), language),
            csv: async () => (await import("../print/csv.js")).printCsv(made, language),
            md: async () => (await import("../print/markdown.js")).printMarkdown(made, language),
          };
          const text = await write[format]();
          done();
          if (options.output) {
            await writeWhole(options.output, text);
            terminal.out(`${t({ nl: "Rapport geschreven", en: "Report written" })}: ${options.output}\n`);
          } else terminal.out(text);
          return exit.clean;
        },
      ),
    );
}
