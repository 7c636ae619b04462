import { fill, type Text } from "@prestatieafspraken/indicators";
import type { Severity } from "@prestatieafspraken/quarterly";

export const severityWord: Readonly<Record<Severity, Text>> = {
  error: { nl: "Fout", en: "Error" },
  warning: { nl: "Waarschuwing", en: "Warning" },
  info: { nl: "Opmerking", en: "Note" },
};

/** "3 fouten, 5 waarschuwingen, 1 opmerking". */
export const countSentence = (counts: Readonly<Record<Severity, number>>): Text =>
  fill(
    {
      nl: "{error:fout|fouten}, {warning:waarschuwing|waarschuwingen}, {info:opmerking|opmerkingen}",
      en: "{error:error|errors}, {warning:warning|warnings}, {info:note|notes}",
    },
    counts,
  );

/** Colours in addition to the words, never instead of them. */
export const severityColour = { error: "red", warning: "yellow", info: "blue" } as const satisfies Record<
  Severity,
  string
>;
