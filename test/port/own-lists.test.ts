// Lists people already have come in as they are, without a page: the export of a corporation's own system, and the public list of labels.
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { profilesIn, profilesText, type CellValue } from "@prestatieafspraken/quarterly";
import { makeTemplate } from "@prestatieafspraken/xlsx";
import { chooseAll, pointOut, putAllIn, takeIn } from "../../addin/taskpane/collect.js";
import { missingIn, propose } from "../../addin/taskpane/own-tables.js";
import { Session } from "../../addin/taskpane/session.js";
import { fileInPane } from "./file-in-pane.js";

const agreement = agreements.find(({ id }) => id === "oegstgeest-2025-2028")!;

async function empty(quarter: string): Promise<Session> {
  const bytes = await makeTemplate({ agreement, agreements, language: "nl", sample: "none", quarter });
  const options = {
    language: "nl" as const,
    agreements,
    today: "2026-10-12",
    docs: "/",
    help: "/",
    startup: null,
    addIn: null,
  };
  const session = new Session(fileInPane(bytes), options);
  await session.check();
  return session;
}
const csv = (name: string, lines: readonly string[]): File => new File([lines.join("\r\n")], name);

const projects = csv("Bouwprojecten.csv", [
  "Nr;Naam plan;Opdrachtgever;Soort;Status;Sociaal;Middenhuur;Vrije sector;Koopwoningen;Nader te bepalen;Aantal woningen;Verwachte oplevering",
  "B-01;Rijnhof;WYwonen;nieuwbouw;in aanbouw;40;12;0;20;0;72;1-7-2027",
  "B-02;Geversplein;Van der Laan Vastgoed;transformatie;vergunning;24;20;0;46;0;90;31-12-2027",
]);
const lettings = csv("Verhuringen 2026.csv", [
  "Kwartaal;Corporatie;Doelgroep;Aantal verhuringen",
  "Q2;WYwonen;Regulier;17",
  "Q3;WYwonen;Regulier;18",
  "Q3;WYwonen;Statushouders;3",
]);
const stock = csv("Bezit.csv", [
  "Corporatie;Segment;Beginstand;Nieuw;Verkoop;Eindstand",
  "WYwonen;sociaal;1671;6;0;1677",
  "Portaal;sociaal;96;1;1;96",
]);

/** What stands in a table of the workbook, by its own headers without their star. */
async function standing(session: Session, table: string, headers: readonly string[]): Promise<CellValue[][]> {
  const found = (await session.workbook.tables()).find(({ name }) => name === table)!;
  const at = headers.map((header) => found.headers.findIndex((own) => own.replace("*", "").trim() === header));
  return found.rows
    .map((row) => at.map((column) => row[column] ?? null))
    .filter((row) => row.some((value) => value !== null));
}

