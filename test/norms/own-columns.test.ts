// Own columns and tables described in an agreement: they are in its template with help, list and check, and are read
// and checked in its return.
import { writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openXlsx } from "@prestatieafspraken/xlsx";
import { ownFolder, pa } from "../pa/pa.js";
import { agreementOf, workbookOf, type About } from "./agreement-and-return.js";

const name = ownFolder();
const about: About = {
  norms: [{ id: "GELD", indicator: "INVESTERING", comparator: ">=", value: "100" }],
  columns: [
    {
      table: "PA_Investeringen",
      header: "Soort ingreep",
      type: "choice",
      choices: ["isolatie", "warmtepomp"],
      required: true,
      help: { nl: "Waar het geld aan is uitgegeven.", en: "What the money was spent on." },
    },
    { table: "PA_Investeringen", header: "Bedrag", type: "amount", required: true },
    { table: "PA_Nieuwbouw", header: "Betaalbare koop", type: "count" },
  ],
  indicators: [
    {
      id: "INVESTERING",
      unit: "EUR",
      inputs: { n: { table: "PA_Investeringen", column: "Bedrag", aggregate: "sum", window: "term" } },
      expression: "n",
    },
  ],
};

it("are at their place in the template, with help, a list and a check", async () => {
  writeFileSync(name("afspraken.json"), agreementOf(about));
  const made = await pa("template", name("leeg.xlsx"), "--agreement", name("afspraken.json"));
  expect([made.code, made.err]).toEqual([0, ""]);
  const bytes = new Uint8Array(readFileSync(name("leeg.xlsx")));
  const tables = await openXlsx(bytes).tables();
  const headers = (table: string) => tables.find((one) => one.name === table)?.headers;
  expect(headers("PA_Investeringen")).toEqual(["Kwartaal", "Verhuurder", "Soort ingreep", "Bedrag"]);
  expect(headers("PA_Nieuwbouw")?.at(-1)).toBe("Betaalbare koop");
  const parts = Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)] as const);
  const sheet = parts.find(([path, xml]) => path.includes("worksheets/") && xml.includes("isolatie"))?.[1] ?? "";
  expect(sheet).toContain("isolatie,warmtepomp");
  expect(parts.some(([, xml]) => xml.includes("Waar het geld aan is uitgegeven."))).toBe(true);
});

it("that the agreement counts in but does not describe are at their place in the template too", async () => {
  const undescribed: About = {
    norms: [{ id: "HOUT", indicator: "HOUT", comparator: ">=", value: "100" }],
    indicators: [
      {
        id: "HOUT",
        unit: "homes",
        inputs: {
          n: { table: "PA_Nieuwbouw", column: "Houten woningen", aggregate: "sum", where: { Wijk: "Noord" } },
        },
        expression: "n",
      },
    ],
  };
  writeFileSync(name("hout.json"), agreementOf(undescribed));
  expect((await pa("template", "--agreement", name("hout.json"), name("hout.xlsx"))).code).toBe(0);
  const projects = (await openXlsx(readFileSync(name("hout.xlsx"))).tables()).find(
    (one) => one.name === "PA_Nieuwbouw",
  );
  expect(projects?.headers.slice(-2)).toEqual(["Houten woningen", "Wijk"]);
});

it("are checked in a return: a value not in the list, an empty cell, an invalid amount, and a missing table", async () => {
  writeFileSync(name("afspraken.json"), agreementOf(about));
  const line = { Kwartaal: "2025-Q1", Verhuurder: "De Oever" };
  writeFileSync(
    name("opgave.xlsx"),
    workbookOf("2025-Q1", {
      PA_Investeringen: [
        { ...line, "Soort ingreep": "isolatie", Bedrag: 100 },
        { ...line, "Soort ingreep": "isolati", Bedrag: 100 },
        { ...line, "Soort ingreep": "warmtepomp", Bedrag: "veel" },
        { ...line, Verhuurder: "Polderwonen", "Soort ingreep": "warmtepomp", Bedrag: null },
      ],
    }),
  );
  const checked = await pa("check", name("opgave.xlsx"), "--agreement", name("afspraken.json"), "--json");
  const { issues } = JSON.parse(checked.out) as { issues: { table: string; cell: string | null; severity: string }[] };
  const errors = issues.filter(({ table, severity }) => table === "PA_Investeringen" && severity === "error");
  expect(errors.map(({ cell }) => cell).sort()).toEqual(["C3", "D4", "D5"]);

  writeFileSync(
    name("zonder.xlsx"),
    workbookOf("2025-Q1", { PA_Toewijzingen: [{ ...line, Categorie: "regulier", Aantal: 1 }] }),
  );
  const without = await pa("check", name("zonder.xlsx"), "--agreement", name("afspraken.json"), "--json");
  expect(without.out).toContain("PA_Investeringen");
});

it.each([
  [
    "a table that cannot have them",
    { table: "PA_Normen", header: "Iets", type: "text" },
    "kan geen eigen kolommen hebben",
  ],
  ["a name nearly that of a table", { table: "PA_Niewbouw", header: "Iets", type: "text" }, "lijkt op PA_Nieuwbouw"],
  [
    "a column that is there already",
    { table: "PA_Nieuwbouw", header: "koop", type: "count" },
    "is er al in PA_Nieuwbouw",
  ],
  ["a choice without values", { table: "PA_Eigen", header: "Soort", type: "choice" }, "ten minste twee"],
])("refuses %s, and says what to do", async (_, column, because) => {
  const { columns = [], ...rest } = about;
  writeFileSync(name("fout.json"), agreementOf({ ...rest, columns: [...columns, column as (typeof columns)[number]] }));
  const checked = await pa("agreement", "check", name("fout.json"));
  expect(checked.code).toBe(1);
  expect(checked.out).toContain(because);
});
