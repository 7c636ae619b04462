import { agreements, checkAgreement } from "@prestatieafspraken/agreements";
import { indicators } from "@prestatieafspraken/indicators";
import { tables } from "@prestatieafspraken/quarterly";
import { readBytes } from "../files.js";
import type { Setup } from "../setup.js";
import { exit, Refusal } from "../refusal.js";

/** `pa agreement check file.json`: is this agreement file right, and if not, what is wrong where. */
export function addAgreement(setup: Setup): void {
  const { program, terminal, t } = setup;
  const agreement = program
    .command("agreement")
    .description(t({ nl: "afspraken als gegevens", en: "agreements as data" }))
    .helpCommand(false)
    .action(() => {
      throw new Refusal({
        nl: "Wat wilt u met de afspraken? Kies check (met een bestand) of list.",
        en: "What about agreements? Choose check (with a file) or list.",
      });
    });
  agreement
    .command("check")
    .description(t({ nl: "controleer een afsprakenbestand", en: "check an agreement file" }))
    .argument("<bestand.json>", t({ nl: "het afsprakenbestand", en: "the agreement file" }))
    .option("--json", t({ nl: "uitvoer als JSON", en: "output as JSON" }))
    .action(
      setup.does(async (path: string, options: { json?: boolean }) => {
        const { ok, problems } = checkAgreement(new TextDecoder().decode(await readBytes(path)), {
          indicators,
          tables,
        });
        if (options.json)
          terminal.out(
            `${JSON.stringify({ ok, problems: problems.map(({ path: where, line, message }) => ({ path: where, line: line ?? null, message: t(message) })) }, null, 2)}\n`,
          );
        else if (ok) terminal.out(`${t({ nl: "Geen fouten gevonden in", en: "No errors found in" })} ${path}\n`);
        else {
          for (const { path: where, line, message } of problems) {
            const place = [line === undefined ? "" : t({ nl: `regel ${line}`, en: `line ${line}` }), where]
              .filter(Boolean)
              .join(", ");
            terminal.out(`${place ? `${place}: ` : ""}${t(message)}\n`);
          }
        }
        return ok ? exit.clean : exit.errors;
      }),
    );
  agreement
    .command("list")
    .description(t({ nl: "welke afspraken zijn ingebouwd", en: "which agreements are built in" }))
    .action(
      setup.does(() => {
        for (const { id, title } of agreements) terminal.out(`${id}  ${t(title)}\n`);
        return Promise.resolve(exit.clean);
      }),
    );
}
