import { Argument, Option } from "commander";
import type { Setup } from "../setup.js";
import { exit, Refusal } from "../refusal.js";
import { json } from "../visible.js";

/** The period of an amount: rents are per month, incomes per year. */
const every = { month: { nl: "per maand", en: "a month" }, year: { nl: "per jaar", en: "a year" } };

/** `pa limits [year]`: the legal limits with their source; refuses an unknown year. */
export function addLimits(setup: Setup): void {
  const { program, terminal, t } = setup;
  const year = new Argument("[jaar]", t({ nl: "een kalenderjaar", en: "a calendar year" })).argParser((typed) => {
    if (!/^\d{4}$/.test(typed))
      throw new Refusal({
        nl: `'${typed}' is geen jaartal. Schrijf bijvoorbeeld 2026.`,
        en: `'${typed}' is not a year. Write for example 2026.`,
      });
    return Number(typed);
  });
  program
    .command("limits")
    .description(
      t({
        nl: "de wettelijke huur- en inkomensgrenzen per jaar, met bron",
        en: "the legal rent and income limits by year, with source",
      }),
    )
    .addArgument(year)
    .addOption(new Option("--json", t({ nl: "uitvoer als JSON", en: "output as JSON" })))
    .action(
      setup.does(async (wanted: number | undefined, options: { json?: boolean }) => {
        const [{ limits }, { display, Fraction }, { markdownTable }] = await Promise.all([
          import("@prestatieafspraken/agreements"),
          import("@prestatieafspraken/indicators"),
          import("markdown-table"),
        ]);
        const rows = limits.flatMap((series) =>
          series.values
            .filter((value) => wanted === undefined || value.year === wanted)
            .map((value) => ({ series, value })),
        );
        if (rows.length === 0) {
          const known = limits.flatMap((series) => series.values.map((value) => value.year));
          throw new Refusal({
            nl: `Er is geen grens bekend voor ${wanted ?? "?"}. Bekend zijn ${Math.min(...known)} t/m ${Math.max(...known)}; nieuwe grenzen komen in november in de Staatscourant.`,
            en: `No limit is known for ${wanted ?? "?"}. Known are ${Math.min(...known)} to ${Math.max(...known)}; new limits appear in the Staatscourant in November.`,
          });
        }
        if (options.json) {
          terminal.out(
            json(
              rows.map(({ series, value }) => ({
                limit: series.id,
                year: value.year,
                value: Number(value.value),
                exact: new Fraction(value.value).toFraction(),
                unit: series.unit,
                source: value.source,
              })),
            ),
          );
        } else {
          const table = rows.map(({ series, value }) => [
            String(value.year),
            t(series.label),
            `${t(display(new Fraction(value.value), series.unit))} ${t(every[series.unit === "EUR/month" ? "month" : "year"])}`,
            [value.source.title, value.source.article].filter(Boolean).join(", "),
          ]);
          terminal.out(
            `${markdownTable([[t({ nl: "Jaar", en: "Year" }), t({ nl: "Grens", en: "Limit" }), t({ nl: "Bedrag", en: "Amount" }), t({ nl: "Bron", en: "Source" })], ...table], { align: ["l", "l", "r", "l"] })}\n`,
          );
        }
        for (const series of limits) {
          for (const { year: unverified, note } of series.unverified ?? [])
            if (wanted === undefined || unverified === wanted)
              terminal.err(`${t(series.label)} ${unverified}: ${t(note)}\n`);
        }
        return exit.clean;
      }),
    );
}
