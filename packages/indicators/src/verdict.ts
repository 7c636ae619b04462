import type { JudgedNorm, Verdict } from "./result.js";
import { fill } from "./sentence.js";
import { untranslated, type Text } from "./text.js";

/** The verdicts in words. */
export const verdictWords: Readonly<Record<Verdict, Text>> = {
  met: { nl: "gehaald", en: "met" },
  "on-track": { nl: "op koers", en: "on track" },
  attention: { nl: "aandacht", en: "attention" },
  missed: { nl: "niet gehaald", en: "missed" },
  unknown: { nl: "niet te bepalen", en: "not known yet" },
  direction: { nl: "richting", en: "direction" },
  "no-norm": { nl: "geen norm", en: "no norm" },
};

/** A status of PA_Evaluatie, typed in Dutch, in both languages; an unknown status is returned unchanged. */
export const statusText = (status: string): Text =>
  status === "n.v.t."
    ? { nl: "niet van toepassing", en: "not applicable" }
    : (Object.values(verdictWords).find(({ nl }) => nl === status) ?? untranslated(status));

/** A sign next to the word, so that a verdict never depends on colour or sign alone. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  met: "✓",
  "on-track": "↗",
  attention: "!",
  missed: "✗",
  direction: "→",
  unknown: "?",
  "no-norm": "–",
};

/** The verdict as text: "op koers (voorlopig)", "niet gehaald (streefnorm)". */
export const verdictText = ({
  verdict,
  provisional = false,
  norm,
}: {
  readonly verdict: Verdict;
  readonly provisional?: boolean;
  readonly norm?: { readonly strength: JudgedNorm["strength"] } | null | undefined;
}): Text =>
  provisional
    ? fill({ nl: "{word} (voorlopig)", en: "{word} (provisional)" }, { word: verdictWords[verdict] })
    : verdict === "missed" && norm?.strength === "effort"
      ? fill({ nl: "{word} (streefnorm)", en: "{word} (effort norm)" }, { word: verdictWords[verdict] })
      : verdictWords[verdict];

/** The verdict with its notes, in one phrase: "op koers volgens plannen; opgeleverd 24 van 68". */
export function verdictPhrase(
  {
    verdict,
    provisional,
    notes,
  }: { readonly verdict: Verdict; readonly provisional: boolean; readonly notes: readonly Text[] },
  plans: boolean,
): Text {
  const [first] = notes;
  const rest = inOne(notes, "; ");
  const word = verdictWords[verdict];
  if (first === undefined) return verdictText({ verdict, provisional });
  if (verdict === "unknown") return rest;
  if (verdict === "direction") return fill({ nl: "{word}: {rest}", en: "{word}: {rest}" }, { word, rest });
  if (plans && provisional)
    return fill({ nl: "{word} volgens plannen; {rest}", en: "{word} by plans; {rest}" }, { word, rest });
  return provisional
    ? fill({ nl: "{word} (voorlopig; {rest})", en: "{word} (provisional; {rest})" }, { word, rest })
    : fill({ nl: "{word} ({rest})", en: "{word} ({rest})" }, { word, rest });
}
const inOne = (notes: readonly Text[], between: string): Text => ({
  nl: notes.map(({ nl }) => nl).join(between),
  en: notes.map(({ en }) => en).join(between),
});
