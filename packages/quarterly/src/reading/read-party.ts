import { closest, cleaned } from "@prestatieafspraken/indicators";
import { saidAbsent } from "./absence.js";
import { plain, refused, repaired, type CellReader } from "./outcome.js";
import { sameButCase } from "./typed-text.js";
import { meant } from "./meant.js";
import { becameDate } from "./read-id.js";

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
  const found = suggestion === null ? null : (parties.find(suggestion)?.name ?? suggestion);
  if (field.open !== true) return refused("PA-111", { suggestion: meant(found) }, found === null ? [] : [found]);
  if (found !== null) return repaired(text, "PA-141", { suggestion: found }, undefined, [found]);
  return text === typed ? plain(text) : repaired(text, "PA-121", { read: text }, text);
};
