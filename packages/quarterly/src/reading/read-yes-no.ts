import { cleaned } from "@prestatieafspraken/indicators";
import { absence, unknownStated } from "./absence.js";
import { doubtful, NOT_APPLICABLE, plain, repaired, type CellReader } from "./outcome.js";

const yes = new Set(["ja", "j", "x", "1", "waar", "true", "yes", "y", "✓", "✔", "☑", "✅", "v"]);
const no = new Set(["nee", "n", "0", "onwaar", "false", "no", "neen", "☐"]);

/** Reads yes or no. */
export const readYesNo: CellReader = (value) => {
  if (typeof value === "boolean") return plain(value);
  if (value === "Ja" || value === "ja") return plain(true);
  if (value === "Nee" || value === "nee") return plain(false);
  const text = cleaned(String(value)).toLowerCase();
  if (yes.has(text)) return repaired(true, "PA-122", { read: { nl: "ja", en: "yes" } }, "ja");
  if (no.has(text)) return repaired(false, "PA-122", { read: { nl: "nee", en: "no" } }, "nee");
  const absent = absence(text);
  if (absent === "not applicable") return NOT_APPLICABLE;
  return absent === "unknown" ? unknownStated : doubtful("PA-139", {}, ["ja", "nee"]);
};
