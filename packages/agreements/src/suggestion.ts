import { closest, type Text } from "@prestatieafspraken/indicators";

/** ' Bedoelt u "x"?' for the closest known word; otherwise the list of known words if there are at most 30. */
export function suggestion(word: string, known: readonly string[]): Text {
  const near = closest(word, known);
  if (near !== null) return { nl: ` Bedoelt u "${near}"?`, en: ` Do you mean "${near}"?` };
  if (known.length === 0 || known.length > 30) return { nl: "", en: "" };
  const list = known.map((each) => `"${each}"`).join(", ");
  return { nl: ` Mogelijk zijn: ${list}.`, en: ` Possible values: ${list}.` };
}
