/** All commands of `pa` with their arguments and options, as `pa` itself describes them. */
import { Readable } from "node:stream";
import { commandsOf } from "#pa";
import type { Language } from "@prestatieafspraken/indicators";
import { code, inBoth, plain, table, type Page } from "./markdown.js";
import { words } from "./words.js";

type Command = ReturnType<typeof commandsOf>["commands"][number];

/** The commands in a language; nothing runs. */
export function program(language: Language): Command {
  const mute = (): void => undefined;
  const terminal = { language, today: "", interactive: false, colour: false, columns: 150, out: mute, err: mute };
  return commandsOf(
    { ...terminal, bytes: mute, input: () => Readable.from([]) },
    { say: mute, does: () => () => Promise.resolve() },
    mute,
  );
}

/** "make a workbook" as a sentence. */
const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;

/** A command and what is below it: what it does, how it is typed, and its own options. */
function section(command: Command, shared: ReadonlySet<string>, language: Language): string[] {
  const w = words[language];
  const help = command.createHelp();
  const name = help.commandUsage(command).replace(/ \[options\].*/, "");
  const rows = [
    ...help.visibleArguments(command).map((one) => [help.argumentTerm(one), help.argumentDescription(one)]),
    ...help
      .visibleOptions(command)
      .filter((one) => !shared.has(one.flags))
      .map((one) => [help.optionTerm(one), help.optionDescription(one)]),
  ];
  const usage = help.styleUsage(help.commandUsage(command));
  return [
    `## ${name} {#${name.replaceAll(" ", "-")}}`,
    plain(sentence(command.description())),
    ...(command.commands.length > 0 ? [] : ["```sh\n" + usage + "\n```"]),
    ...(rows.length > 0
      ? [
          table(
            [w.typed, w.meaning],
            rows.map(([term, said]) => [code(term!), plain(said!)]),
          ),
        ]
      : []),
    ...command.commands.flatMap((one) => section(one, shared, language)),
  ];
}

/** The page of commands. */
export const commandsPage = (): Page =>
  inBoth("commands", { nl: words.nl.commands, en: words.en.commands }, (language) => {
    const w = words[language];
    const pa = program(language);
    const help = pa.createHelp();
    const shared = help.visibleOptions(pa);
    return [
      w.commandsIntro,
      table(
        [w.typed, w.meaning],
        shared.map((one) => [code(help.optionTerm(one)), plain(help.optionDescription(one))]),
      ),
      ...pa.commands.flatMap((one) => section(one, new Set(shared.map(({ flags }) => flags)), language)),
    ].join("\n\n");
  });
