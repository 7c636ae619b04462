import { closest, cleaned } from "@prestatieafspraken/indicators";
import { saidAbsent } from "./absence.js";
import { plain, refused, repaired, type CellReader } from "./outcome.js";
import { sameButCase } from "./typed-text.js";
import { meant } from "./meant.js";
import type { PartyNames } from "./party-names.js";
import { becameDate } from "./read-id.js";

/** The one party whose name is part of a longer one: "Woningstichting WYwonen te Leiden"; null if there are none or several. */
function namedIn(text: string, { parties }: PartyNames): string | null {
  const words = (name: string): string =>
    ` ${name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .join(" ")
      .trim()} `;
  const typed = words(text.slice(0, 100));
  const named = parties.filter(
    ({ kind, name, aliases }) =>
      kind !== "municipality" && [name, ...aliases].some((one) => typed.includes(words(one))),
  );
  return named.length === 1 ? named[0]!.name : null;
}

/** Reads a party of the agreement as its id; in an open column also another name, as typed. */
export const readParty: CellReader = (value, { field, parties }, { isDate }) => {
  if (typeof value === "number" && isDate === true) return becameDate(value);
  if (typeof value === "boolean") return refused("PA-111", { suggestion: "" });
  const typed = String(value);
  const text = cleaned(typed);
  const party = parties.find(text);
  if (party) {
    const known = sameButCase(text, party.name) || sameButCase(text, party.id);
    if (known && text === typed) return plain(party.id);
    // No remark on "Gemeente": everybody writes it, so remarks in every row would not help.
    if (party.kind === "municipality" && text === typed) return plain(party.id);
    return repaired(party.id, known ? "PA-121" : "PA-122", { read: party.name }, party.name);
  }
  const absent = saidAbsent(text, "asked");
  if (absent) return absent;
  const suggestion = closest(
    text,
    parties.parties.flatMap((one) => [one.name, ...one.aliases]),
  );
  const likely = suggestion === null ? null : (parties.find(suggestion)?.name ?? suggestion);
  // A developer may have a party's name in its own.
  const found = (field.open === true ? null : namedIn(text, parties)) ?? likely;
  if (field.open !== true) return refused("PA-111", { suggestion: meant(found) }, found === null ? [] : [found]);
  if (found !== null) return repaired(text, "PA-141", { suggestion: found }, undefined, [found]);
  return text === typed ? plain(text) : repaired(text, "PA-121", { read: text }, text);
};
