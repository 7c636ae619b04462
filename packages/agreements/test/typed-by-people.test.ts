// What a policy officer types in an agreement workbook: it is read if it can mean one thing, and otherwise the cell is named with
// what to do, in the words of the sheets.
import { describe, expect, it } from "vitest";
import { indicators } from "@prestatieafspraken/indicators";
import { checkAgreementSheets, type CellBlock } from "../src/index.js";

type Typed = Readonly<Record<string, string | number | null>>;
const block = (sheet: string, rows: readonly Typed[]): CellBlock => {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    ...{
      sheet,
      name: `Afspraken_${sheet === "Afspraken" ? "Artikelen" : sheet}`,
      headerRow: 5,
      firstColumn: 1,
      headers,
    },
    rows: rows.map((row) => headers.map((header) => row[header] ?? null)),
  };
};

const facts: Readonly<Record<string, string | number>> = {
  Titel: "Prestatieafspraken Molenwaard",
  Gemeente: "Molenwaard",
  "GM-code": 1927,
  "Eerste dag": "1 jan. 2026",
  "Laatste dag": 47_483,
  Link: "www.molenwaard.nl/afspraken",
};
const parties: readonly Typed[] = [
  { Naam: "Gemeente Molenwaard", Soort: "Gemeente", "Andere namen": null },
  { Naam: "Woonstichting De Molen", Soort: "woningcorporatie", "Andere namen": "De Molen; WDM" },
  { Naam: "Lek en Merwe", Soort: "corporatie", "Andere namen": null },
  { Naam: "HBV De Wiek", Soort: "huurdersvereniging", "Andere namen": null },
];
const check = (sheets: Readonly<Record<string, readonly Typed[]>>) =>
  checkAgreementSheets(
    [
      block(
        "Gegevens",
        Object.entries({ ...facts, ...sheets["Gegevens"]?.[0] }).map(([Gegeven, Waarde]) => ({ Gegeven, Waarde })),
      ),
      block("Partijen", sheets["Partijen"] ?? parties),
      ...Object.entries(sheets).flatMap(([name, rows]) =>
        ["Gegevens", "Partijen"].includes(name) ? [] : [block(name, rows)],
      ),
    ],
    { indicators },
  );
const said = async (sheets: Readonly<Record<string, readonly Typed[]>>): Promise<readonly string[]> =>
  (await check(sheets)).problems.map(({ sheet, cell, message }) => `${sheet}!${cell} ${message.nl}`);

const article = (Normen: string | null, more: Typed = {}): Typed => ({
  Artikel: "1",
  Afspraak: "Een afspraak",
  Normen,
  ...more,
});
const norm = (more: Typed = {}): Typed => ({
  Kenmerk: "1",
  Indicator: "URGENTSHARE",
  Vergelijking: "max.",
  Waarde: "25%",
  ...more,
});

