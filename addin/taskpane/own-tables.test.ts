import { describe, expect, it } from "vitest";
import { agreement } from "@prestatieafspraken/agreements";
import { quartersFromShort, tables, type SheetTable } from "@prestatieafspraken/quarterly";
import { previewOf } from "./column-values.js";
import { missingIn, profileOf, propose, readProfile } from "./own-tables.js";

const oegstgeest = agreement("oegstgeest-2025-2028")!;
const definition = (name: string) => tables.find((one) => one.name === name)!;
/** Days since 30-12-1899: 30 September 2026 is 46295. */
const day = 46295;
const list = (
  sheet: string,
  headers: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): SheetTable => ({
  name: null,
  sheet,
  headerRow: 1,
  firstColumn: 1,
  headers,
  rows,
  isDate: (row, column) => typeof rows[row]![column] === "number" && (rows[row]![column] as number) > 40_000,
});

describe("three lists kept by a corporation", () => {
  it("projects: also proposes what the list lacks, the quarter and the kind of party", () => {
    const projects = list(
      "Bouwprojecten",
      [
        "Nr",
        "Naam plan",
        "Opdrachtgever",
        "Status",
        "Sociaal",
        "Midden",
        "Koopwoningen",
        "Aantal woningen",
        "Verwachte oplevering",
      ],
      [
        ["B-01", "Rijnhof", "WYwonen", "in uitvoering", 40, 12, 20, 72, day + 300],
        ["B-02", "Geversplein", "Van der Laan Vastgoed", "vergunning verleend", 24, 20, 46, 90, day + 600],
      ],
    );
    const proposal = propose(definition("PA_Nieuwbouw"), projects, oegstgeest, "2026-Q3");
    expect(proposal.headers).toMatchObject({
      Projectnaam: "Naam plan",
      Ontwikkelaar: "Opdrachtgever",
      Koop: "Koopwoningen",
      "Oplevering gepland": "Verwachte oplevering",
    });
    expect(proposal.constants).toEqual({ Kwartaal: "2026-Q3" });
    expect(proposal.lookups["Partijtype"]).toMatchObject({
      from: "Opdrachtgever",
      values: { WYwonen: "corporatie", "": "commercieel" },
    });
  });

  it("lettings: Q1 on a sheet named after a year is a quarter of that year", () => {
    const lettings = list(
      "Verhuringen 2026",
      ["Kwartaal", "Corporatie", "Doelgroep", "Aantal verhuringen"],
      [
        ["Q1", "WYwonen", "Regulier", 18],
        ["Q3", "WYwonen", "Statushouders", 3],
      ],
    );
    const proposal = propose(definition("PA_Toewijzingen"), lettings, oegstgeest, "2026-Q3");
    expect(proposal.headers).toMatchObject({ Verhuurder: "Corporatie", Aantal: "Aantal verhuringen" });
    expect(proposal.lookups["Kwartaal"]).toEqual({ from: "Kwartaal", values: { Q1: "2026-Q1", Q3: "2026-Q3" } });
  });

  it("stock: counts on two dates are opening and closing stock", () => {
    const stock = list(
      "Bezit",
      ["Peildatum", "Corporatie", "Type", "1-7-2026", "Nieuw", "30-9-2026"],
      [
        [day, "WYwonen", "Sociale huur", 1671, 6, 1677],
        [day, "Portaal", "Sociale huur", 95, 1, 96],
      ],
    );
    const proposal = propose(definition("PA_Voorraad"), stock, oegstgeest, "2026-Q3");
    expect(proposal.headers).toMatchObject({
      Verhuurder: "Corporatie",
      Beginstand: "1-7-2026",
      Eindstand: "30-9-2026",
    });
  });

  it("a column with the right name but other contents is not proposed", () => {
    const other = list(
      "Blad1",
      ["Kwartaal", "Verhuurder"],
      [
        ["Rijnhof", 12],
        ["Geversplein", 13],
      ],
    );
    const { headers } = propose(definition("PA_Toewijzingen"), other, oegstgeest, null);
    expect(headers).toEqual({});
  });

  it("names required columns without a proposal", () => {
    const nothing = { headers: {}, constants: { Kwartaal: "2026-Q3" }, lookups: {} };
    expect(missingIn(definition("PA_Toewijzingen"), nothing)).toEqual(["Verhuurder", "Categorie", "Aantal"]);
  });
});

describe("a mapping as a file", () => {
  it("is read back unchanged", () => {
    const mapping = {
      PA_Labels: { sheet: "EP", headers: { Label: "Energieklasse" }, constants: { Kwartaal: "2026-Q3" } },
    };
    expect(readProfile(profileOf(mapping))).toEqual(mapping);
  });

  it.each(["", "{half", "[]", '{"lijsten":{}}', "null"])("cannot be read from %j", (text) => {
    expect(readProfile(text)).toBeNull();
  });
});

describe("the values of a column", () => {
  it("are previewed by the first distinct values, with dates as dates", () => {
    const dossiers = list(
      "Blad1",
      ["Nr", "Dag"],
      [
        ["B-01", day],
        ["B-01", null],
        ["B-02", day],
        ["B-03", day + 1],
        ["B-04", day + 2],
      ],
    );
    expect(previewOf(dossiers, "Nr")).toBe("B-01, B-02, B-03");
    expect(previewOf(dossiers, "Dag")).toBe("30-09-2026, 01-10-2026, 02-10-2026");
    expect(previewOf(dossiers, "Weg")).toBe("");
  });

  it("short quarters become quarters of the year in the sheet name, only if all values are short quarters", () => {
    const headers = ["Kwartaal"];
    expect(quartersFromShort(list("Verhuringen 2026", headers, [["Q1"], ["K3"]]), "Kwartaal")).toEqual({
      from: "Kwartaal",
      values: { Q1: "2026-Q1", K3: "2026-Q3" },
    });
    expect(quartersFromShort(list("Verhuringen", headers, [["Q1"]]), "Kwartaal")).toBeNull();
    expect(quartersFromShort(list("Verhuringen 2026", headers, [["Q1"], ["voorjaar"]]), "Kwartaal")).toBeNull();
    expect(quartersFromShort(list("Verhuringen 2026", headers, []), "Kwartaal")).toBeNull();
  });
});
