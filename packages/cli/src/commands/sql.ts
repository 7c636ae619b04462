import { agreementNamed, agreementOption } from "../agreement-file.js";
import { choice, meant } from "../command-line.js";
import { outputOption, partyOption } from "../options.js";
import { writeAndSay, writeOutput } from "../output.js";
import { exit, Refusal } from "../refusal.js";
import type { Setup } from "../setup.js";
import { Option } from "commander";
import type { Agreement } from "@prestatieafspraken/indicators";
import type { DialectName } from "@prestatieafspraken/quarterly";

const engines = ["duckdb", "postgres", "spark"] as const satisfies readonly DialectName[];

interface Options {
  readonly dialect: DialectName;
  readonly quarter?: string;
  readonly party?: string;
  readonly agreement?: string;
  readonly output?: string;
}

/** `pa sql URGENTSHARE`: an indicator as SQL queries on the tables that `pa export` writes. */
export function addSql(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("sql")
    .description(
      t({
        nl: "de vragen van een indicator als SQL, over de tabellen van pa export",
        en: "the questions of an indicator as SQL, over the tables of pa export",
      }),
    )
    .argument("<indicator>", t({ nl: "de indicator, zoals URGENTSHARE", en: "the indicator, such as URGENTSHARE" }))
    .addOption(
      choice("--dialect <taal>", t({ nl: "voor welke database", en: "for which database" }), engines).default("duckdb"),
    )
    .addOption(
      new Option(
        "--quarter <kwartaal>",
        t({
          nl: "het kwartaal, zoals 2026-Q3; anders het laatste dat voorbij is",
          en: "the quarter, such as 2026-Q3; otherwise the last one that is over",
        }),
      ),
    )
    .addOption(partyOption(t))
    .addOption(agreementOption(t))
    .addOption(outputOption(t))
    .action(
      setup.does(async (typed: string, options: Options) => {
        const [
          { indicatorSql, partyAsked, quarterTyped },
          { agreements, limits },
          { agreementQuarters, countingOf, indicators, lastFinishedQuarter },
        ] = await Promise.all([
          import("@prestatieafspraken/quarterly"),
          import("@prestatieafspraken/agreements"),
          import("@prestatieafspraken/indicators"),
        ]);
        const agreement: Agreement =
          options.agreement === undefined ? agreements[0]! : await agreementNamed(options.agreement, terminal);
        const id = typed.trim().toUpperCase().replace(/^PA\./, "");
        const counted = [
          ...indicators.flatMap((one) => (Object.keys(countingOf(one.id)?.asks ?? {}).length > 0 ? [one.id] : [])),
          ...agreement.indicators.map((own) => own.id),
        ];
        if (!counted.includes(id)) {
          const near = meant(id, counted);
          throw new Refusal({
            nl: `'${typed}' is geen indicator die in tabellen telt.${near.nl} Kies uit: ${counted.join(", ")}.`,
            en: `'${typed}' is not an indicator that counts in tables.${near.en} Choose from: ${counted.join(", ")}.`,
          });
        }
        const quarter =
          options.quarter === undefined
            ? lastFinishedQuarter(agreementQuarters(agreement), terminal.today)
            : quarterTyped(options.quarter);
        const party = partyAsked({ agreement, tables: new Map() }, options.party);
        const { language } = terminal;
        const sql = indicatorSql(id, { agreement, quarter, party, limits, dialect: options.dialect, language });
        if (options.output === undefined) await writeOutput("-", sql, terminal);
        else await writeAndSay(options.output, sql, setup);
        return exit.clean;
      }),
    );
}
