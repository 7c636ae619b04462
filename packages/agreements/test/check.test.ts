import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAgreement, checkLimits, type Known } from "../src/index.js";

const text = readFileSync(new URL("../data/voorbeeldstad/2026-2029.json", import.meta.url), "utf8");
const known: Known = {
  indicators: [
    { id: "NEWBUILDSHARE", unit: "share" },
    { id: "SOCIALTARGET", unit: "homes" },
    { id: "REMAININGNEED", unit: "homes" },
    { id: "OUTFLOWSHARE", unit: "share" },
    { id: "URGENTSHARE", unit: "share" },
    { id: "URGENTROOM", unit: "lettings" },
    { id: "REGULARSHARE", unit: "share" },
    { id: "STOCKCHANGE", unit: "homes" },
    { id: "STUDENTSHARE", unit: "share" },
    { id: "LABELSHARE", unit: "share" },
    { id: "LABELPROGRESS", unit: "share" },
    { id: "LABELPACE", unit: "homes/year" },
  ],
};

/** The fictitious agreement with one piece of its text replaced, as if typed. */
function typed(before: string | RegExp, after: string) {
  const changed = text.replace(before, after);
  expect(changed, "nothing was replaced").not.toBe(text);
  return checkAgreement(changed, known);
}
const sentences = (checked: Awaited<ReturnType<typeof checkAgreement>>) =>
  checked.problems.map(({ message }) => message.nl);

it("has nothing to say about a good file, and hands it back", async () => {
  const checked = await checkAgreement(text, known);
  expect(checked).toMatchObject({ ok: true, problems: [], file: { id: "voorbeeldstad-2026-2029" } });
  expect((await checkAgreement(JSON.parse(text), known)).ok).toBe(true);
});

