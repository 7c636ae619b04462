import { Option } from "commander";
import { readInput } from "../input.js";
import { exit, Refusal } from "../refusal.js";
import type { Setup } from "../setup.js";
import { json } from "../visible.js";

/** The text of a JSON file: UTF-8, with or without a byte order mark. Letters are never lost silently. */
function textOf(bytes: Uint8Array, path: string): string {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  try {
    if (!wide) return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Told below, with what it probably is.
  }
  const found = wide ? "UTF-16" : "Windows-1252";
  throw new Refusal({
    nl: `${path} is geen UTF-8; het lijkt ${found}. Bewaar het bestand als UTF-8 en probeer opnieuw.`,
    en: `${path} is not UTF-8; it looks like ${found}. Save the file as UTF-8 and try again.`,
  });
}

/** `pa agreement check file.json`: is this agreement file right, and if not, what is wrong where. */
export function addAgreement(setup: Setup): void {
  const { program, terminal, t } = setup;
  const agreement = program
    .command("agreement")
    .description(t({ nl: "afspraken als gegevens", en: "agreements as data" }))
    .usage("[options] [command]")
    .action(() => {
      throw new Refusal({
        nl: "Wat wilt u met de afspraken? Kies check (met een bestand) of list.",
        en: "What about agreements? Choose check (with a file) or list.",
      });
    });
  agreement
    .command("check")
    .description(t({ nl: "controleer een afsprakenbestand", en: "check an agreement file" }))
    .argument(
      "<bestand.json>",
      t({ nl: "het afsprakenbestand; - is standaardinvoer", en: "the agreement file; - is standard input" }),
    )
    .addOption(new Option("--json", t({ nl: "uitvoer als JSON", en: "output as JSON" })))
    .action(
      setup.does(async (path: string, options: { json?: boolean }) => {
        const [{ checkAgreement }, { indicators }, { tables }] = await Promise.all([
          import("@prestatieafspraken/agreements"),
          import("@prestatieafspraken/indicators"),
          import("@prestatieafspraken/quarterly"),
        ]);
        const { name, bytes } = await readInput(path, terminal);
        const { ok, problems } = await checkAgreement(textOf(bytes, name), { indicators, tables });
        if (options.json)
          terminal.out(
            json({
              ok,
              problems: problems.map(({ path: where, line, message }) => ({
                path: where,
                line: line ?? null,
                message: t(message),
              })),
            }),
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
      setup.does(async () => {
        const { agreements } = await import("@prestatieafspraken/agreements");
        for (const { id, title } of agreements) terminal.out(`${id}  ${t(title)}\n`);
        return exit.clean;
      }),
    );
}
