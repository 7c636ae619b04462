import { Option } from "commander";
import { type Agreement, InputError, readQuarter, type Text } from "@prestatieafspraken/indicators";
import { Refusal } from "./refusal.js";

/** `--quarter`: in any spelling people use; handed on as "2026-Q3". */
export const quarterOption = (t: (text: Text) => string): Option =>
  new Option(
    "--quarter <kwartaal>",
    t({
      nl: "het kwartaal, zoals 2026-Q3; anders dat van PA_Instellingen",
      en: "the quarter, such as 2026-Q3; otherwise the one in PA_Instellingen",
    }),
  ).argParser((typed: string) => {
    try {
      return readQuarter(typed);
    } catch (problem) {
      throw problem instanceof InputError ? new Refusal(problem.sentence) : problem;
    }
  });

export const partyOption = (t: (text: Text) => string): Option =>
  new Option(
    "--party <partij>",
    t({ nl: "alleen deze partij, zoals WYwonen", en: "this party only, such as WYwonen" }),
  );

export type { Agreement };