describe("each mistake has its sentence", () => {
  it.each([
    [
      "unknown indicator",
      '"indicator": "NEWBUILDSHARE"',
      '"indicator": "NEWBUILDSHAR"',
      'Norm ART-1-AANDEEL: de indicator "NEWBUILDSHAR" bestaat niet. Bedoelt u "NEWBUILDSHARE"?',
    ],
    [
      "own indicator misspelt",
      '"indicator": "HOUTBOUWSHARE"',
      '"indicator": "HOUTBOUSHARE"',
      'Norm ART-3: de indicator "HOUTBOUSHARE" bestaat niet. Bedoelt u "HOUTBOUWSHARE"?',
    ],
    [
      "unknown party",
      '"lead": ["gemeente"]',
      '"lead": ["gemente"]',
      'Artikel 3: partij "gemente" staat niet bij parties. Bedoelt u "gemeente"?',
    ],
    [
      "party by its name",
      '"withoutConsent": ["huurdersraad"]',
      '"withoutConsent": ["Huurdersraad Voorbeeldstad"]',
      'Artikel 9: partij "Huurdersraad Voorbeeldstad" staat niet bij parties. Bedoelt u "huurdersraad"?',
    ],
    [
      "absent norm",
      '"norms": ["ART-3"]',
      '"norms": ["ART-33"]',
      'Artikel 3: norm "ART-33" staat niet bij norms. Bedoelt u "ART-3"?',
    ],
    [
      "overlapping versions",
      '"from": "2028-01-01"',
      '"from": "2027-12-31"',
      "Norm ART-2-VANAF-2028: geldt op dezelfde dagen en voor dezelfde partijen als norm ART-2-TOT-2028 over OUTFLOWSHARE. Laat de ene ophouden (until) op de dag voor de andere begint (from).",
    ],
    [
      "from after until",
      '"until": "2029-12-31"',
      '"until": "2025-12-31"',
      "from: from (2026-01-01) ligt na until (2025-12-31). Wissel ze om of verbeter een van beide.",
    ],
    [
      "a day that does not exist",
      '"due": "2027-06-30"',
      '"due": "2027-06-31"',
      'Artikel 8: due: de dag "2027-06-31" bestaat niet.',
    ],
    [
      "a Dutch date",
      '"due": "2027-06-30"',
      '"due": "30-6-2027"',
      'Artikel 8: due kan niet "30-6-2027" zijn. Schrijf een dag als 2026-09-30.',
    ],
    [
      "a number",
      '"value": "0.35"',
      '"value": 0.35',
      'Norm ART-1-AANDEEL: value is 0.35. Schrijf het getal als tekst, zoals het gedrukt staat: "0.35".',
    ],
    [
      "a decimal comma",
      '"value": "0.35"',
      '"value": "0,35"',
      'Norm ART-1-AANDEEL: value is "0,35". Schrijf het getal als tekst, zoals het gedrukt staat: "0.35".',
    ],
    [
      "a percentage",
      '"value": "0.35"',
      '"value": "35%"',
      'Norm ART-1-AANDEEL: value is "35%". Schrijf het getal als tekst, zoals het gedrukt staat: "0.35".',
    ],
    [
      "an ambiguous thousand",
      '"value": "735"',
      '"value": "1,200"',
      'Norm ART-1-AANTAL: value is "1,200". Schrijf een getal als tekst, zoals het gedrukt staat, met een punt: "0.30".',
    ],
    [
      "35 for 35 percent",
      '"value": "0.35"',
      '"value": "35"',
      'Norm ART-1-AANDEEL: een aandeel loopt van 0 tot 1, maar value is "35". Bedoelt u "0.35"?',
    ],
    [
      "norm id twice",
      '"id": "ART-4"',
      '"id": "ART-3"',
      'Norm ART-3: de norm "ART-3" komt twee keer voor (ook norms[4]). Geef elk een eigen kenmerk.|Artikel 4: norm "ART-4" staat niet bij norms. Bedoelt u "ART-3"?',
    ],
    [
      "article twice",
      '"article": "11"',
      '"article": "10"',
      'Artikel 10: artikel "10" komt twee keer voor (ook commitments[9]). Geef elk een eigen kenmerk.',
    ],
    [
      "a name of two parties",
      '"aliases": ["Stichting Woonhuis"]',
      '"aliases": ["stadswonen"]',
      'Partij stadswonen: "stadswonen" is ook een naam van partij "woonhuis". Een naam kan maar bij één partij horen.|Partij stadswonen: "Stadswonen" is ook een naam van partij "woonhuis". Een naam kan maar bij één partij horen.',
    ],
    [
      "unknown property",
      '"strength": "hard"',
      '"strenght": "hard"',
      'Norm ART-1-AANDEEL: "strength" ontbreekt. Vul het aan.|Norm ART-1-AANDEEL: "strenght" hoort hier niet. Bedoelt u "strength"?',
    ],
    [
      "unknown choice",
      '"strength": "hard"',
      '"strength": "streven"',
      'Norm ART-1-AANDEEL: strength kan niet "streven" zijn. Mogelijk zijn: "hard", "effort", "long-term", "approximate".',
    ],
    [
      "unknown table",
      '"table": "PA_Nieuwbouw"',
      '"table": "PA_Niewbouw"',
      'Eigen indicator HOUTBOUWSHARE: de tabel "PA_Niewbouw" bestaat niet. Bedoelt u "PA_Nieuwbouw"?',
    ],
    [
      "a column nearly right",
      '"column": "Totaal"',
      '"column": "Totaall"',
      'Eigen indicator HOUTBOUWSHARE: de kolom "Totaall" lijkt op "Totaal" van PA_Nieuwbouw. Bedoelt u "Totaal"? Geef een eigen kolom anders een naam die er minder op lijkt.',
    ],
    [
      "a name the formula does not know",
      '"hout / totaal"',
      '"hout / totaall"',
      'Eigen indicator HOUTBOUWSHARE: de formule gebruikt "totaall", maar dat staat niet bij inputs. Bedoelt u "totaal"?|Eigen indicator HOUTBOUWSHARE: "totaal" wordt in de formule niet gebruikt. Haal het weg of gebruik het.',
    ],
    [
      "an own indicator with a name in use",
      '"id": "HOUTBOUWSHARE"',
      '"id": "LABELSHARE"',
      'Norm ART-3: de indicator "HOUTBOUWSHARE" bestaat niet. Verbeter de naam, of voeg hem toe bij indicators.|Artikel 3: de indicator "HOUTBOUWSHARE" bestaat niet. Verbeter de naam, of voeg hem toe bij indicators.|Eigen indicator LABELSHARE: "LABELSHARE" bestaat al als indicator van het product. Kies een andere naam.',
    ],
    [
      "a default that is no choice",
      '"default": "tot en met"',
      '"default": "tot en mee"',
      'Instelling Randwaarde kwaliteitskorting: de standaardwaarde "tot en mee" is geen van de keuzes. Bedoelt u "tot en met"?',
    ],
    [
      "a signal behind the norm",
      '"signal": "0.25"',
      '"signal": "0.30"',
      "Norm ART-4: het signaal (0.30) komt niet vóór de norm (<= 0.28) en zou dus nooit als eerste klinken.",
    ],
    [
      "a norm outside the term",
      '"from": "2028-01-01"',
      '"from": "2031-01-01"',
      "Norm ART-2-VANAF-2028: de norm geldt op geen enkele dag van de afspraken (2026-01-01 t/m 2029-12-31).",
    ],
    [
      "a dated commitment without a day",
      '"due": "2027-06-30",',
      "",
      "Artikel 8: wanneer is dit klaar? Vul due of recurs in, of zeg in een note waarom er geen dag is.",
    ],
    [
      "a number without a norm",
      '"norms": ["ART-3"],',
      "",
      'Artikel 3: een afspraak met kind "number" heeft een norm nodig. Noem die bij norms, of maak er "trend" van.',
    ],
    [
      "an operation the calculator refuses",
      '"hout / totaal"',
      '"mod(hout, totaal)"',
      "Eigen indicator HOUTBOUWSHARE: De formule van deze indicator kan niet worden gebruikt: de functie “mod” mag niet. Wel: min, max, sum, floor, ceil, abs.",
    ],
    [
      "an address that is none",
      '"document": {',
      '"document": { "href": "https://a b",',
      'document.href: href kan niet "https://a b" zijn. Schrijf een webadres dat met https:// begint, zonder spaties.',
    ],
    [
      "a text that is a book",
      /"meaning": \{\s*"nl": "/,
      `$&${"x".repeat(1000)}`,
      "Eigen indicator HOUTBOUWSHARE: nl is 1055 tekens lang; 1000 is het meeste. Maak het korter.",
    ],
    [
      "an escape of a terminal",
      '"name": "Woonhuis"',
      '"name": "Woon\\u001b[31mhuis"',
      "Partij woonhuis: in name staat een teken dat niemand ziet (een stuurteken). Typ de tekst opnieuw.",
    ],
    [
      "a name twice in one object",
      '"id": "ART-3",',
      '"id": "ART-3", "id": "ART-3",',
      'Norm ART-3: "id" staat er twee keer; alleen de laatste zou tellen. Haal er een weg.',
    ],
  ])("%s", async (_what, before, after, expected) => {
    const checked = await typed(before, after);
    expect(sentences(checked).join("|")).toBe(expected);
    expect(checked).toMatchObject({ ok: false, file: null });
    for (const { message } of checked.problems) expect(message.en).toMatch(/\w/);
  });

  it("names the line and the path", async () => {
    const line = text.split("\n").findIndex((each) => each.includes('"0.35"')) + 1;
    expect((await typed('"value": "0.35"', '"value": 0.35')).problems).toMatchObject([
      { path: "norms[0].value", line },
    ]);
  });
});

describe("text that is not JSON", () => {
  it.each([
    ["a forgotten comma", '{\n  "id": "a"\n  "title": 1\n}', 2, "aan het eind van deze regel ontbreekt een komma."],
    ["a comma too many", '{\n  "id": "a",\n}', 2, "er staat een komma te veel vóór de }."],
    [
      "a decimal comma",
      '{\n  "value": 0,30\n}',
      2,
      'hier hoort een naam, maar er staat een getal. Was het een decimale komma? Schrijf het getal als tekst met een punt: "0.30".',
    ],
    ["curly quotes", '{\n  "id": “a”\n}', 2, 'gebruik rechte dubbele aanhalingstekens ("), geen “.'],
    ["no quotes", '{ "id": gemeente }', 1, 'gemeente staat niet tussen aanhalingstekens. Schrijf "gemeente".'],
    [
      "a comment",
      '{\n// norm\n"id": 1}',
      2,
      "JSON kent geen opmerkingen. Haal deze weg, of zet de toelichting in een 'note'.",
    ],
    [
      "an open text",
      '{\n"id": "a\n}',
      2,
      'een tekst die hier begint is niet gesloten. Zet er een " achter, op dezelfde regel.',
    ],
    [
      "an open list",
      '{\n"norms": [\n1',
      3,
      "het bestand houdt op, maar de [ van regel 2 is niet gesloten. Zet er een ] bij.",
    ],
    [
      "something behind the end",
      "{}\n{}",
      2,
      "na het einde van de gegevens staat nog iets. Een bestand bevat één { ... }.",
    ],
    ["nothing at all", "", 1, "het bestand houdt op waar een waarde hoort."],
  ])("%s", async (_what, json, line, sentence) => {
    expect((await checkAgreement(json)).problems).toEqual([
      { path: "", line, message: { nl: `Regel ${line}: ${sentence}`, en: expect.stringContaining(`Line ${line}: `) } },
    ]);
  });

  it("accepts precisely what JSON.parse accepts", async () => {
    const accepts = (json: string): boolean => {
      try {
        JSON.parse(json);
        return true;
      } catch {
        return false;
      }
    };
    const isSyntax = async (json: string): Promise<boolean> =>
      (await checkAgreement(json)).problems.every(({ message }) => !message.nl.startsWith("Regel "));
    // JSON of a random value with one character removed or inserted: the edges of the grammar.
    const nearJson = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom("", ",", "}", "]", '"', "0", ":", "\\", " ", "e", "-"))
      .map(
        ([json, at, extra]) =>
          json.slice(0, at % (json.length + 1)) + extra + json.slice((at % (json.length + 1)) + (extra === "" ? 1 : 0)),
      );
    await fc.assert(
      fc.asyncProperty(nearJson, async (json) => (await isSyntax(json)) === accepts(json)),
      { numRuns: 2000 },
    );
  });

  it("never throws, whatever it is handed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (value) => !(await checkAgreement(value)).ok),
      { numRuns: 500 },
    );
  });
});

