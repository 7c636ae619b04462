// How much a policy officer types: a plain agreement of ten articles stays under sixty cells.
import { expect, it } from "vitest";
import { indicators } from "@prestatieafspraken/indicators";
import { checkAgreementSheets, toSheets, type CellBlock } from "../src/index.js";

type Cells = readonly (readonly (string | null)[])[];
const block = (sheet: string, headers: readonly string[], rows: Cells): CellBlock => ({
  ...{ sheet, name: `Afspraken_${sheet}`, headerRow: 5, firstColumn: 1, headers, rows },
});

const sheets = [
  block(
    "Gegevens",
    ["Gegeven", "Waarde"],
    [
      ["Titel", "Prestatieafspraken Veenstad 2026-2029"],
      ["Gemeente", "Veenstad"],
      ["Eerste dag", "1-1-2026"],
      ["Laatste dag", "31-12-2029"],
    ],
  ),
  block(
    "Partijen",
    ["Naam", "Soort"],
    [
      ["Gemeente Veenstad", "gemeente"],
      ["De Oever", "corporatie"],
      ["Huurdersvereniging De Kade", "huurdersorganisatie"],
    ],
  ),
  block(
    "Afspraken",
    ["Artikel", "Afspraak", "Normen", "Uiterlijk"],
    [
      ["A1", "Ten minste 30 procent van de nieuwe woningen is sociale huur", "N1", null],
      ["A2", "Ten hoogste een kwart van de toewijzingen gaat naar urgente groepen", "N2", null],
      ["A3", "Er komen 200 sociale huurwoningen bij", "N3", null],
      ["B1", "Eind 2028 zijn er geen woningen meer met label E, F of G", "N4", null],
      ["B2", "Huurders krijgen uitleg over hun energieverbruik", null, null],
      ["B3", "Er ligt een plan voor de flat aan de Kade", null, "31-12-2026"],
      ["C1", "Partijen melden leegstand aan elkaar", null, null],
      ["C2", "De wachtlijst wordt opgeschoond", null, "1-7-2027"],
      ["C3", "Partijen overleggen over overlast", null, null],
      ["C4", "De huurdersvereniging krijgt de stukken twee weken vooraf", null, null],
    ],
  ),
  block(
    "Normen",
    ["Kenmerk", "Indicator", "Vergelijking", "Waarde", "Uiterlijk"],
    [
      ["N1", "NEWBUILDSHARE", "ten minste", "30%", null],
      ["N2", "URGENTSHARE", "ten hoogste", "25%", null],
      ["N3", "SOCIALTARGET", "ten minste", "200", null],
      ["N4", "LABELSHARE", "ten hoogste", "0%", "31-12-2028"],
    ],
  ),
];

it("a plain agreement of ten articles is fifty-three cells, and what is not typed follows", async () => {
  const { problems, file } = await checkAgreementSheets(sheets, { indicators });
  expect(problems).toEqual([]);
  const typed = sheets.flatMap(({ sheet, rows }) =>
    // The names on Gegevens are in the template already.
    rows.flatMap((row) => (sheet === "Gegevens" ? row.slice(1) : row).filter((cell) => cell !== null)),
  );
  expect(typed).toHaveLength(53);
  expect(file!.commitments.map(({ kind }) => kind)).toEqual([
    ...["number", "number", "number", "number", "effort", "dated", "effort", "dated", "effort", "effort"],
  ]);
  // Written to sheets again it is no more than was typed: cells that equal a default stay empty.
  const written = toSheets(file!).flatMap(({ sheet, rows }) =>
    rows.flatMap((row) => (sheet === "Gegevens" ? row.slice(1) : row).filter((cell) => cell !== null)),
  );
  expect(written).toHaveLength(53);
});
