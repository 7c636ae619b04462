// All kinds of norms in real municipal agreements, each as an agreement file (JSON and workbook), through `pa report`.
// Expected values are counted by hand from the rows above them. Verdicts follow from norm and date: an even path over
// the term for a growing number, the figure itself for a norm that applies at every moment.
import { describe, expect, it } from "vitest";
import { ownFolder } from "../pa/pa.js";
import type { OwnIndicator, OwnInput } from "@prestatieafspraken/indicators";
import { reportOf, type About, type Row, type Rows } from "./agreement-and-return.js";

const name = ownFolder();
/** The report, which is the same whether the agreement is JSON or a workbook. */
const told = async (about: About, quarter: string, rows: Rows) => {
  const made = await reportOf(name, about, quarter, rows);
  expect(made.again).toEqual({ results: made.results, commitments: made.commitments });
  return made;
};

const quarters = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${from + Math.floor(i / 4)}-Q${(i % 4) + 1}`);

/** A row of the stock table that adds up. */
const stock = (
  Kwartaal: string,
  Verhuurder: string,
  begin: number,
  moved: Readonly<Record<string, number>> = {},
): Row => {
  const { Nieuwbouw = 0, Aankoop = 0, Sloop = 0, Verkoop = 0, Liberalisatie = 0 } = moved;
  return {
    Kwartaal,
    Verhuurder,
    Segment: "sociaal",
    Beginstand: begin,
    ...{ Nieuwbouw, Aankoop, "Overig erbij": 0, Sloop, Verkoop, Liberalisatie, "Overig eraf": 0 },
    Eindstand: begin + Nieuwbouw + Aankoop - Sloop - Verkoop - Liberalisatie,
  };
};
/** The stock of both corporations in every quarter of 2024 and in the first of 2025, with the changes in each. */
const fiveQuarters = (oever: Readonly<Record<string, number>>, polder: Readonly<Record<string, number>> = {}): Row[] =>
  quarters(2024, 5).flatMap((quarter, i) => {
    const net = ({ Nieuwbouw = 0, Sloop = 0, Verkoop = 0, Liberalisatie = 0 }: Readonly<Record<string, number>>) =>
      Nieuwbouw - Sloop - Verkoop - Liberalisatie;
    return [
      stock(quarter, "De Oever", 1000 + i * net(oever), oever),
      stock(quarter, "Polderwonen", 500 + i * net(polder), polder),
    ];
  });

const project = (Project_id: string, Fase: string, more: Row): Row => ({
  Kwartaal: "2025-Q1",
  Project_id,
  Projectnaam: Project_id,
  Ontwikkelaar: "De Oever",
  Partijtype: "corporatie",
  Projectsoort: "nieuwbouw",
  Fase,
  "Sociale huur": 0,
  "Middeldure huur": 0,
  "Vrije huur": 0,
  Koop: 0,
  "Nader te bepalen": 0,
  Studenteneenheden: 0,
  "Oplevering werkelijk": null,
  ...more,
});

const sum = (table: string, column: string, where: Record<string, string | string[]>, window: "term" | "year") =>
  ({ table, column, aggregate: "sum", where, window }) as const;
const social = { Segment: "sociaal" };
/** An indicator that is one count. */
const counted = (id: string, unit: OwnIndicator["unit"], n: OwnInput, more: { readonly perParty?: true } = {}) => ({
  ...{ id, unit, ...more, inputs: { n }, expression: "n" },
});

describe("kinds of norms", () => {
  it("new social homes delivered in the term", async () => {
    const made = await told(
      {
        norms: [{ id: "NIEUW", indicator: "OPGELEVERD", comparator: ">=", value: "400" }],
        indicators: [
          counted("OPGELEVERD", "homes", {
            table: "PA_Nieuwbouw",
            column: "Sociale huur",
            aggregate: "sum",
            where: { Fase: "opgeleverd", "Oplevering werkelijk": { from: "agreement" } },
          }),
        ],
      },
      "2025-Q1",
      {
        PA_Nieuwbouw: [
          // Delivered before the agreement began, delivered in the term, and under construction.
          project("P1", "opgeleverd", { "Sociale huur": 210, Totaal: 210, "Oplevering werkelijk": "2022-05-01" }),
          project("P2", "opgeleverd", { "Sociale huur": 90, Totaal: 90, "Oplevering werkelijk": "2024-06-01" }),
          project("P3", "opgeleverd", { "Sociale huur": 60, Totaal: 60, "Oplevering werkelijk": "2025-02-01" }),
          project("P4", "in aanbouw", { "Sociale huur": 300, Totaal: 300 }),
        ],
      },
    );
    // 90 + 60 = 150 of 400; after 456 of 1461 days an even path is at 124.9.
    expect(made.line("OPGELEVERD")).toMatchObject({ exact: "150", verdict: "on-track", provisional: true });
    expect(made.article("1")).toMatchObject({ verdict: "on-track" });
  });

  it("a number of social homes without a number of new homes: the number itself, with the article judged by what is delivered", async () => {
    const { line, article } = await told(
      { norms: [{ id: "NIEUW", indicator: "SOCIALTARGET", comparator: ">=", value: "240", deadline: "2027-12-31" }] },
      "2025-Q1",
      {
        PA_Nieuwbouw: [
          project("P1", "opgeleverd", { "Sociale huur": 90, Totaal: 90, "Oplevering werkelijk": "2024-06-01" }),
          project("P2", "in aanbouw", { "Sociale huur": 200, Totaal: 200, "Oplevering gepland": "2027-06-01" }),
        ],
      },
    );
    expect(line("SOCIALTARGET")).toMatchObject({ exact: "240", verdict: "no-norm" });
    // 90 delivered and 200 to come, of 240.
    expect(article("1")).toMatchObject({ verdict: "on-track", provisional: true });
  });

  it("counted over one quarter: the line and the article are judged, whatever the period is called", async () => {
    const { line, article } = await told(
      {
        norms: [{ id: "VERKOOP", indicator: "VERKOCHT", comparator: "<=", value: "5", period: "quarter" }],
        indicators: [
          counted("VERKOCHT", "homes", {
            table: "PA_Voorraad",
            column: "Verkoop",
            aggregate: "sum",
            where: social,
            window: "quarter",
          }),
        ],
      },
      "2025-Q1",
      { PA_Voorraad: fiveQuarters({ Verkoop: 4 }, { Verkoop: 2 }) },
    );
    // 4 + 2 in the quarter, and the quarter is over.
    expect(line("VERKOCHT")).toMatchObject({ exact: "6", verdict: "missed" });
    expect(article("1")).toMatchObject({ verdict: "missed" });
  });

  it("a different norm for each corporation, and an article judged by its weakest norm", async () => {
    const net = {
      id: "NETTO",
      unit: "homes" as const,
      perParty: true,
      inputs: {
        erbij: sum("PA_Voorraad", "Nieuwbouw", social, "term"),
        eraf: sum("PA_Voorraad", "Verkoop", social, "term"),
      },
      expression: "erbij - eraf",
    };
    const made = await told(
      {
        norms: [
          {
            id: "OEVER",
            indicator: "NETTO",
            comparator: ">=",
            value: "50",
            period: "term",
            parties: ["oever"],
            deadline: "2025-03-31",
          },
          {
            id: "POLDER",
            indicator: "NETTO",
            comparator: ">=",
            value: "40",
            period: "term",
            parties: ["polder"],
            deadline: "2025-03-31",
          },
        ],
        indicators: [net],
      },
      "2025-Q1",
      { PA_Voorraad: fiveQuarters({ Nieuwbouw: 14, Verkoop: 2 }, { Nieuwbouw: 9, Verkoop: 2 }) },
    );
    // Five quarters of 14 - 2 are 60 of 50; of 9 - 2 are 35 of 40; the deadline has passed.
    expect(made.line("NETTO", "oever")).toMatchObject({ exact: "60", verdict: "met" });
    expect(made.line("NETTO", "polder")).toMatchObject({ exact: "35", verdict: "missed" });
    // The total has no norm: 95 homes, and the article is missed.
    expect(made.line("NETTO")).toMatchObject({ exact: "95", verdict: "no-norm" });
    expect(made.article("1")).toMatchObject({ verdict: "missed" });
  });

  it("a level at a date, also of homes under a rent limit by its name", async () => {
    const made = await told(
      {
        norms: [
          { id: "STAND", indicator: "VOORRAAD", comparator: ">=", value: "1500", deadline: "2025-03-31" },
          { id: "BETAALBAAR", indicator: "ONDER", comparator: ">=", value: "3", deadline: "2025-03-31" },
        ],
        indicators: [
          counted("VOORRAAD", "homes", { table: "PA_Voorraad", column: "Eindstand", aggregate: "sum", where: social }),
          counted("ONDER", "homes", {
            table: "PA_Woningen",
            aggregate: "count",
            where: { "Kale huur": { under: "aftopping-laag", inclusive: true } },
          }),
        ],
        articles: { "1": ["STAND"], "2": ["BETAALBAAR"] },
      },
      "2025-Q1",
      {
        PA_Voorraad: fiveQuarters({ Nieuwbouw: 1 }),
        // The low capping limit of 2025 is 682.96: a rent equal to it counts, a cent more does not.
        PA_Woningen: [600, 682.96, 682.97, 900].map((rent, i) => ({
          Kwartaal: "2025-Q1",
          Verhuurder: "De Oever",
          BAG_vbo_id: `058401000000000${i}`,
          Label: "A",
          Segment: "sociaal",
          "Kale huur": rent,
        })),
      },
    );
    expect(made.line("VOORRAAD")).toMatchObject({ exact: "1505", verdict: "met" });
    expect(made.line("ONDER")).toMatchObject({ exact: "2" });
  });

  it("a share of new build, and a share of that share", async () => {
    const homes = (column: string) =>
      ({ table: "PA_Nieuwbouw", column, aggregate: "sum", where: { Fase: { not: "vervallen" } } }) as const;
    const made = await told(
      {
        norms: [
          { id: "BETAALBAAR", indicator: "BETAALBAARDEEL", comparator: ">=", value: "0.6667" },
          { id: "SOCIAAL", indicator: "SOCIAALDEEL", comparator: ">=", value: "0.5" },
        ],
        columns: [{ table: "PA_Nieuwbouw", header: "Betaalbare koop", type: "count" }],
        indicators: [
          {
            id: "BETAALBAARDEEL",
            unit: "share",
            inputs: {
              s: homes("Sociale huur"),
              m: homes("Middeldure huur"),
              k: homes("Betaalbare koop"),
              t: homes("Totaal"),
            },
            expression: "(s + m + k) / t",
          },
          {
            id: "SOCIAALDEEL",
            unit: "share",
            inputs: { s: homes("Sociale huur"), m: homes("Middeldure huur"), k: homes("Betaalbare koop") },
            expression: "s / (s + m + k)",
          },
        ],
      },
      "2025-Q1",
      {
        PA_Nieuwbouw: [
          project("P1", "ontwerp", {
            "Sociale huur": 30,
            "Middeldure huur": 20,
            Koop: 50,
            "Betaalbare koop": 10,
            Totaal: 100,
          }),
          project("P2", "in aanbouw", {
            "Sociale huur": 10,
            "Middeldure huur": 0,
            Koop: 10,
            "Betaalbare koop": 10,
            Totaal: 20,
          }),
          project("P3", "vervallen", { "Sociale huur": 99, Koop: 0, "Betaalbare koop": 0, Totaal: 99 }),
        ],
      },
    );
    // (30 + 20 + 10 + 10 + 10) of 120 is 80/120 = 66.667%, just below 66.67%; 40 of 80 is half.
    expect(made.line("BETAALBAARDEEL")).toMatchObject({ exact: "2/3", verdict: "attention" });
    expect(made.line("SOCIAALDEEL")).toMatchObject({ exact: "1/2", verdict: "on-track" });
  });

  it("net growth, of all together and of each, over the term and over the year", async () => {
    const inputs = (window: "term" | "year") => ({
      nieuw: sum("PA_Voorraad", "Nieuwbouw", social, window),
      sloop: sum("PA_Voorraad", "Sloop", social, window),
      verkoop: sum("PA_Voorraad", "Verkoop", social, window),
    });
    const made = await told(
      {
        norms: [
          { id: "TERMIJN", indicator: "GROEI", comparator: ">=", value: "100", deadline: "2027-12-31" },
          {
            id: "OEVER",
            indicator: "GROEI",
            comparator: ">=",
            value: "60",
            parties: ["oever"],
            deadline: "2027-12-31",
          },
          { id: "JAAR", indicator: "GROEIJAAR", comparator: ">=", value: "12", period: "year" },
        ],
        indicators: [
          { id: "GROEI", unit: "homes", perParty: true, inputs: inputs("term"), expression: "nieuw - sloop - verkoop" },
          { id: "GROEIJAAR", unit: "homes", inputs: inputs("year"), expression: "nieuw - sloop - verkoop" },
        ],
      },
      "2025-Q1",
      { PA_Voorraad: fiveQuarters({ Nieuwbouw: 8, Sloop: 1, Verkoop: 2 }, { Nieuwbouw: 6, Verkoop: 1 }) },
    );
    // Five quarters of 5 and of 5; one quarter of 2025 so far.
    expect(made.line("GROEI")).toMatchObject({ exact: "50" });
    expect(made.line("GROEI", "oever")).toMatchObject({ exact: "25" });
    expect(made.line("GROEI", "polder")).toMatchObject({ exact: "25", verdict: "no-norm" });
    expect(made.line("GROEIJAAR")).toMatchObject({ exact: "10", verdict: "attention", provisional: true });
  });

  it("an investment in euro, from a table of the agreement's own", async () => {
    const made = await told(
      {
        norms: [{ id: "GELD", indicator: "INVESTERING", comparator: ">=", value: "35000000" }],
        columns: [{ table: "PA_Investeringen", header: "Bedrag", type: "amount", required: true }],
        indicators: [
          counted(
            "INVESTERING",
            "EUR",
            { table: "PA_Investeringen", column: "Bedrag", aggregate: "sum", window: "term" },
            { perParty: true },
          ),
        ],
      },
      "2025-Q1",
      {
        PA_Investeringen: quarters(2024, 5).flatMap((Kwartaal) => [
          { Kwartaal, Verhuurder: "De Oever", Bedrag: 1_500_000.5 },
          { Kwartaal, Verhuurder: "Polderwonen", Bedrag: 1_000_000 },
        ]),
      },
    );
    // Five times 2,500,000.50; an even path is at 35,000,000 x 456/1461 = 10.9 million.
    expect(made.line("INVESTERING")).toMatchObject({ exact: "25000005/2", verdict: "on-track" });
    expect(made.line("INVESTERING")!.explanation).toContain("€ 12.500.00");
    expect(made.line("INVESTERING", "oever")).toMatchObject({ exact: "15000005/2" });
  });

  it("homes with label E, F or G improved: counted over the term", async () => {
    const made = await told(
      {
        norms: [{ id: "BETER", indicator: "VERBETERD", comparator: ">=", value: "3000" }],
        columns: [
          { table: "PA_Verbetering", header: "Label vooraf", type: "label", required: true },
          { table: "PA_Verbetering", header: "Woningen", type: "count", required: true },
        ],
        indicators: [
          counted("VERBETERD", "homes", sum("PA_Verbetering", "Woningen", { "Label vooraf": ["E", "F", "G"] }, "term")),
        ],
      },
      "2025-Q1",
      {
        PA_Verbetering: quarters(2024, 5).flatMap((Kwartaal) =>
          ["De Oever", "Polderwonen"].flatMap((Verhuurder) => [
            { Kwartaal, Verhuurder, "Label vooraf": "D", Woningen: 400 },
            { Kwartaal, Verhuurder, "Label vooraf": "E", Woningen: 50 },
            { Kwartaal, Verhuurder, "Label vooraf": "g", Woningen: 30 },
          ]),
        ),
      },
    );
    // Ten times 50 + 30; the path requires 936.
    expect(made.line("VERBETERD")).toMatchObject({ exact: "800", verdict: "attention" });
  });

  it("no label E, F or G left on a date, promised by one corporation", async () => {
    const label = (Verhuurder: string, Label: string, Aantal: number): Row => ({
      ...{ Kwartaal: "2025-Q1", Verhuurder, Segment: "sociaal", Label, Aantal, "Waarvan uitgezonderd": 0 },
    });
    const made = await told(
      {
        norms: [
          {
            id: "NUL",
            indicator: "LABELSHARE",
            comparator: "<=",
            value: "0",
            deadline: "2025-03-31",
            parties: ["polder"],
          },
        ],
      },
      "2025-Q1",
      {
        PA_Labels: [
          label("De Oever", "G", 5),
          label("De Oever", "A", 95),
          label("Polderwonen", "A", 400),
          label("Polderwonen", "E", 0),
        ],
      },
    );
    expect(made.line("LABELSHARE", "polder")).toMatchObject({ exact: "0", verdict: "met" });
    expect(made.line("LABELSHARE")).toMatchObject({ exact: "1/100", verdict: "no-norm" });
    expect(made.article("1")).toMatchObject({ verdict: "met" });
  });

  it("a maximum sold, demolished and liberalised over the term, and a stop on selling in districts", async () => {
    const cap = (id: string, column: string) => ({
      id,
      unit: "homes" as const,
      inputs: { n: sum("PA_Voorraad", column, social, "term") },
      expression: "n",
    });
    const made = await told(
      {
        norms: [
          { id: "V", indicator: "VERKOCHT", comparator: "<=", value: "100" },
          { id: "S", indicator: "GESLOOPT", comparator: "<=", value: "40" },
          { id: "L", indicator: "GELIBERALISEERD", comparator: "<=", value: "9" },
          { id: "STOP", indicator: "VERKOCHTINWIJK", comparator: "<=", value: "0" },
        ],
        columns: [
          {
            table: "PA_Verkoop",
            header: "Wijk",
            type: "choice",
            choices: ["Noord", "Zuid", "Centrum"],
            required: true,
          },
          { table: "PA_Verkoop", header: "Verkocht", type: "count", required: true },
        ],
        indicators: [
          cap("VERKOCHT", "Verkoop"),
          cap("GESLOOPT", "Sloop"),
          cap("GELIBERALISEERD", "Liberalisatie"),
          counted("VERKOCHTINWIJK", "homes", sum("PA_Verkoop", "Verkocht", { Wijk: ["Noord", "Zuid"] }, "term")),
        ],
        articles: { "1": ["V"], "2": ["S"], "3": ["L"], "4": ["STOP"] },
      },
      "2025-Q1",
      {
        PA_Voorraad: fiveQuarters({ Verkoop: 4, Sloop: 4, Liberalisatie: 1 }, { Verkoop: 2, Liberalisatie: 1 }),
        PA_Verkoop: quarters(2024, 5).flatMap((Kwartaal) =>
          ["De Oever", "Polderwonen"].flatMap((Verhuurder) => [
            { Kwartaal, Verhuurder, Wijk: "Centrum", Verkocht: 3 },
            { Kwartaal, Verhuurder, Wijk: "Noord", Verkocht: 0 },
          ]),
        ),
      },
    );
    // 31% of the term has passed. 30 of 100 sold is below that; 20 of 40 demolished is half; 10 of 9 exceeds the
    // maximum.
    expect(made.line("VERKOCHT")).toMatchObject({ exact: "30", verdict: "on-track", provisional: true });
    expect(made.line("GESLOOPT")).toMatchObject({ exact: "20", verdict: "attention" });
    expect(made.line("GELIBERALISEERD")).toMatchObject({ exact: "10", verdict: "attention" });
    expect(made.line("GELIBERALISEERD")!.explanation).toContain("111% gebruikt na 31% van de tijd");
    expect(made.line("VERKOCHTINWIJK")).toMatchObject({ exact: "0", verdict: "on-track" });
  });

  it("a number of mid-rent homes over the term", async () => {
    const made = await told(
      {
        norms: [{ id: "M", indicator: "MIDDEN", comparator: ">=", value: "1100", deadline: "2027-12-31" }],
        indicators: [counted("MIDDEN", "homes", sum("PA_Voorraad", "Nieuwbouw", { Segment: "midden" }, "term"))],
      },
      "2025-Q1",
      {
        PA_Voorraad: fiveQuarters({ Nieuwbouw: 40 }).map((one) =>
          one["Verhuurder"] === "De Oever" ? { ...one, Segment: "midden" } : one,
        ),
      },
    );
    // Five times 40; the path requires 343.
    expect(made.line("MIDDEN")).toMatchObject({ exact: "200", verdict: "attention" });
  });

  it("a number for each year that differs by year, also of homes whose building starts", async () => {
    const starts: About = {
      norms: [
        { id: "S2024", indicator: "STARTS", comparator: ">=", value: "175", until: "2024-12-31" },
        { id: "S2025", indicator: "STARTS", comparator: ">=", value: "220", from: "2025-01-01", until: "2025-12-31" },
      ],
      columns: [{ table: "PA_Nieuwbouw", header: "Start bouw", type: "date" }],
      indicators: [
        counted("STARTS", "homes", {
          table: "PA_Nieuwbouw",
          column: "Totaal",
          aggregate: "sum",
          where: { "Start bouw": { from: "year" } },
        }),
      ],
    };
    const projects = (Kwartaal: string): Row[] => [
      project("P1", "in aanbouw", { Kwartaal, "Sociale huur": 180, Totaal: 180, "Start bouw": "2024-03-01" }),
      ...(Kwartaal < "2025"
        ? []
        : [
            project("P2", "in aanbouw", { Kwartaal, "Sociale huur": 60, Totaal: 60, "Start bouw": "2025-01-15" }),
            project("P3", "vergunning", { Kwartaal, "Sociale huur": 500, Totaal: 500, "Start bouw": null }),
          ]),
    ];
    const year = await told(starts, "2024-Q4", { PA_Nieuwbouw: projects("2024-Q4") });
    expect(year.line("STARTS")).toMatchObject({ exact: "180", verdict: "met" });
    // The next year starts again: 60 of 220; after a quarter of the year an even path is at 54.
    const next = await told(starts, "2025-Q1", { PA_Nieuwbouw: projects("2025-Q1") });
    expect(next.line("STARTS")).toMatchObject({ exact: "60", verdict: "on-track", provisional: true });
  });

  it("a share of lettings to regular and urgent groups over the year", async () => {
    const let_ = (Kwartaal: string, Verhuurder: string, Categorie: string, Aantal: number): Row => ({
      ...{ Kwartaal, Verhuurder, Categorie, Aantal },
    });
    const made = await told(
      {
        norms: [
          { id: "URGENT", indicator: "URGENTSHARE", comparator: "<=", value: "0.25" },
          { id: "REGULIER", indicator: "REGULARSHARE", comparator: ">=", value: "0.75" },
        ],
      },
      "2024-Q4",
      {
        PA_Toewijzingen: quarters(2024, 4).flatMap((quarter) =>
          ["De Oever", "Polderwonen"].flatMap((party) => [
            let_(quarter, party, "urgent", party === "De Oever" ? 8 : 4),
            let_(quarter, party, "regulier", 18),
          ]),
        ),
      },
    );
    // 12 of 48 per quarter, the whole year: exactly a quarter, and three quarters.
    expect(made.line("URGENTSHARE")).toMatchObject({ exact: "1/4", verdict: "met" });
    expect(made.line("REGULARSHARE")).toMatchObject({ exact: "3/4", verdict: "met" });
  });

  it("a maximum of vulnerable persons a year that rises by year", async () => {
    const about: About = {
      norms: [
        { id: "K24", indicator: "KWETSBAAR", comparator: "<=", value: "1800", until: "2024-12-31" },
        { id: "K25", indicator: "KWETSBAAR", comparator: "<=", value: "1950", from: "2025-01-01" },
      ],
      columns: [{ table: "PA_Huisvesting", header: "Personen", type: "count", required: true }],
      indicators: [
        counted("KWETSBAAR", "persons", {
          table: "PA_Huisvesting",
          column: "Personen",
          aggregate: "sum",
          window: "year",
        }),
      ],
    };
    const rows = (count: number): Rows => ({
      PA_Huisvesting: quarters(2024, count).flatMap((Kwartaal) => [
        { Kwartaal, Verhuurder: "De Oever", Personen: 300 },
        { Kwartaal, Verhuurder: "Polderwonen", Personen: 160 },
      ]),
    });
    // 460 per quarter: 1,840 in 2024, over 1,800; in 2025 so far 460 of 1,950, just below a quarter.
    expect((await told(about, "2024-Q4", rows(4))).line("KWETSBAAR")).toMatchObject({
      exact: "1840",
      verdict: "missed",
    });
    const next = await told(about, "2025-Q1", rows(5));
    expect(next.line("KWETSBAAR")).toMatchObject({ exact: "460", verdict: "on-track", provisional: true });
  });

  it("95% let suitably over the calendar year, by income and rent limits of that year", async () => {
    const low = { Huishouden: "1 persoon", Inkomen: { under: "passend-eenpersoons", inclusive: true } } as const;
    const about: About = {
      norms: [{ id: "PASSEND", indicator: "PASSEND", comparator: ">=", value: "0.95", period: "year" }],
      columns: [
        {
          table: "PA_Passend",
          header: "Huishouden",
          type: "choice",
          choices: ["1 persoon", "2 of meer"],
          required: true,
        },
        { table: "PA_Passend", header: "Inkomen", type: "amount", required: true },
        { table: "PA_Passend", header: "Huur", type: "amount", required: true },
        { table: "PA_Passend", header: "Contract", type: "id", required: true },
      ],
      indicators: [
        {
          id: "PASSEND",
          unit: "share",
          inputs: {
            passend: {
              table: "PA_Passend",
              aggregate: "count",
              where: { ...low, Huur: { under: "aftopping-laag", inclusive: true } },
              window: "year",
            },
            alle: { table: "PA_Passend", aggregate: "count", where: low, window: "year" },
          },
          expression: "passend / alle",
        },
      ],
    };
    const letting = (Kwartaal: string, Contract: string, Inkomen: number, Huur: number): Row => ({
      ...{ Kwartaal, Verhuurder: "De Oever", Huishouden: "1 persoon", Inkomen, Huur, Contract },
    });
    const both = (Kwartaal: string): Row[] => [
      { ...letting(Kwartaal, `${Kwartaal}-x`, 60_000, 800), Verhuurder: "Polderwonen", Huishouden: "2 of meer" },
    ];
    const made = await told(about, "2025-Q4", {
      PA_Passend: [
        ...quarters(2025, 4).flatMap(both),
        // Nineteen of twenty are within the limits of 2025 (28,375 per year, 682.96 per month); one pays a cent more,
        // one earns a cent more.
        ...Array.from({ length: 19 }, (_, i) => letting(`2025-Q${(i % 4) + 1}`, `c${i}`, 28_375, 682.96)),
        letting("2025-Q4", "c19", 20_000, 682.97),
        letting("2025-Q4", "c20", 28_375.01, 900),
      ],
    });
    expect(made.line("PASSEND")).toMatchObject({ exact: "19/20", verdict: "met" });
    // The income limit of 2024 could not be verified, so the figure is unknown.
    const unknown = await told(about, "2024-Q1", {
      PA_Passend: [...both("2024-Q1"), letting("2024-Q1", "c1", 20_000, 600)],
    });
    expect(unknown.line("PASSEND")).toMatchObject({ exact: null, verdict: "unknown" });
    expect(unknown.line("PASSEND")!.explanation).toContain("2024");
  });

  it("an average label by a date, and label steps a year", async () => {
    const labels = ["A", "B", "C", "D", "E", "F", "G"];
    const of = (Label: string) =>
      ({ table: "PA_Labels", column: "Aantal", aggregate: "sum", where: { Label } }) as const;
    const made = await told(
      {
        norms: [
          { id: "B", indicator: "GEMIDDELD", comparator: "<=", value: "2", deadline: "2025-03-31" },
          { id: "STAPPEN", indicator: "STAPPEN", comparator: ">=", value: "3000" },
        ],
        columns: [{ table: "PA_Labelstappen", header: "Stappen", type: "count", required: true }],
        indicators: [
          {
            id: "GEMIDDELD",
            unit: "number",
            inputs: Object.fromEntries(labels.map((label) => [label.toLowerCase(), of(label)])),
            expression: "(a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g) / (a + b + c + d + e + f + g)",
          },
          counted("STAPPEN", "number", {
            table: "PA_Labelstappen",
            column: "Stappen",
            aggregate: "sum",
            window: "year",
          }),
        ],
      },
      "2025-Q1",
      {
        PA_Labels: ["De Oever", "Polderwonen"].flatMap((Verhuurder) =>
          labels.map((Label, i) => ({
            ...{ Kwartaal: "2025-Q1", Verhuurder, Segment: "sociaal", Label, Aantal: [40, 30, 20, 10, 0, 0, 0][i]! },
            "Waarvan uitgezonderd": 0,
          })),
        ),
        PA_Labelstappen: [
          { Kwartaal: "2025-Q1", Verhuurder: "De Oever", Stappen: 500 },
          { Kwartaal: "2025-Q1", Verhuurder: "Polderwonen", Stappen: 200 },
        ],
      },
    );
    // (40 + 60 + 60 + 40) / 100 = 2: exactly B. 700 steps, and a quarter of 3,000 is 740.
    expect(made.line("GEMIDDELD")).toMatchObject({ exact: "2", verdict: "met" });
    expect(made.line("STAPPEN")).toMatchObject({ exact: "700", verdict: "attention", provisional: true });
  });

  it("pitches for caravans, and solar panels on a fifth of the homes", async () => {
    const made = await told(
      {
        norms: [
          { id: "W", indicator: "STANDPLAATSEN", comparator: ">=", value: "21", deadline: "2025-03-31" },
          { id: "Z", indicator: "ZON", comparator: ">=", value: "0.2" },
        ],
        columns: [
          { table: "PA_Standplaatsen", header: "Locatie", type: "text", required: true },
          { table: "PA_Standplaatsen", header: "Plaatsen", type: "number", required: true },
          { table: "PA_Woningen", header: "Zonnepanelen", type: "yesNo" },
        ],
        indicators: [
          counted("STANDPLAATSEN", "number", {
            table: "PA_Standplaatsen",
            column: "Plaatsen",
            aggregate: "sum",
            window: "term",
          }),
          {
            id: "ZON",
            unit: "share",
            inputs: {
              zon: { table: "PA_Woningen", aggregate: "count", where: { Zonnepanelen: "ja" } },
              alle: { table: "PA_Woningen", aggregate: "count" },
            },
            expression: "zon / alle",
          },
        ],
      },
      "2025-Q1",
      {
        PA_Standplaatsen: quarters(2024, 5).flatMap((Kwartaal, i) => [
          { Kwartaal, Verhuurder: "De Oever", Locatie: "Zuidrand", Plaatsen: i === 2 ? 12 : 0 },
          { Kwartaal, Verhuurder: "Polderwonen", Locatie: "Dijk", Plaatsen: i === 4 ? 9 : 0 },
        ]),
        PA_Woningen: Array.from({ length: 10 }, (_, i) => ({
          Kwartaal: "2025-Q1",
          Verhuurder: i < 5 ? "De Oever" : "Polderwonen",
          BAG_vbo_id: `058401000000000${i}`,
          Label: "A",
          Segment: "sociaal",
          Zonnepanelen: i === 0 ? "ja" : i === 1 ? "Ja" : i === 2 ? null : "nee",
        })),
      },
    );
    expect(made.line("STANDPLAATSEN")).toMatchObject({ exact: "21", verdict: "met" });
    expect(made.line("ZON")).toMatchObject({ exact: "1/5", verdict: "met" });
  });

  it("an average waiting time, and rents that rise by no more than a percentage", async () => {
    const made = await told(
      {
        norms: [
          { id: "W", indicator: "WACHTTIJD", comparator: "<=", value: "6", period: "quarter" },
          { id: "H", indicator: "HUURSTIJGING", comparator: "<=", value: "0.045" },
        ],
        columns: [
          { table: "PA_Wachttijd", header: "Verhuring", type: "id", required: true },
          { table: "PA_Wachttijd", header: "Jaren", type: "number", required: true },
          { table: "PA_Huursom", header: "Huren", type: "amount", required: true },
          { table: "PA_Huursom", header: "Huren jaar eerder", type: "amount", required: true },
        ],
        indicators: [
          counted("WACHTTIJD", "years", { table: "PA_Wachttijd", column: "Jaren", aggregate: "average" }),
          {
            id: "HUURSTIJGING",
            unit: "share",
            inputs: {
              nu: { table: "PA_Huursom", column: "Huren", aggregate: "sum" },
              toen: { table: "PA_Huursom", column: "Huren jaar eerder", aggregate: "sum" },
            },
            expression: "nu / toen - 1",
          },
        ],
      },
      "2025-Q1",
      {
        PA_Wachttijd: [4.5, 6.5, 7, 8].map((Jaren, i) => ({
          ...{ Kwartaal: "2025-Q1", Verhuurder: i < 2 ? "De Oever" : "Polderwonen", Verhuring: `v${i}`, Jaren },
        })),
        PA_Huursom: [
          { Kwartaal: "2025-Q1", Verhuurder: "De Oever", Huren: 626_000, "Huren jaar eerder": 600_000 },
          { Kwartaal: "2025-Q1", Verhuurder: "Polderwonen", Huren: 419_000, "Huren jaar eerder": 400_000 },
        ],
      },
    );
    // (4.5 + 6.5 + 7 + 8) / 4 = 6.5 years; 1,045,000 of 1,000,000 is exactly 4.5% more.
    expect(made.line("WACHTTIJD")).toMatchObject({ exact: "13/2", verdict: "missed" });
    expect(made.line("HUURSTIJGING")).toMatchObject({ exact: "9/200", verdict: "met" });
  });
});