describe("a year of limits", () => {
  const source = { title: "Staatscourant", checked: "2026-11-23" };
  const year = { year: 2030, source, limits: { kwaliteitskorting: { value: "500.10" } } };
  const amount = (value: unknown) => ({ ...year, limits: { liberalisatie: { value } } });

  it.each<[object, string]>([
    [amount("500,10"), 'value is "500,10". Schrijf het getal als tekst, zoals het gedrukt staat: "500.10".'],
    [amount(500.1), 'value is 500.1. Schrijf een bedrag als tekst met een punt en twee cijfers: "498.20".'],
    [{ year: 2030, limits: year.limits }, '"source" ontbreekt. Vul het aan.'],
    [{ ...year, source: { title: "x" } }, '"checked" ontbreekt. Vul het aan.'],
    [{ ...year, limits: { kwaliteitskortng: { value: "500.10" } } }, 'Bedoelt u "kwaliteitskorting"?'],
    [{ ...year, unverified: { kwaliteitskorting: { nl: "x", en: "x" } } }, '"kwaliteitskorting" heeft ook een bedrag.'],
  ])("%j", (file, sentence) => {
    const { problems } = checkLimits(file);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message.nl).toContain(sentence);
  });

  it("is all there is to write when the amounts of a new year are published", () =>
    expect(checkLimits(JSON.stringify(year)).problems).toEqual([]));
});

