import { extname } from "node:path";
import { Option } from "commander";
import type { Agreement } from "@prestatieafspraken/indicators";
import { openAgreement } from "../agreement-file.js";
import { outputOption } from "../options.js";
import { keepApart, writeAndSay } from "../output.js";
import { exit, Refusal } from "../refusal.js";
import type { Setup } from "../setup.js";
import { json } from "../visible.js";

/** `pa agreement new|check|convert|list`: agreements as a workbook or as JSON. */
export function addAgreement(setup: Setup): void {
  const { program, terminal, t } = setup;
  const agreement = program
    .command("agreement")
    .description(t({ nl: "afspraken als werkmap of als gegevens", en: "agreements as a workbook or as data" }))
    .usage("[options] [command]")
    .action(() => {
      throw new Refusal({
        nl: "Wat wilt u met de afspraken? Kies new, check, convert of list.",
        en: "What about agreements? Choose new, check, convert or list.",
      });
    });
  const file = t({
    nl: "het bestand met de afspraken (.xlsx of .json); - is standaardinvoer",
    en: "the file with the agreement (.xlsx or .json); - is standard input",
  });

  agreement
    .command("new")
    .description(
      t({ nl: "maak een lege werkmap voor nieuwe afspraken", en: "make an empty workbook for a new agreement" }),
    )
    .argument("<out.xlsx>", t({ nl: "de werkmap die gemaakt wordt", en: "the workbook to make" }))
    .action(
      setup.does(async (path: string) => {
        await writeAndSay(path, await workbookOf(null), setup, {
          what: { nl: "Werkmap geschreven", en: "Workbook written" },
        });
        return exit.clean;
      }),
    );

  agreement
    .command("check")
    .description(t({ nl: "controleer een bestand met afspraken", en: "check a file with an agreement" }))
    .argument("<bestand>", file)
    .addOption(new Option("--json", t({ nl: "uitvoer als JSON", en: "output as JSON" })))
    .action(
      setup.does(async (path: string, options: { json?: boolean }) => {
        const { problems } = await openAgreement(path, terminal);
        const ok = problems.length === 0;
        if (options.json)
          terminal.out(
            json({ ok, problems: problems.map(({ place, message }) => ({ place: t(place), message: t(message) })) }),
          );
        else if (ok) terminal.out(`${t({ nl: "Geen fouten gevonden in", en: "No errors found in" })} ${path}\n`);
        else
          for (const { place, message } of problems)
            terminal.out(`${t(place) === "" ? "" : `${t(place)}: `}${t(message)}\n`);
        return ok ? exit.clean : exit.errors;
      }),
    );

  agreement
    .command("convert")
    .description(
      t({
        nl: "zet afspraken om: een werkmap naar JSON, JSON naar een werkmap",
        en: "convert an agreement: a workbook to JSON, JSON to a workbook",
      }),
    )
    .argument("<bestand>", file)
    .addOption(outputOption(t).makeOptionMandatory())
    .action(
      setup.does(async (path: string, options: { output: string }) => {
        await keepApart(options.output, [path]);
        const { form, agreement: found, problems } = await openAgreement(path, terminal);
        if (found === null) {
          for (const { place, message } of problems)
            terminal.err(`${t(place) === "" ? "" : `${t(place)}: `}${t(message)}\n`);
          return exit.errors;
        }
        const ending = extname(options.output).toLowerCase();
        const toWorkbook = ending === ".xlsx" || (ending !== ".json" && form === "json");
        const content = toWorkbook ? await workbookOf(found) : `${JSON.stringify(found, null, 2)}\n`;
        await writeAndSay(options.output, content, setup);
        return exit.clean;
      }),
    );

  agreement
    .command("list")
    .description(t({ nl: "welke afspraken zijn ingebouwd", en: "which agreements are built in" }))
    .action(
      setup.does(async () => {
        const { agreements } = await import("@prestatieafspraken/agreements");
        for (const { id, title } of agreements) terminal.out(`${id}  ${t(title)}\n`);
        return exit.clean;
      }),
    );

  /** The workbook of an agreement; without one, a workbook to fill in. */
  async function workbookOf(found: Agreement | null): Promise<Uint8Array> {
    const [{ writtenSheets }, { makeAgreementWorkbook }, { indicators }] = await Promise.all([
      import("@prestatieafspraken/agreements"),
      import("@prestatieafspraken/xlsx"),
      import("@prestatieafspraken/indicators"),
    ]);
    return makeAgreementWorkbook({
      sheets: writtenSheets(found, { indicators }),
      ...(found && { title: found.title }),
      day: found?.document.date ?? found?.from ?? terminal.today,
      language: terminal.language,
    });
  }
}
