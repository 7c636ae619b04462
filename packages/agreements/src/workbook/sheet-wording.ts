import { dayText, typedNumber, type Text } from "@prestatieafspraken/indicators";
import type { Wording } from "../wording.js";
import { facts, lists } from "./sheets.js";

const same = (text: string): Text => ({ nl: text, en: text });

/** Sheets, and values that a list of a sheet shows in Dutch. */
const called: Readonly<Record<string, string>> = {
  ...Object.fromEntries(lists.map(({ path, sheet }) => [path, sheet])),
  inputs: "Naam in de formule",
  scope: "Partijen (blad Indicatoren)",
  meetings: "Overleg",
  "perParty (Ook per partij)": "Ook per partij",
  recurs: "Elk jaar in maand",
  note: "Toelichting",
  number: "getal",
  trend: "tellen zonder norm",
  approximate: "ongeveer",
  day: "dag",
  share: "aandeel",
};

/** The header of the column that holds this part of a row, or of the agreement as a whole. */
function headerOf(part: string, path: string): string | undefined {
  const list = lists.find((one) => path.startsWith(`${one.path}[`) || path.startsWith(`${one.path}.`));
  const columns = list?.columns ?? facts;
  const plain = (one: string): string => one.replace(/\.(?:nl|en)$/, "");
  const column =
    columns.find((one) => plain(one.path) === plain(part)) ??
    columns.find((one) => plain(one.path).split(".").includes(plain(part)));
  return column?.header;
}

/** The names of sheets and columns; `cellOf` finds the cell of an item. */
export const ofSheets =
  (cellOf: (path: string) => { readonly sheet: string; readonly cell: string } | null): Wording =>
  (part, path) => {
    if (part.startsWith("%")) {
      const percent = Number((Number(part.slice(1)) * 100).toPrecision(12));
      return same(`${typedNumber(String(percent), "nl")}%`);
    }
    if (part.startsWith("day ")) return dayText(part.slice(4));
    if (part.includes("[")) {
      const found = cellOf(part);
      return same(found === null ? part : `${found.sheet} ${found.cell}`);
    }
    return same(headerOf(part, path) ?? called[part] ?? part);
  };