it("a whole agreement as it is typed is read, with ids as printed", async () => {
  const { problems, file } = await check({
    Afspraken: [
      { Artikel: "1.1", Afspraak: "240 sociale huurwoningen", Normen: "1.1", Trekker: "corporaties" },
      { Artikel: "3.2  b", Afspraak: "Labels", Normen: "3.2 b, 3.2  c", Trekker: "De Molen en Lek & Merwe" },
      { Artikel: "5", Afspraak: "Investeren", Normen: "5; 5a", Trekker: "gemeente" },
      { Artikel: "6", Afspraak: "Evaluatie", Normen: null, Trekker: "allen", "Elk jaar in maand": "november" },
    ],
    Normen: [
      norm({
        Kenmerk: "1.1",
        Indicator: "Doelaantal sociale huur in nieuwbouw",
        Vergelijking: "minimaal",
        Waarde: "240 woningen",
      }),
      norm({
        Kenmerk: "3.2 b",
        Indicator: "labelstappen",
        Vergelijking: "≥",
        Waarde: 25,
        Partijen: "WDM",
        "Beoordeeld over": "per jaar",
      }),
      norm({
        Kenmerk: "3.2 c",
        Indicator: "Verbeterde woningen",
        Vergelijking: "minstens",
        Waarde: "40 per jaar",
        Partijen: "Lek & Merwe",
        "Beoordeeld over": "jaar",
      }),
      norm({
        Kenmerk: "5",
        Indicator: "Investering",
        Vergelijking: ">=",
        Waarde: "€ 2.500.000,-",
        "Tot en met": "31-12-2026",
      }),
      norm({
        Kenmerk: "5a",
        Indicator: "INVESTERING",
        Vergelijking: "ten minste",
        Waarde: "3,1 mln",
        Vanaf: "2027-01-01",
      }),
    ],
    Indicatoren: [
      {
        Kenmerk: "Investering",
        Naam: "Investering",
        Eenheid: "€",
        Tabel: "investeringen",
        Telling: "totaal",
        Kolom: "Uitgegeven",
        Tijdvak: "jaar",
      },
      {
        Kenmerk: "LABELSTAPPEN",
        Naam: "Verbeterde woningen",
        Eenheid: "woningen",
        "Ook per partij": "j",
        Tabel: "PA_Verbeteringen",
        Telling: "som",
        Kolom: "Aantal",
        Voorwaarden: "Van label is E, F of G",
        Tijdvak: "kalenderjaar",
      },
    ],
    Kolommen: [
      { Tabel: "Investeringen", Kolom: "Uitgegeven", Soort: "bedrag" },
      { Tabel: "PA_Verbeteringen", Kolom: "Aantal", Soort: "aantal" },
      { Tabel: "PA_Verbeteringen", Kolom: "Van label", Soort: "label" },
    ],
  });
  expect(problems).toEqual([]);
  expect(file).toMatchObject({
    municipality: { name: "Molenwaard", code: "GM1927" },
    document: { href: "https://www.molenwaard.nl/afspraken" },
    from: "2026-01-01",
    until: "2029-12-31",
    parties: [{ kind: "municipality" }, { kind: "corporation" }, { kind: "corporation" }, { kind: "tenants" }],
  });
  expect(file!.commitments.map((one) => [one.article, one.lead.length, one.norms ?? one.recurs])).toEqual([
    ["1.1", 2, ["1.1"]],
    ["3.2 b", 2, ["3.2 b", "3.2 c"]],
    ["5", 1, ["5", "5a"]],
    ["6", 4, { month: 11 }],
  ]);
  expect(
    file!.norms.map(({ id, indicator, comparator, value }) => [id, indicator, comparator, value].join(" ")),
  ).toEqual([
    "1.1 SOCIALTARGET >= 240",
    "3.2 b LABELSTAPPEN >= 25",
    "3.2 c LABELSTAPPEN >= 40",
    "5 INVESTERING >= 2500000",
    "5a INVESTERING >= 3100000",
  ]);
  expect(file!.indicators.map(({ id, unit, perParty }) => [id, unit, perParty])).toEqual([
    ["INVESTERING", "EUR", undefined],
    ["LABELSTAPPEN", "homes", true],
  ]);
  expect(file!.indicators[1]!.inputs["aantal"]).toMatchObject({
    table: "PA_Verbeteringen",
    where: { "Van label": ["E", "F", "G"] },
    window: "year",
  });
});

it.each([
  ["30%", "0.30", "aandeel"],
  ["30 procent", "0.30", "aandeel"],
  ["0,3", "0.3", "aandeel"],
  [0.3, "0.3", "aandeel"],
  ["2,5 miljoen", "2500000", "euro"],
  ["1.177", "1177", "woningen"],
  ["€ 498,20", "498.20", "euro"],
  ["EUR 70 mln", "70000000", "euro"],
])("%s is the norm %s", async (Waarde, value, Eenheid) => {
  const { file, problems } = await check({
    Afspraken: [article("1")],
    Normen: [norm({ Indicator: "PROEF", Waarde })],
    Indicatoren: [
      {
        Kenmerk: "PROEF",
        Naam: "Proef",
        Eenheid,
        Tabel: "PA_Nieuwbouw",
        Telling: "som",
        Kolom: "Totaal",
      },
    ],
  });
  expect(problems).toEqual([]);
  expect(file!.norms[0]!.value).toBe(value);
});

