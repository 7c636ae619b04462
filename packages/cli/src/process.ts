import { constants } from "node:os";
import { languageMeant, main } from "./main.js";
import { removeUnfinished } from "./output.js";
import { exit, sentenceOf } from "./refusal.js";

export { main };

/** On a stop signal: removes temporary files, then ends by that signal, so that the caller sees it. */
function stopsCleanly(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      removeUnfinished();
      process.kill(process.pid, signal);
      // For systems where a process cannot end itself by a signal (Windows).
      process.exit(128 + constants.signals[signal]);
    });
  }
}

/**
 * `pa` as a process. A reader that stops reading ("pa report | head") is no error: further output is dropped, files are
 * still written.
 * Other errors on standard output give one sentence and exit code 2; never 1, which is about the return.
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
  // Errors on standard error cannot be reported.
  process.stderr.on("error", () => undefined);
  const say = (content: string | Uint8Array): void => {
    if (!output.closed) process.stdout.write(content);
  };
  const code = await main(words, { out: say, bytes: say });
  process.exitCode = output.broken ? exit.unusable : code;
}
