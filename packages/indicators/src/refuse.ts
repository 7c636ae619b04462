import type { Scalar } from "./cell.js";
import type { Argument } from "./define.js";
import { InputError } from "./result.js";
import { fill } from "./sentence.js";
import type { Text } from "./text.js";
import { short } from "./typed.js";

/** A value quoted in a message, shortened so that a long text does not come back in full. */
export function quoted(value: Scalar | undefined): string {
  return `“${short(String(value))}”`;
}

/** The error for a refused argument: which one, what is wrong, and what to do. */
export function refuse(argument: Argument, facts: Readonly<Record<string, Text | string | number>>, sentence: Text) {
  return new InputError(
    fill(
      { nl: `{label} ({name}): ${sentence.nl}`, en: `{label} ({name}): ${sentence.en}` },
      { ...facts, label: capital(argument.label), name: argument.name },
    ),
    argument.name,
  );
}

/** The text with a capital first letter, in both languages. */
export const capital = (text: Text): Text => ({
  nl: text.nl.charAt(0).toUpperCase() + text.nl.slice(1),
  en: text.en.charAt(0).toUpperCase() + text.en.slice(1),
});
