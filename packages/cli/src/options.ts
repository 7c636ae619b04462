import { Option } from "commander";
import { quarterOfDay, readDay, readQuarter, type Text } from "@prestatieafspraken/indicators";
import { Refusal } from "./refusal.js";

/** A quarter in any spelling people use, or a day in it, as "2026-Q3". */
function quarter(typed: string): string {
  const day = readDay(typed);
  const found = day === null ? readQuarter(typed) : quarterOfDay(day);
  if (found !== null) return found;
  throw new Refusal({
    nl: `'${typed}' is geen kwartaal. Schrijf bijvoorbeeld 2026-Q3.`,
    en: `'${typed}' is not a quarter. Write for instance 2026-Q3.`,
  });
}

export const quarterOption = (t: (text: Text) => string): Option =>
  new Option(
    "--quarter <kwartaal>",
    t({
      nl: "het kwartaal, zoals 2026-Q3; anders dat van PA_Instellingen",
      en: "the quarter, such as 2026-Q3; otherwise the one in PA_Instellingen",
    }),
  ).argParser(quarter);

export const partyOption = (t: (text: Text) => string): Option =>
  new Option(
    "--party <partij>",
    t({ nl: "alleen deze partij, zoals WYwonen", en: "this party only, such as WYwonen" }),
  );
