import type { Command } from "commander";
import { meant, namesOf } from "../command-line.js";
import { exit, Refusal } from "../refusal.js";
import type { Setup } from "../setup.js";

/** `pa help`, `pa help check`, `pa help agreement check`: equal to adding --help. */
export function addHelp(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("help")
    .description(t({ nl: "toon de hulp van een opdracht", en: "show the help of a command" }))
    .argument("[opdracht...]", t({ nl: "de opdracht", en: "the command" }))
    .action(
      setup.does((words: string[]) => {
        let command: Command = program;
        for (const word of words) {
          const found: Command | undefined = command.commands.find((one) => one.name() === word);
          if (!found) {
            const near = meant(word, namesOf(command));
            throw new Refusal({
              nl: `Onbekende opdracht '${word}'.${near.nl} Bekijk de opdrachten met pa help.`,
              en: `Unknown command '${word}'.${near.en} See the commands with pa help.`,
            });
          }
          command = found;
        }
        terminal.out(command.helpInformation());
        return Promise.resolve(exit.clean);
      }),
    );
}
