import { Command, CommanderError, Option } from "commander";
import type { Language, Text } from "@prestatieafspraken/indicators";
import { addAgreement } from "./commands/agreement.js";
import { addCheck } from "./commands/check.js";
import { addEval } from "./commands/eval.js";
import { addLimits } from "./commands/limits.js";
import { addMerge } from "./commands/merge.js";
import { addReport } from "./commands/report.js";
import { addTemplate } from "./commands/template.js";
import { exit, sentenceOf } from "./refusal.js";
import type { Setup } from "./setup.js";
import { languageOf, type Terminal } from "./terminal.js";
import { version } from "./version.js";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "Gebruik:",
  "Arguments:": "Argumenten:",
  "Options:": "Opties:",
  "Commands:": "Opdrachten:",
};

const inDutchUsage = (usage: string): string =>
  usage.replace("[options]", "[opties]").replace("[command]", "[opdracht]");

/** What the argument parser found wrong, in a sentence. */
function usageSentence(problem: CommanderError): Text {
  const quoted = /'([^']*)'/.exec(problem.message)?.[1] ?? "";
  switch (problem.code) {
    case "commander.unknownCommand":
      return {
        nl: `Onbekende opdracht '${quoted}'. Bekijk de opdrachten met pa --help.`,
        en: `Unknown command '${quoted}'. See the commands with pa --help.`,
      };
    case "commander.unknownOption":
      return {
        nl: `Onbekende optie '${quoted}'. Bekijk de opties met --help achter de opdracht.`,
        en: `Unknown option '${quoted}'. See the options with --help after the command.`,
      };
    case "commander.missingArgument":
      return {
        nl: `Er ontbreekt iets: ${quoted}. Bekijk het gebruik met --help achter de opdracht.`,
        en: `Something is missing: ${quoted}. See the usage with --help after the command.`,
      };
    case "commander.optionMissingArgument":
      return { nl: `Achter de optie ${quoted} hoort nog iets.`, en: `The option ${quoted} needs a value.` };
    case "commander.missingMandatoryOptionValue":
      return { nl: `De optie ${quoted} is verplicht.`, en: `The option ${quoted} is required.` };
    case "commander.invalidArgument": {
      // Commander says it in English; where a list is given, only the value, the option and the list matter.
      const [, option = "", value = "", choices] =
        /option '(--[\w-]+)[^']*' argument '([^']*)' is invalid\. Allowed choices are (.*)\.$/.exec(problem.message) ??
        [];
      const told = problem.message.replace(/^.*? is invalid for argument '[^']*'\. /, "");
      return choices === undefined
        ? { nl: told, en: told }
        : {
            nl: `'${value}' kan niet bij ${option}. Kies uit: ${choices}.`,
            en: `'${value}' is not possible for ${option}. Choose from: ${choices}.`,
          };
    }
    case "commander.excessArguments":
      return {
        nl: "Er staat te veel achter de opdracht. Staat er een spatie in een bestandsnaam? Zet die dan tussen aanhalingstekens.",
        en: "There is too much after the command. A space in a file name? Then put it in quotes.",
      };
    default:
      return { nl: problem.message, en: problem.message };
  }
}

/** `pa`: returns the exit code; writes only through the terminal it is given. */
export async function main(words: readonly string[], given: Partial<Terminal> = {}): Promise<number> {
  const asked = words
    .find((word, i) => words[i - 1] === "--lang" || word.startsWith("--lang="))
    ?.replace("--lang=", "");
  const language: Language = asked === "nl" || asked === "en" ? asked : languageOf(process.env);
  const terminal: Terminal = {
    language,
    today: new Date().toLocaleDateString("sv-SE"),
    interactive: process.stderr.isTTY,
    columns: (process.stdout as { columns?: number }).columns ?? 150,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    ...given,
  };
  const t = (text: Text): string => text[terminal.language];
  let code: number = exit.clean;

  const program = new Command("pa")
    .description(
      t({
        nl: "Prestatieafspraken: de kwartaalopgave maken, controleren en erover rapporteren.",
        en: "Housing agreements: make, check and report on the quarterly return.",
      }),
    )
    .version(version, "-V, --version", t({ nl: "toon de versie", en: "show the version" }))
    .addOption(
      new Option("--lang <nl|en>", t({ nl: "taal van de tekst", en: "language of the text" })).choices(["nl", "en"]),
    )
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => undefined });
  const inDutch = terminal.language === "nl";
  const settings = (command: Command): Command =>
    command.helpOption("-h, --help", t({ nl: "toon deze hulp", en: "show this help" })).configureHelp({
      styleUsage: (usage) => (inDutch ? inDutchUsage(usage) : usage),
      styleSubcommandTerm: (term) => (inDutch ? inDutchUsage(term) : term),
      styleTitle: (title) => (inDutch ? (titles[title] ?? title) : title),
      optionDescription: (option) =>
        option.defaultValue === undefined || option.defaultValue === false || !inDutch
          ? option.description
          : `${option.description} (${String(option.defaultValue)})`,
    });
  settings(program).helpCommand(false);

  const setup: Setup = {
    program,
    terminal,
    t,
    does:
      (action) =>
      async (...arguments_) => {
        code = await action(...arguments_);
      },
  };
  for (const add of [addTemplate, addCheck, addReport, addMerge, addEval, addLimits, addAgreement]) add(setup);
  for (const command of program.commands.flatMap((c) => [c, ...c.commands])) {
    settings(command)
      .exitOverride()
      .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => undefined });
    command.addOption(
      new Option("--lang <nl|en>", t({ nl: "taal van de tekst", en: "language of the text" })).choices(["nl", "en"]),
    );
  }

  try {
    if (words.length === 0) {
      terminal.out(program.helpInformation());
      return exit.clean;
    }
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (problem) {
    if (problem instanceof CommanderError) {
      if (problem.exitCode === 0) return exit.clean;
      terminal.err(`${t(usageSentence(problem))}\n`);
      return exit.unusable;
    }
    terminal.err(`${t(sentenceOf(problem))}\n`);
    return exit.unusable;
  }
}