describe("what cannot be read or cannot be right", () => {
  it.each<[string, Parameters<typeof check>[0], readonly string[]]>([
    [
      "30 for a share",
      { Afspraken: [article("1")], Normen: [norm({ Waarde: 30 })] },
      ['Normen!D6 Norm 1: een aandeel loopt van 0% tot 100%, maar Waarde is "30". Bedoelt u "30%"?'],
    ],
    [
      "millions that may be thousands",
      { Afspraken: [article("1")], Normen: [norm({ Waarde: "2.500 mln" })] },
      ["Normen!D6 Waarde: “2.500 mln” is geen getal. Schrijf bijvoorbeeld 30%, 360 of 498,20."],
    ],
    [
      "a period instead of a day",
      {
        Afspraken: [
          article(null, { Uiterlijk: "1e kwartaal 2027" }),
          article(null, { Artikel: "2", Uiterlijk: "eind 2028" }),
        ],
      },
      [
        "Afspraken!D6 Uiterlijk: “1e kwartaal 2027” is geen dag. Schrijf de dag: 1-1-2027 of 31-3-2027?",
        "Afspraken!D7 Uiterlijk: “eind 2028” is geen dag. Schrijf de dag: 1-1-2028 of 31-12-2028?",
      ],
    ],
    [
      "months and times a year that do not exist",
      {
        Afspraken: [
          article(null, { "Elk jaar in maand": 13 }),
          article(null, { Artikel: "2", Overleg: "ambtelijk", "Keer per jaar": "vaak" }),
        ],
      },
      [
        "Afspraken!D6 Elk jaar in maand: “13” is geen maand. Schrijf bijvoorbeeld 11 of november.",
        "Afspraken!F7 Keer per jaar: “vaak” is geen heel getal. Schrijf bijvoorbeeld 4.",
      ],
    ],
    [
      "an indicator that does not exist",
      { Afspraken: [article("1")], Normen: [norm({ Indicator: "Nieuwe sociale huurwoningen" })] },
      [
        'Normen!B6 Norm 1: de indicator "Nieuwe sociale huurwoningen" bestaat niet. Misschien SOCIALTARGET (Doelaantal sociale huur in nieuwbouw), SOCIALSHARE (Aandeel sociale huur in de voorraad), NEWBUILDSHARE (Aandeel sociale huur in nieuwbouw)? Verbeter de naam, of voeg hem toe bij Indicatoren.',
      ],
    ],
    [
      "a code and a number of the wrong form",
      { Gegevens: [{ "GM-code": "gemeente 12" }], Afspraken: [article(null, { Artikel: "A.2)" })] },
      [
        'Gegevens!B8 GM-code kan niet "gemeente 12" zijn. Schrijf GM en de vier cijfers van het CBS, zoals GM0579.',
        'Afspraken!A6 Artikel A.2): Artikel kan niet "A.2)" zijn. Schrijf het artikel zoals gedrukt: "9", "19a", "B1", "1.4.2", "3.2 b" of "TD-BES-1".',
      ],
    ],
    [
      "a number twice, and days in the wrong order",
      {
        Afspraken: [article("1"), article(null)],
        Normen: [norm({ Vanaf: "1-1-2027", "Tot en met": "31-12-2026" })],
      },
      [
        'Afspraken!A7 Artikel 1: artikel "1" komt twee keer voor (ook Afspraken A6). Geef elk een eigen kenmerk.',
        "Normen!E6 Norm 1: Vanaf (1 januari 2027) ligt na Tot en met (31 december 2026). Wissel ze om of verbeter een van beide.",
      ],
    ],
    [
      "a condition on a value that the column never holds",
      {
        Afspraken: [article("1")],
        Normen: [norm({ Indicator: "VERKOOP", Vergelijking: "max", Waarde: 50, Partijen: "de molen" })],
        Indicatoren: [
          {
            Kenmerk: "VERKOOP",
            Naam: "Verkoop",
            Eenheid: "woningen",
            Tabel: "Voorraad",
            Telling: "som",
            Kolom: "Verkoop",
            Voorwaarden: "Segment = sociale",
            Tijdvak: "looptijd",
          },
        ],
      },
      [
        "Normen!E6 Norm 1: VERKOOP wordt niet per partij geteld, dus niets beoordeelt norm 1 voor Woonstichting De Molen. Zet Ook per partij op ja.",
        'Indicatoren!G6 Eigen indicator VERKOOP: in de kolom "Segment" staat nooit "sociale". Bedoelt u "sociaal"?',
      ],
    ],
  ])("%s", async (_what, sheets, sentences) => {
    expect(await said(sheets)).toEqual(sentences);
  });

  it("no sentence has a name of the file in it", async () => {
    const sentences = await said({
      Afspraken: [
        article("9", { Soort: "getal" }),
        article(null, { Artikel: "2", Soort: "getal" }),
        article(null, { Artikel: "3", Soort: "op een dag" }),
        article(null, { Artikel: "4", Soort: "overleg" }),
      ],
      Normen: [norm({ "Marge bij ongeveer": "10%", Signaal: "50%" }), norm({ Kenmerk: "2" })],
      Indicatoren: [
        {
          Kenmerk: "PROEF",
          Naam: "Proef",
          Eenheid: "getal",
          Formule: "a + b",
          "Naam in de formule": "c",
          Tabel: "Proef",
          Telling: "som",
          Kolom: "Totaal",
        },
      ],
      Kolommen: [{ Tabel: "Voorraad", Kolom: "Segment", Soort: "keuze" }],
    });
    expect(sentences.length).toBeGreaterThan(8);
    for (const sentence of sentences)
      expect(sentence).not.toMatch(
        /\b(?:norms|parties|commitments|kind|note|due|recurs|meetings|margin|strength|value|from|until|inputs|scope|columns|perParty)\b|[‹›[\]]|\d{4}-\d\d-\d\d/,
      );
  });
});
