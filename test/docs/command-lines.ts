import type { Block } from "./markdown-files.js";

/** The words of a command line, without quotes. */
export const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, plain]) => single ?? double ?? plain ?? "");

/** The commands in a block, without prompts and comments. */
export const commandsOf = ({ content }: Block): string[] =>
  content
    .split("\n")
    .map((line) =>
      line
        .replace(/^\$ /, "")
        .replace(/\s+#\s.*$/, "")
        .trim(),
    )
    .filter((line) => line !== "" && !line.startsWith("#"));
