import { constants } from "node:os";
import { languageMeant, main } from "./main.js";
import { removeUnfinished } from "./output.js";
import { exit, sentenceOf } from "./refusal.js";

export { main };

/** Told to stop: nothing half-written stays behind, and whoever waits sees by which signal it ended. */
function stopsCleanly(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      removeUnfinished();
      process.kill(process.pid, signal);
      // Where a process cannot end itself by a signal (Windows).
      process.exit(128 + constants.signals[signal]);
    });
  }
}

/**
 * `pa` as a process. A reader that stops reading ("pa report | head") is no error: the rest is left unsaid and files are written.
 * Any other trouble with standard output is one sentence and exit code 2; never 1, which speaks of the return.
 */
export async function run(words: readonly string[]): Promise<void> {
  stopsCleanly();
  const output = { closed: false, broken: false };
  process.stdout.on("error", (problem: NodeJS.ErrnoException) => {
    output.closed = true;
    if (problem.code === "EPIPE" || output.broken) return;
    output.broken = true;
    process.exitCode = exit.unusable;
    const language = languageMeant(words);
    problem.path = { nl: "De uitvoer", en: "The output" }[language];
    process.stderr.write(`${sentenceOf(problem)[language]}\n`);
  });
  // There is nobody left to tell.
  process.stderr.on("error", () => undefined);
  const say = (content: string | Uint8Array): void => {
    if (!output.closed) process.stdout.write(content);
  };
  const code = await main(words, { out: say, bytes: say });
  process.exitCode = output.broken ? exit.unusable : code;
}