describe("a file in which one piece is anything", () => {
  type Place = readonly (string | number)[];
  const placesIn = (value: unknown, at: Place = []): Place[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, part]) => {
          const place = [...at, Array.isArray(value) ? Number(key) : key];
          return [place, ...placesIn(part, place)];
        })
      : [];
  const places = placesIn(JSON.parse(text));
  const long = "x".repeat(5_000);
  const piece = fc.constantFrom<unknown>(
    ...[
      undefined,
      null,
      0,
      1e300,
      true,
      "",
      " ",
      long,
      "9".repeat(5_000),
      "__proto__",
      "../../x",
      "javascript:alert(1)",
    ],
    ...[
      [],
      {},
      [null],
      [long],
      { [long]: 1 },
      { id: long },
      JSON.parse('{"__proto__":{"polluted":1},"constructor":1}'),
    ],
  );

  it("gets sentences of a readable length, and never an error of the program", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), piece, async (place, put) => {
        const file = JSON.parse(text) as Record<string, unknown>;
        const inside = place.slice(0, -1).reduce((part, key) => part[key] as Record<string, unknown>, file);
        if (put === undefined) Reflect.deleteProperty(inside, place.at(-1)!);
        else inside[place.at(-1)!] = put;
        const { problems } = await checkAgreement(JSON.stringify(file), known);
        for (const { message } of problems) expect(Math.max(message.nl.length, message.en.length)).toBeLessThan(700);
        expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it("says what a setting of one's own lacks", async () => {
    const checked = await typed(/"parameters": \[/, '"parameters": [{ "id": "eigen-een" }, { "id": "eigen-twee" },');
    expect(sentences(checked)).toEqual(
      expect.arrayContaining([expect.stringContaining("Geef een eigen keuze ook name")]),
    );
  });
});

