import { CommanderError, Option } from "commander";
import type { Language, Text } from "@prestatieafspraken/indicators";
import { choice, PaCommand, refusingBlank } from "./command-line.js";
import { addAgreement } from "./commands/agreement.js";
import { addCheck } from "./commands/check.js";
import { addCompletion } from "./commands/completion.js";
import { addEval } from "./commands/eval.js";
import { addExplain } from "./commands/explain.js";
import { addExport } from "./commands/export.js";
import { addHelp } from "./commands/help.js";
import { addLimits } from "./commands/limits.js";
import { addMerge } from "./commands/merge.js";
import { addRegion } from "./commands/region.js";
import { addReport } from "./commands/report.js";
import { addRows } from "./commands/rows.js";
import { addSql } from "./commands/sql.js";
import { addTemplate } from "./commands/template.js";
import { exit, sentenceOf } from "./refusal.js";
import type { Setup } from "./setup.js";
import { coloursIn, languageOf, withColours, type Terminal } from "./terminal.js";
import { version } from "./version.js";
import { visible } from "./visible.js";

const languages = ["nl", "en"] as const satisfies readonly Language[];

/** The language: from --lang, else `given`, else from the environment. */
export function languageMeant(words: readonly string[], given?: Language): Language {
  const asked = words.find((word, i) => words[i - 1] === "--lang" || word.startsWith("--lang="));
  const spoken = process.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : undefined;
  return (
    languages.find((language) => language === asked?.replace("--lang=", "")) ?? given ?? languageOf(process.env, spoken)
  );
}

/** The usual first commands, in order: a practice return, its issues, its report. */
const examples: readonly Text[] = [
  { nl: "pa template --sample oefening.xlsx", en: "pa template --sample practice.xlsx" },
  { nl: "pa check oefening.xlsx", en: "pa check practice.xlsx" },
  { nl: "pa report oefening.xlsx -o rapport.html", en: "pa report practice.xlsx -o report.html" },
];

/** `pa` with all its commands and options, in the terminal's language. `beQuiet` handles --quiet. */
export function commandsOf(
  terminal: Terminal,
  { say, does }: Pick<Setup, "say" | "does">,
  beQuiet: () => void,
): PaCommand {
  const t = (text: Text): string => text[terminal.language];
  const program = new PaCommand("pa", terminal.language)
    .description(
      t({
        nl: "Prestatieafspraken: de kwartaalopgave maken, controleren en erover rapporteren.",
        en: "Housing agreements: make, check and report on the quarterly return.",
      }),
    )
    .version(version, "-V, --version", t({ nl: "toon de versie", en: "show the version" }));
  program.examples.push(...examples);
  for (const add of [
    ...[addTemplate, addCheck, addReport, addMerge, addEval, addRows, addExplain, addLimits, addAgreement],
    ...[addRegion, addExport, addSql, addCompletion, addHelp],
  ])
    add({ program, terminal, t, say, does });
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
    command
      .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
      .addOption(choice("--lang <nl|en>", t({ nl: "taal van de tekst", en: "language of the text" }), languages))
      .addOption(
        new Option("-q, --quiet", t({ nl: "zeg niet wat er is gedaan", en: "do not say what was done" })).default(
          false,
        ),
      )
      .addOption(new Option("--no-color", t({ nl: "zonder kleur", en: "without colour" })))
      .on("option:quiet", beQuiet)
      .options.forEach(refusingBlank);
  }
  return program;
}

/** The local date, "2026-09-30". Avoids Intl, whose date format takes ten milliseconds. */
const localDay = (moment: Date): string =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

/**
 * `pa`: returns the exit code. Reads and writes only through the given terminal and the files named on the command
 * line.
 */
export async function main(words: readonly string[], given: Partial<Terminal> = {}): Promise<number> {
  const language = languageMeant(words, given.language);
  const asked: Terminal & { colour: boolean } = {
    today: localDay(new Date()),
    interactive: process.stderr.isTTY,
    colour: coloursIn(process.env, process.stdout.isTTY),
    columns: (process.stdout as { columns?: number }).columns ?? 150,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    bytes: (content) => void process.stdout.write(content),
    input: () => process.stdin,
    ...given,
    language,
  };
  if (words.includes("--no-color")) asked.colour = false;
  // All output passes here, so that control characters in users' texts are shown instead of obeyed.
  const terminal: Terminal = {
    ...asked,
    out: (text) => asked.out(withColours(visible(text), asked.colour)),
    err: (text) => asked.err(withColours(visible(text), asked.colour)),
  };
  let code: number = exit.clean;
  let quiet = false;
  const program = commandsOf(
    terminal,
    {
      say: (text, outcomeIsThere) => {
        if (!quiet) (outcomeIsThere ? terminal.err : terminal.out)(text);
      },
      does:
        (action) =>
        async (...arguments_) => {
          code = await action(...arguments_);
        },
    },
    () => {
      quiet = true;
    },
  );

  try {
    if (words.length === 0) {
      terminal.out(program.helpInformation());
      return exit.unusable;
    }
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (problem) {
    // --help and --version end here too.
    if (problem instanceof CommanderError && problem.exitCode === 0) return exit.clean;
    terminal.err(`${sentenceOf(problem)[language]}\n`);
    return exit.unusable;
  }
}
