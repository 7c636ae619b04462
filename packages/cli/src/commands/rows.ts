import { Option } from "commander";
import { partyOption, quarterOption, returnArgument, tableOption } from "../options.js";
import { exit } from "../refusal.js";
import type { Setup } from "../setup.js";
import { progress } from "../terminal.js";
import { json, visible } from "../visible.js";

interface Options {
  readonly quarter?: string;
  readonly party?: string;
  readonly table?: string;
  readonly json?: boolean;
}

/** A row given by any of its cells: "Voorraad!12" or "Voorraad!M12"; null if it is something else. */
const rowOf = (typed: string): { readonly sheet: string; readonly row: number } | null => {
  const [, sheet = "", row = ""] = /^'?([^'!]{1,31})'?!\$?[A-Za-z]{0,3}\$?(\d{1,7})$/.exec(typed.trim()) ?? [];
  return row === "" ? null : { sheet, row: Number(row) };
};

/**
 * `pa rows SOCIALSHARE in.xlsx`: the cells counted in a figure; `pa rows Voorraad!12 in.xlsx`: the figures that count a
 * row.
 */
export function addRows(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("rows")
    .description(t({ nl: "laat zien welke cellen in een cijfer tellen", en: "show which cells count in a figure" }))
    .argument(
      "<indicator>",
      t({
        nl: "de indicator, zoals SOCIALSHARE; of een rij, zoals Voorraad!12: in welke cijfers telt die?",
        en: "the indicator, such as SOCIALSHARE; or a row, such as Voorraad!12: in which figures does it count?",
      }),
    )
    .addArgument(returnArgument(t))
    .addOption(quarterOption(t))
    .addOption(partyOption(t))
    .addOption(tableOption(t))
    .addOption(new Option("--json", t({ nl: "uitvoer als JSON", en: "output as JSON" })))
    .action(
      setup.does(async (typed: string, path: string, options: Options) => {
        const done = progress(terminal, { nl: `${path} lezen`, en: `reading ${path}` });
        const [{ live, movedBy }, { openReturn }] = await Promise.all([
          import("@prestatieafspraken/quarterly"),
          import("../open-return.js"),
        ]);
        const opened = await openReturn(path, options, terminal);
        const quarter = options.quarter ?? null;
        const row = rowOf(typed);
        if (row) {
          const moved = movedBy(opened.return, row, { quarter });
          done();
          if (options.json) {
            terminal.out(json(moved.map(({ title, ...one }) => ({ ...one, title: t(title) }))));
            return exit.clean;
          }
          const lines = moved.map(({ indicator, title, partyName }) =>
            [`${indicator} · ${t(title)}`, ...(partyName === null ? [] : [partyName])].join(" · "),
          );
          const none = t({ nl: "Deze rij telt in geen cijfer mee.", en: "This row counts in no figure." });
          terminal.out(visible(`${(lines.length > 0 ? lines : [none]).join("\n")}\n`));
          return exit.clean;
        }
        const result = live(typed.trim().toUpperCase().replace(/^PA\./, ""), opened.return, {
          quarter,
          party: opened.party,
          language: terminal.language,
        });
        done();
        const made = result.madeOf();
        if (options.json) {
          const { indicator, value, exact, unit, verdict, explanation } = result;
          terminal.out(json({ indicator, value, exact, unit, verdict, explanation, madeOf: made }));
          return exit.clean;
        }
        const none = t({ nl: "geen", en: "none" });
        const line = (nl: string, en: string, values: readonly string[]): string =>
          `${t({ nl, en })}: ${values.length > 0 ? values.join(", ") : none}`;
        terminal.out(
          visible(
            [
              result.explanation,
              line("Cellen", "Cells", made.cells),
              line("Partijen", "Parties", made.parties),
              line("Kwartalen", "Quarters", made.quarters),
              "",
            ].join("\n"),
          ),
        );
        return exit.clean;
      }),
    );
}
