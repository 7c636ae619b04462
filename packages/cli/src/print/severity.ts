import type { Text } from "@prestatieafspraken/indicators";
import type { Severity } from "@prestatieafspraken/quarterly";

export const severityWord: Readonly<Record<Severity, Text>> = {
  error: { nl: "Fout", en: "Error" },
  warning: { nl: "Waarschuwing", en: "Warning" },
  info: { nl: "Opmerking", en: "Note" },
};

const counted = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** "3 fouten, 5 waarschuwingen, 1 opmerking". */
export const countSentence = (counts: Readonly<Record<Severity, number>>): Text => ({
  nl: [
    counted(counts.error, "fout", "fouten"),
    counted(counts.warning, "waarschuwing", "waarschuwingen"),
    counted(counts.info, "opmerking", "opmerkingen"),
  ].join(", "),
  en: [
    counted(counts.error, "error", "errors"),
    counted(counts.warning, "warning", "warnings"),
    counted(counts.info, "note", "notes"),
  ].join(", "),
});

/** Colours in addition to the words, never instead of them. */
export const severityColour = { error: "red", warning: "yellow", info: "blue" } as const satisfies Record<
  Severity,
  string
>;
