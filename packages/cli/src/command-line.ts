import { Argument, Command, Option } from "commander";
import { distance } from "fastest-levenshtein";
import type { Language, Text } from "@prestatieafspraken/indicators";
import { Refusal } from "./refusal.js";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "Gebruik:",
  "Arguments:": "Argumenten:",
  "Options:": "Opties:",
  "Commands:": "Opdrachten:",
};
const inDutchUsage = (usage: string): string =>
  usage.replace("[options]", "[opties]").replace("[command]", "[opdracht]");
/** The placeholders of a usage line that differ between the two languages. */
const placeholders: Readonly<Record<string, string>> = {
  ...{ afspraken: "agreement", bestand: "file", ernst: "severity", formule: "formula", jaar: "year", regel: "rule" },
  ...{
    kwartaal: "quarter",
    map: "folder",
    partij: "party",
    taal: "dialect",
    tabel: "table",
    vorm: "form",
    opdracht: "command",
  },
};
/** A usage line in a language: "--quarter <kwartaal>". */
const inWords = (usage: string, language: Language): string =>
  language === "nl" ? usage : usage.replace(/(?<=[<[])[a-z]+|^[a-z]+$/g, (word) => placeholders[word] ?? word);

/**
 * The closest known word: one that starts with `typed`, or differs by one edit; from four letters on, also one with the
 * same first letter that differs by two (a transposition counts as two).
 */
function nearest(typed: string, known: readonly string[]): string | null {
  const bare = (word: string): string => word.replace(/^-+/, "").toLowerCase();
  const word = bare(typed);
  let best: string | null = null;
  let least = 3;
  for (const candidate of known) {
    const steps = word.length > 1 && bare(candidate).startsWith(word) ? 1 : distance(word, bare(candidate));
    if (steps === 2 && (word.length < 4 || word[0] !== bare(candidate)[0])) continue;
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** " Bedoelt u check?"; empty if no word is close. */
export function meant(typed: string, known: readonly string[]): Text {
  const near = nearest(typed, known);
  return near === null ? { nl: "", en: "" } : { nl: ` Bedoelt u ${near}?`, en: ` Do you mean ${near}?` };
}

/** A command of `pa`: turns commander's errors into sentences that say what to do, with a suggestion. */
export class PaCommand extends Command {
  constructor(
    name: string,
    private readonly language: Language,
  ) {
    super(name);
    const t = (text: Text): string => text[language];
    this.exitOverride()
      .helpOption("-h, --help", t({ nl: "toon deze hulp", en: "show this help" }))
      .helpCommand(false)
      .configureHelp({
        styleUsage: (usage) => (language === "nl" ? inDutchUsage(usage) : inWords(usage, language)),
        styleSubcommandTerm: (term) => (language === "nl" ? inDutchUsage(term) : inWords(term, language)),
        optionTerm: ({ flags }) => inWords(flags, language),
        argumentTerm: (argument) => inWords(argument.name(), language),
        styleTitle: (title) => (language === "nl" ? (titles[title] ?? title) : title),
        optionDescription: ({ description, defaultValue, argChoices }) =>
          [
            description,
            argChoices ? `(${argChoices.join(", ")})` : "",
            typeof defaultValue === "string" ? `(${t({ nl: "anders", en: "default" })} ${defaultValue})` : "",
          ]
            .filter(Boolean)
            .join(" "),
      });
  }

  /** Command lines at the end of its help. */
  readonly examples: Text[] = [];

  override helpInformation(): string {
    const { examples, language } = this;
    const title = { nl: "Voorbeelden:", en: "Examples:" }[language];
    return [
      super.helpInformation(),
      ...(examples.length === 0 ? [] : [`\n${title}\n`, ...examples.map((line) => `  $ ${line[language]}\n`)]),
    ].join("");
  }

  override createCommand(name: string): PaCommand {
    return new PaCommand(name, this.language);
  }

  // commander calls the methods below when a command line is invalid.

  unknownCommand(): never {
    const [typed = ""] = this.args;
    const near = meant(typed, namesOf(this));
    const help = this.parent ? `${pathOf(this)} --help` : "pa help";
    throw new Refusal({
      nl: `Onbekende opdracht '${typed}'.${near.nl} Bekijk de opdrachten met ${help}.`,
      en: `Unknown command '${typed}'.${near.en} See the commands with ${help}.`,
    });
  }

  unknownOption(flag: string): never {
    const known = optionsOf(this).flatMap(({ long }) => long ?? []);
    const near = meant(flag, known);
    throw new Refusal({
      nl: `Onbekende optie '${flag}'.${near.nl} Bekijk de opties met ${pathOf(this)} --help.`,
      en: `Unknown option '${flag}'.${near.en} See the options with ${pathOf(this)} --help.`,
    });
  }

  missingArgument(name: string): never {
    throw new Refusal({
      nl: `Er ontbreekt iets: ${name}. Bekijk het gebruik met ${pathOf(this)} --help.`,
      en: `Something is missing: ${inWords(name, "en")}. See the usage with ${pathOf(this)} --help.`,
    });
  }

  optionMissingArgument({ flags }: Option): never {
    throw new Refusal({
      nl: `Achter de optie ${flags} hoort nog iets.`,
      en: `The option ${inWords(flags, "en")} needs a value.`,
    });
  }

  missingMandatoryOptionValue({ flags }: Option): never {
    throw new Refusal({ nl: `De optie ${flags} is verplicht.`, en: `The option ${inWords(flags, "en")} is required.` });
  }

  _excessArguments(given: readonly string[]): never {
    // A word after a group of commands was probably meant as one of its commands.
    if (this.commands.length > 0) this.unknownCommand();
    const [first = ""] = given.slice(this.registeredArguments.length);
    const more: Text = /\.(?:xlsx|xlsm|ods|csv)$/i.test(first)
      ? {
          nl: `${pathOf(this)} neemt er één. Voeg opgaven eerst samen met pa merge; een naam met een spatie staat tussen aanhalingstekens.`,
          en: `${pathOf(this)} takes one. Merge returns first with pa merge; a name with a space goes in quotes.`,
        }
      : {
          nl: "Staat er een spatie in een bestandsnaam? Zet die dan tussen aanhalingstekens.",
          en: "A space in a file name? Then put it in quotes.",
        };
    throw new Refusal({
      nl: `'${first}' is te veel achter de opdracht. ${more.nl}`,
      en: `'${first}' is too much after the command. ${more.en}`,
    });
  }
}

/** Refuses a blank value for an option: an empty variable in a script does not mean "all". */
export function refusingBlank(option: Option): void {
  if (!option.required) return;
  const parse = option.parseArg as ((value: string, before: unknown) => unknown) | undefined;
  option.argParser((value: string, before: unknown) => {
    if (value.trim() !== "") return parse === undefined ? value : parse(value, before);
    throw new Refusal({
      nl: `Achter ${option.long ?? option.flags} staat niets. Geef een waarde, of laat de optie weg.`,
      en: `There is nothing after ${option.long ?? option.flags}. Give a value, or leave the option out.`,
    });
  });
}

/** The full command: "pa agreement check". */
const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();

/** Names of all subcommands, including aliases. */
export const namesOf = (command: Command): readonly string[] =>
  command.commands.flatMap((one) => [one.name(), ...one.aliases()]);

/** All options of a command, including --help. */
export const optionsOf = (command: Command): readonly Option[] => command.createHelp().visibleOptions(command);

const notPossible = (value: string, where: string, choices: readonly string[]): Refusal => {
  const near = meant(value, choices);
  return new Refusal({
    nl: `'${value}' kan niet bij ${where}.${near.nl} Kies uit: ${choices.join(", ")}.`,
    en: `'${value}' is not possible for ${inWords(where, "en")}.${near.en} Choose from: ${choices.join(", ")}.`,
  });
};

/** An option that accepts only the given choices. */
export function choice(flags: string, description: string, choices: readonly string[]): Option {
  const option = new Option(flags, description).choices(choices);
  return option.argParser((value: string) => {
    if (!choices.includes(value)) throw notPossible(value, option.long ?? flags, choices);
    return value;
  });
}

/** An argument that accepts only the given choices. */
export function choiceArgument(name: string, description: string, choices: readonly string[]): Argument {
  return new Argument(name, description).choices(choices).argParser((value: string) => {
    if (!choices.includes(value)) throw notPossible(value, name, choices);
    return value;
  });
}
