import { agreementOption } from "../agreement-file.js";
import { extname } from "node:path";
import { Option } from "commander";
import type { Agreement } from "@prestatieafspraken/indicators";
import type { Report } from "@prestatieafspraken/quarterly";
import { choice } from "../command-line.js";
import { outputOption, partyOption, quarterOption, returnArgument, tableOption, formatSaid } from "../options.js";
import { keepApart, type Content, writeAndSay, writeOutput } from "../output.js";
import { exit, Refusal } from "../refusal.js";
import type { Setup } from "../setup.js";
import { progress } from "../terminal.js";
import { versions } from "../version.js";
import { jsonBytes, visible, withSchema } from "../visible.js";

/** Report formats, with their file extensions. */
const formats = {
  text: [".txt", ".text"],
  json: [".json"],
  html: [".html", ".htm"],
  docx: [".docx"],
  csv: [".csv"],
  md: [".md", ".markdown"],
} as const;
type Format = keyof typeof formats;
const names = Object.keys(formats) as Format[];
const endings = names.flatMap((name) => formats[name]);

interface Options {
  readonly quarter?: string;
  readonly agreement?: string;
  readonly party?: string;
  readonly table?: string;
  readonly format?: Format;
  readonly json?: boolean;
  readonly output?: string;
  readonly full?: boolean;
  readonly yearly?: boolean;
}

/** The requested format, or the one of the file's extension; refuses a contradiction. */
function formatMeant({ format, json: asJson, output }: Options): Format {
  const said = formatSaid(asJson, format);
  const ending = output === undefined || output === "-" ? "" : extname(output).toLowerCase();
  if (ending === "") return said ?? "text";
  const ofEnding = names.find((name) => (formats[name] as readonly string[]).includes(ending));
  if (said !== undefined && (ofEnding === undefined || ofEnding === said)) return said;
  if (said !== undefined) {
    throw new Refusal({
      nl: `${output!} eindigt op ${ending}, en --format zegt ${said}. Verander een van de twee.`,
      en: `${output!} ends in ${ending}, and --format says ${said}. Change one of them.`,
    });
  }
  if (ofEnding !== undefined) return ofEnding;
  throw new Refusal({
    nl: `Een rapport in een bestand dat eindigt op ${ending} kent pa niet. Het kan met: ${endings.join(", ")}; of geef --format.`,
    en: `pa knows no report in a file that ends in ${ending}. Possible are: ${endings.join(", ")}; or give --format.`,
  });
}

/** Refuses to print Word's bytes to a terminal; -o names a file, or "-" for standard output. */
function refuseWithoutFile(format: Format, output: string | undefined): void {
  if (format !== "docx" || output !== undefined) return;
  throw new Refusal({
    nl: "Een Word-document komt in een bestand. Geef met -o een naam, bijvoorbeeld -o rapport.docx.",
    en: "A Word document goes into a file. Give a name with -o, for example -o report.docx.",
  });
}

/** The name of the party whose yearly form is requested. */
function partyOfForm(agreement: Agreement, party: string | null): string {
  const found = agreement.parties.find(({ id }) => id === party);
  if (found !== undefined) return found.name;
  throw new Refusal({
    nl: `Van wie is het jaarformulier? Geef met --party een partij: ${agreement.parties.map(({ name }) => name).join(", ")}.`,
    en: `Whose yearly form is it? Give a party with --party: ${agreement.parties.map(({ name }) => name).join(", ")}.`,
  });
}

/** `pa report in.xlsx`: the state of every norm. */
export function addReport(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("report")
    .description(t({ nl: "bereken en beoordeel alle indicatoren", en: "compute and judge all indicators" }))
    .addArgument(returnArgument(t))
    .addOption(quarterOption(t))
    .addOption(partyOption(t))
    .addOption(agreementOption(t))
    .addOption(tableOption(t))
    .addOption(
      choice(
        "--format <vorm>",
        t({
          nl: "vorm van het rapport; anders die van de naam achter -o",
          en: "form of the report; otherwise that of the name after -o",
        }),
        names,
      ),
    )
    .addOption(new Option("--json", t({ nl: "hetzelfde als --format json", en: "the same as --format json" })))
    .addOption(
      new Option(
        "--full",
        t({
          nl: "met de bijlage: elk cijfer, elke afspraak, de agenda (html en docx)",
          en: "with the annex: every figure, every commitment, the calendar (html and docx)",
        }),
      ),
    )
    .addOption(
      new Option(
        "--yearly",
        t({
          nl: "het jaarformulier van één partij voor haar volkshuisvestingsverslag (docx, met --party)",
          en: "the yearly form of one party for its housing report (docx, with --party)",
        }),
      ),
    )
    .addOption(outputOption(t))
    .action(
      setup.does(async (path: string, options: Options) => {
        const format = options.yearly ? "docx" : formatMeant(options);
        refuseWithoutFile(format, options.output);
        const { language } = terminal;
        const done = progress(terminal, { nl: `${path} lezen en berekenen`, en: `reading and computing ${path}` });
        if (options.output !== undefined) await keepApart(options.output, [path]);
        const [{ publishedIssues, report, toJson, validate }, { openReturn }] = await Promise.all([
          import("@prestatieafspraken/quarterly"),
          import("../open-return.js"),
        ]);
        // Keeps only what the report needs, so that the bytes of a national file are freed.
        const { return: ret, party } = await openReturn(path, options, terminal);
        const narrowed = { quarter: options.quarter ?? null, party };
        const made: Report = await report(ret, { ...narrowed, versions, publication: true });
        const full = options.full === true;
        const print = () => import("@prestatieafspraken/print");
        // Control characters are made visible in files too, because someone will show them in a terminal.
        const write: Record<Format, () => Promise<Content>> = {
          text: async () => visible((await import("../print/text.js")).printText(made, language, terminal.columns)),
          json: () => Promise.resolve(jsonBytes(withSchema("report", toJson(made, language)))),
          html: async () =>
            visible(
              (await print()).printHtml({
                report: made,
                issues: publishedIssues(validate(ret, narrowed)),
                language,
                full,
                frozen: null,
              }),
            ),
          docx: async () => {
            const { printWord, printYearly } = await print();
            if (options.yearly)
              return printYearly({ report: made, party: partyOfForm(ret.agreement, party), language });
            const { rasterize } = await import("../rasterize.js");
            return printWord({ report: made, language, full, rasterize });
          },
          csv: async () => visible((await print()).printCsv(made, language)),
          md: async () => visible((await print()).printMarkdown(made, language)),
        };
        const text = await write[format]();
        done();
        const what = { nl: "Rapport geschreven", en: "Report written" };
        if (options.output === undefined) await writeOutput("-", text, terminal);
        else await writeAndSay(options.output, text, setup, { what });
        return exit.clean;
      }),
    );
}
