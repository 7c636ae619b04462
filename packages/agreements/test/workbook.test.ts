import { describe, expect, it } from "vitest";
import { readDay, type CellToWrite } from "@prestatieafspraken/indicators";
import { agreements } from "../src/agreements.js";
import {
  checkAgreementSheets,
  factsSheet,
  fromSheets,
  toSheets,
  type CellBlock,
  type SheetRows,
} from "../src/index.js";

/** Sheets as a workbook delivers them, with dates typed as Dutch text ("01-01-2025"). */
const asBlocks = (sheets: readonly SheetRows[]): CellBlock[] =>
  sheets.map(({ sheet, table, columns, rows }) => ({
    sheet,
    name: table,
    headerRow: 4,
    firstColumn: 1,
    headers: sheet === factsSheet ? ["Gegeven", "Waarde"] : columns.map(({ header }) => header),
    rows: rows.map((row) => row.map(typed)),
  }));
const typed = (cell: CellToWrite) =>
  typeof cell === "object" && cell !== null && "day" in cell ? cell.day.split("-").reverse().join("-") : cell;

describe("an agreement as a workbook", () => {
  it.each(agreements.map((agreement) => [agreement.id, agreement] as const))(
    "%s: written and read again it is the same",
    async (_id, agreement) => {
      const checked = await checkAgreementSheets(asBlocks(toSheets(agreement)));
      expect(checked.problems).toEqual([]);
      expect(checked.file).toEqual(agreement);
    },
  );

  it("names the cell, why and what to do", async () => {
    const blocks = asBlocks(toSheets(agreements[0]!)).map((block) =>
      block.sheet !== "Normen"
        ? block
        : {
            ...block,
            rows: block.rows.map((row, i) =>
              i > 1
                ? row
                : row.map((cell, at) =>
                    block.headers[at] === "Waarde"
                      ? "veel"
                      : block.headers[at] === "Vergelijking" && i === 1
                        ? "ongeveer"
                        : cell,
                  ),
            ),
          },
    );
    const { problems } = await checkAgreementSheets(blocks);
    expect(problems.map(({ sheet, cell, message }) => `${sheet}!${cell} ${message.nl}`)).toEqual([
      "Normen!D5 Waarde: “veel” is geen getal. Schrijf bijvoorbeeld 30%, 360 of 498,20.",
      "Normen!C6 Vergelijking: “ongeveer” kan hier niet. Kies uit: ten minste, ten hoogste, meer dan, minder dan, precies.",
      "Normen!D6 Waarde: “veel” is geen getal. Schrijf bijvoorbeeld 30%, 360 of 498,20.",
    ]);
  });

  it("a mistake only the whole shows points at its cell too", async () => {
    const blocks = asBlocks(toSheets(agreements[0]!)).map((block) =>
      block.sheet !== "Afspraken"
        ? block
        : {
            ...block,
            rows: block.rows.map((row, i) =>
              i > 0 ? row : row.map((cell, at) => (block.headers[at] === "Normen" ? "EIND-9" : cell)),
            ),
          },
    );
    const { problems } = await checkAgreementSheets(blocks);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      sheet: "Afspraken",
      cell: `${String.fromCharCode(65 + blocks[2]!.headers.indexOf("Normen"))}5`,
    });
  });

  it("takes what people type: percentages, days, names of parties, Dutch only", async () => {
    const sheet = (name: string, headers: string[], ...rows: (string | number | null)[][]): CellBlock => ({
      sheet: name,
      name: null,
      headerRow: 1,
      firstColumn: 1,
      headers,
      rows,
    });
    const { file, problems } = await checkAgreementSheets([
      sheet(
        "Gegevens",
        ["Gegeven", "Waarde"],
        ["Titel", "Afspraken Proefdorp"],
        ["Gemeente", "Proefdorp"],
        ["Eerste dag", "1 januari 2026"],
        ["Laatste dag", 47483],
      ),
      sheet(
        "Partijen",
        ["Naam", "Soort"],
        ["Gemeente Proefdorp", "gemeente"],
        ["Woongoed", "corporatie"],
        ["Wonen in Noord", "Corporatie"],
      ),
      sheet(
        "Afspraken",
        ["Artikel", "Soort", "Afspraak", "Trekker", "Normen"],
        ["B1", "getal", "Ten minste 30 procent sociaal in de nieuwbouw", "Woongoed; wonen in noord", "B1"],
        ["1.4.2", "inspanning", "Wij delen kennis", null, null],
      ),
      sheet("Normen", ["Kenmerk", "Indicator", "Vergelijking", "Waarde"], ["B1", "NEWBUILDSHARE", "ten minste", "30%"]),
    ]);
    expect(problems).toEqual([]);
    expect(file).toMatchObject({
      id: "proefdorp-2026-2029",
      from: "2026-01-01",
      until: readDay(47483),
      title: { nl: "Afspraken Proefdorp", en: "Afspraken Proefdorp" },
      norms: [{ value: "0.30", strength: "hard", source: { title: "Afspraken Proefdorp" } }],
      commitments: [
        { lead: ["woongoed", "wonen-in-noord"] },
        { article: "1.4.2", lead: ["gemeente-proefdorp", "woongoed", "wonen-in-noord"] },
      ],
    });
  });

  it("no sheet at all is one sentence", () => {
    expect(fromSheets([]).problems.map(({ message }) => message.nl)).toEqual([
      "Het blad Gegevens ontbreekt. Begin met een nieuwe werkmap voor afspraken, of voeg dat blad toe met de kolommen Gegeven en Waarde.",
    ]);
  });
});