describe("three lists of a corporation's own", () => {
  it("come in within ten steps, and next quarter in one", async () => {
    const session = await empty("2026-Q3");
    let steps = 1;
    await takeIn(session, [projects, lettings, stock]);
    expect(session.state.notice).toBeNull();
    const tables = {
      "Bouwprojecten.csv": "PA_Nieuwbouw",
      "Verhuringen 2026.csv": "PA_Toewijzingen",
      "Bezit.csv": "PA_Voorraad",
    };
    for (const own of session.state.ownFiles) {
      const definition = session.state.ret!.tables.get(tables[own.file as keyof typeof tables])!.definition;
      const [block] = own.blocks;
      const said = propose(definition, block!, session.state.ret!.agreement, "2026-Q3");
      expect([own.file, ...missingIn(definition, said)]).toEqual([own.file]);
      await pointOut(session, own, own.file.split(".")[0]!, { definition, block: block!, said });
      steps += 1;
    }
    // A list whose columns are named like ours needs nothing pointed out.
    expect(session.state.incoming.map(({ file }) => file).sort()).toEqual(Object.keys(tables).sort());
    await putAllIn(session);
    steps += 1;
    expect(steps).toBeLessThan(10);
    expect(session.state.incoming).toEqual([]);
    expect(await standing(session, "PA_Toewijzingen", ["Kwartaal", "Verhuurder", "Aantal"])).toEqual([
      ["2026-Q2", "WYwonen", 17],
      ["2026-Q3", "WYwonen", 18],
      ["2026-Q3", "WYwonen", 3],
    ]);
    expect(await standing(session, "PA_Voorraad", ["Kwartaal", "Verhuurder", "Beginstand", "Eindstand"])).toEqual([
      ["2026-Q3", "WYwonen", 1671, 1677],
      ["2026-Q3", "Portaal", 96, 96],
    ]);
    expect(
      await standing(session, "PA_Nieuwbouw", ["Kwartaal", "Project_id", "Ontwikkelaar", "Partijtype", "Totaal"]),
    ).toEqual([
      ["2026-Q3", "B-01", "WYwonen", "corporatie", 72],
      ["2026-Q3", "B-02", "Van der Laan Vastgoed", "commercieel", 90],
    ]);

    // The quarter after, in the workbook of a colleague who was sent the file with the same arrangement.
    const next = await empty("2026-Q4");
    const passed = new File([profilesText(await profilesIn(session.workbook))], "eigen-lijsten.json");
    await takeIn(next, [new File(["{}"], "iets.json"), passed]);
    expect(next.state.notice).toMatchObject({
      kind: "problem",
      text: { nl: expect.stringContaining("iets.json") as string },
    });
    expect((await profilesIn(next.workbook)).map(({ name }) => name)).toEqual(
      (await profilesIn(session.workbook)).map(({ name }) => name),
    );
    const stockLater = csv("Bezit per 31 december.csv", [
      "Corporatie;Segment;Beginstand;Nieuw;Verkoop;Eindstand",
      "WYwonen;sociaal;1677;0;2;1675",
    ]);
    await takeIn(next, [stockLater]);
    expect(next.state.ownFiles).toEqual([]);
    await putAllIn(next);
    expect(await standing(next, "PA_Voorraad", ["Kwartaal", "Verhuurder", "Verkoop", "Eindstand"])).toEqual([
      ["2026-Q4", "WYwonen", 2, 1675],
    ]);
    session.close();
    next.close();
  });
});

describe("the public list of energy labels", () => {
  // Column names as the list itself has them; below some lines about the publication.
  const list = csv("v20261101_csv.csv", [
    "PublicatieDatum;20261101",
    "LaatstVerwerkteMutatievolgnummer;7654321",
    "Pand_opnamedatum;Pand_energieklasse;Meting_geldig_tot;Pand_registratiedatum;Pand_postcode;Pand_bagverblijfsobjectid",
    "20140501;D;20240501;20140510;2341AA;0579010000000001",
    "20250310;B;20350310;20250312;2341AA;0579010000000001",
    "20261015;A;20361015;20261016;2341AA;0579010000000001",
    "20200101;C;20300101;20200105;2341AB;0579010000000002",
    "20200101;E;20300101;20200105;2341AC;0363010000000009",
  ]);

  it("gives the homes of the workbook their label of the reference date, and asks where it differs", async () => {
    const session = await empty("2026-Q3");
    const homes = session.state.ret!.tables.get("PA_Woningen")!.raw;
    const at = (header: string): number => homes.headers.findIndex((own) => own.replace("*", "").trim() === header);
    const home = (id: string, label: string | null): CellValue[] => {
      const row: CellValue[] = homes.headers.map(() => null);
      row[at("BAG_vbo_id")] = id;
      row[at("Verhuurder")] = "WYwonen";
      row[at("Label")] = label;
      return row;
    };
    await session.workbook.appendRows(homes, [home("0579010000000001", null), home("0579010000000002", "D")]);
    await session.check();
    await takeIn(session, [list]);
    const [incoming] = session.state.incoming;
    expect(incoming!.as).toEqual({ kind: "labels", homes: 2 });
    // The survey of 15 October comes after the reference date, 30 September; the one of 2014 no longer held.
    expect(incoming!.plan).toMatchObject({ added: 0 });
    expect(incoming!.plan.contradictions.map(({ field, here, there }) => [field, here.value, there.value])).toEqual([
      ["Label", "D", "C"],
    ]);
    chooseAll(session, incoming!, "there");
    await putAllIn(session);
    expect(await standing(session, "PA_Woningen", ["BAG_vbo_id", "Label", "Opnamedatum"])).toEqual([
      // 45726 days after 30-12-1899 is 10-3-2025; 43831 is 1-1-2020.
      ["0579010000000001", "B", 45726],
      ["0579010000000002", "C", 43831],
    ]);
    session.close();
  });
});
