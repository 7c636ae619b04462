import { Argument, Option } from "commander";
import type { Text } from "@prestatieafspraken/indicators";
import { Refusal } from "./refusal.js";

type T = (text: Text) => string;

/** The argument for one return. */
export const returnArgument = (t: T): Argument =>
  new Argument(
    "<in.xlsx>",
    t({
      nl: "de werkmap met de opgave; - is standaardinvoer",
      en: "the workbook with the return; - is standard input",
    }),
  );

/** The argument for several returns: files, folders, standard input. */
export const returnsArgument = (t: T): Argument =>
  new Argument(
    "<in.xlsx...>",
    t({
      nl: "de werkmappen met opgaven, of mappen daarmee; - is standaardinvoer",
      en: "the workbooks with returns, or folders of them; - is standard input",
    }),
  );

export const quarterOption = (t: T): Option =>
  new Option(
    "--quarter <kwartaal>",
    t({
      nl: "het kwartaal, zoals 2026-Q3; anders dat op het blad Instellingen",
      en: "the quarter, such as 2026-Q3; otherwise the one on the sheet Instellingen",
    }),
  );

export const partyOption = (t: T): Option =>
  new Option(
    "--party <partij>",
    t({ nl: "alleen deze partij, zoals WYwonen", en: "this party only, such as WYwonen" }),
  );

export const tableOption = (t: T): Option =>
  new Option(
    "--table <tabel>",
    t({
      nl: "de tabel die in een .csv staat, zoals PA_Woningen; anders volgt die uit de kolomkoppen",
      en: "the table that a .csv holds, such as PA_Woningen; otherwise it follows from the headers",
    }),
  );

export const outputOption = (t: T): Option =>
  new Option(
    "-o, --output <bestand>",
    t({ nl: "schrijf naar dit bestand; - is standaarduitvoer", en: "write to this file; - is standard output" }),
  );

/**
 * The format from --format, or from --json, which is short for --format json; refuses the two if they contradict each
 * other. Undefined if neither was given.
 */
export function formatSaid<Format extends string>(
  json: boolean | undefined,
  format: Format | undefined,
): Format | "json" | undefined {
  if (json !== true || format === undefined || format === "json") return json === true ? "json" : format;
  throw new Refusal({
    nl: `--json en --format ${format} spreken elkaar tegen. Laat er een weg.`,
    en: `--json and --format ${format} contradict each other. Leave one out.`,
  });
}
