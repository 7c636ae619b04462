import { closest, type Field, type FieldChoice, cleaned, comparable } from "@prestatieafspraken/indicators";
import { saidAbsent } from "./absence.js";
import { plain, refused, repaired, type CellReader } from "./outcome.js";
import { sameButCase } from "./typed-text.js";
import { meant } from "./meant.js";
import { becameDate } from "./read-id.js";
import { oncePer } from "../kept.js";

const spellingsOf = oncePer((field: Field): ReadonlyMap<string, FieldChoice> => {
  const map = new Map<string, FieldChoice>();
  const add = (spelling: string, choice: FieldChoice): void => {
    const key = comparable(spelling);
    if (!map.has(key)) map.set(key, choice);
  };
  for (const choice of field.choices ?? []) add(choice.value, choice);
  for (const choice of field.choices ?? []) {
    for (const spelling of [choice.label.nl, choice.label.en, ...(choice.aliases ?? [])]) add(spelling, choice);
  }
  return map;
});

/** Reads one of a closed list, by value, label or alias. */
export const readChoice: CellReader = (value, { field }, { isDate }) => {
  if (typeof value === "number" && isDate === true) return becameDate(value);
  const typed = typeof value === "boolean" ? (value ? "waar" : "onwaar") : String(value);
  const text = cleaned(typed);
  const choice = spellingsOf(field).get(comparable(text));
  if (choice) {
    if (text === typed && sameButCase(text, choice.value)) return plain(choice.value);
    const rule = sameButCase(text, choice.value) ? "PA-121" : "PA-122";
    return repaired(choice.value, rule, { read: choice.value }, choice.value);
  }
  const absent = saidAbsent(text, "asked");
  if (absent) return absent;
  const known = (field.choices ?? []).flatMap((one) => [one.value, ...(one.aliases ?? [])]);
  const near = closest(text, known);
  const perhaps = near === null ? null : (spellingsOf(field).get(comparable(near))?.value ?? near);
  const suggestion = meant(perhaps);
  const choices = (field.choices ?? []).map((one) => one.value).join(", ");
  if (field.otherwise !== undefined) {
    const proposals = perhaps === null ? [] : [perhaps];
    return repaired(field.otherwise, "PA-138", { read: field.otherwise, suggestion, choices }, undefined, proposals);
  }
  return refused("PA-137", { suggestion, choices }, perhaps === null ? [] : [perhaps]);
};