describe("a state that each quarter repeats is not added up over quarters", () => {
  const own = (input: object) => {
    const file = JSON.parse(text) as { indicators: { inputs: Record<string, object>; expression: string }[] };
    Object.assign(file.indicators[0]!, { inputs: { n: { aggregate: "sum", ...input } }, expression: "n" });
    return checkAgreement(file, known);
  };
  const twice = "elk kwartaal de hele stand: over meer kwartalen opgeteld telt alles dubbel";

  it.each([
    [{ table: "PA_Woningen", aggregate: "count", window: "term" }, "Woningen"],
    [{ table: "PA_Woningen", aggregate: "count", window: "year" }, "Woningen"],
    [{ table: "PA_Labels", column: "Aantal", window: "four-quarters" }, "Labels"],
    [{ table: "PA_Nieuwbouw", column: "Totaal", window: "term" }, "Nieuwbouw"],
    [{ table: "PA_Voorraad", column: "Eindstand", window: "year" }, "Voorraad"],
    [{ table: "PA_Labels", column: "Aantal", where: { Kwartaal: ["2026-Q1", "2026-Q2"] } }, "Labels"],
  ])("%j is refused", async (input, sheet) => {
    expect(sentences(await own(input))).toEqual([expect.stringContaining(`${sheet} heeft ${twice}`)]);
  });

  it.each([
    [{ table: "PA_Woningen", aggregate: "count" }],
    [{ table: "PA_Woningen", aggregate: "count", window: "quarter" }],
    [{ table: "PA_Labels", column: "Gemiddelde huur", aggregate: "average", window: "year" }],
    [{ table: "PA_Voorraad", column: "Verkoop", window: "term" }],
    [{ table: "PA_Toewijzingen", column: "Aantal", window: "year" }],
    [{ table: "PA_Labels", column: "Aantal", where: { Kwartaal: ["2026-Q1"] } }],
  ])("%j is fine", async (input) => expect(sentences(await own(input))).toEqual([]));
});
