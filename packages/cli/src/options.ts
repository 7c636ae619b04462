import { Option } from "commander";
import type { Text } from "@prestatieafspraken/indicators";

export const quarterOption = (t: (text: Text) => string): Option =>
  new Option(
    "--quarter <kwartaal>",
    t({
      nl: "het kwartaal, zoals 2026-Q3; anders dat van PA_Instellingen",
      en: "the quarter, such as 2026-Q3; otherwise the one in PA_Instellingen",
    }),
  );

export const partyOption = (t: (text: Text) => string): Option =>
  new Option(
    "--party <partij>",
    t({ nl: "alleen deze partij, zoals WYwonen", en: "this party only, such as WYwonen" }),
  );
