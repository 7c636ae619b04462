import type { WriteSheet } from "hucre/xlsx";
import { tablesOf, type Agreement, type Language, type Text } from "@prestatieafspraken/indicators";
import { style } from "./style.js";
import { TextSheet } from "./text-sheet.js";

export const readmeName: Text = { nl: "Lees mij", en: "Read me" };

const words = {
  intro: {
    nl: "In deze werkmap verzamelen gemeente en corporaties elk kwartaal de cijfers bij de prestatieafspraken. Het blad Dashboard rekent mee.",
    en: "In this workbook municipality and corporations collect the figures of the performance agreement every quarter. The sheet Dashboard calculates along.",
  },
  who: { nl: "Wie vult wat in, en wanneer", en: "Who fills in what, and when" },
  sheet: { nl: "Blad", en: "Sheet" },
  what: { nl: "Wat", en: "What" },
  when: { nl: "Wie en wanneer", en: "Who and when" },
  how: { nl: "Zo loopt het kwartaal", en: "How the quarter runs" },
  empty: {
    nl: "Leeg, 0 en n.v.t. zijn drie verschillende dingen",
    en: "Empty, 0 and n.v.t. are three different things",
  },
  good: { nl: "Goed om te weten", en: "Good to know" },
} as const satisfies Record<string, Text>;

type Line = readonly [term: Text, meaning: Text];

const quarter: readonly Line[] = [
  [
    { nl: "Begin", en: "Start" },
    {
      nl: "De gemeente zet op het blad Instellingen het verslagkwartaal en de peildatum goed.",
      en: "The municipality sets the reporting quarter and the reference date on the sheet Instellingen.",
    },
  ],
  [
    { nl: "Na 2 weken", en: "After 2 weeks" },
    {
      nl: "De corporaties hebben hun rijen ingevuld. Zet nieuwe rijen direct onder de laatste rij; rijen van eerdere kwartalen blijven staan.",
      en: "The corporations have filled in their rows. Put new rows right below the last one; rows of earlier quarters stay.",
    },
  ],
  [
    { nl: "Na 3 weken", en: "After 3 weeks" },
    {
      nl: "De gemeente vult haar eigen cijfers aan en controleert alles in het taakvenster. Een fout moet worden opgelost; een waarschuwing mag blijven staan als iemand haar uitlegt.",
      en: "The municipality adds its own figures and checks everything in the task pane. An error has to be solved; a warning may stay when somebody explains it.",
    },
  ],
  [
    { nl: "Na 4 weken", en: "After 4 weeks" },
    {
      nl: "De cijfers van dit kwartaal liggen vast. Bewaar een kopie; het overleg gebruikt die.",
      en: "The figures of this quarter are final. Keep a copy; the meeting uses it.",
    },
  ],
];

const absence: readonly Line[] = [
  [
    { nl: "0", en: "0" },
    { nl: "Geteld, en er zijn er geen.", en: "Counted, and there are none." },
  ],
  [
    { nl: "leeg", en: "empty" },
    {
      nl: "Nog niet bekend. Een cijfer dat hiervan afhangt, kan dan niet worden bepaald; het wordt nooit stilletjes 0.",
      en: "Not known yet. A figure that depends on it cannot be said; it never silently becomes 0.",
    },
  ],
  [
    { nl: "n.v.t.", en: "n.v.t." },
    {
      nl: "Het geldt hier niet. Het telt niet mee en wordt niet gemist.",
      en: "It does not apply here. It is not counted and not missed.",
    },
  ],
  [
    { nl: "ca. 12", en: "ca. 12" },
    {
      nl: "Een schatting. Die telt niet mee totdat iemand er een getal van maakt.",
      en: "An estimate. It does not count until somebody makes it a number.",
    },
  ],
];

const good: readonly Line[] = [
  [
    { nl: "Kolomkoppen", en: "Column headers" },
    {
      nl: "Donkerblauw: verplicht. Grijsblauw: mag leeg blijven. De uitleg staat bij elke cel die u aanklikt. Laat koppen en namen van tabellen staan; eigen kolommen erbij mag.",
      en: "Dark blue: required. Grey blue: may stay empty. Every cell you click shows its explanation. Leave headers and table names; adding columns of your own is fine.",
    },
  ],
  [
    { nl: "Labels", en: "Labels" },
    {
      nl: "Lever energielabels aan als aantallen (blad Labels) of per woning (blad Woningen), niet allebei.",
      en: "Report energy labels as counts (sheet Labels) or per home (sheet Woningen), not both.",
    },
  ],
  [
    { nl: "Formules", en: "Formulas" },
    {
      nl: "De formules beginnen met =PA. en werken in Excel met de invoegtoepassing. Zonder de invoegtoepassing, of in LibreOffice, ziet u de waarden van de laatste keer dat er gerekend is.",
      en: "The formulas begin with =PA. and work in Excel with the add-in. Without it, or in LibreOffice, you see the values of the last calculation.",
    },
  ],
  [
    { nl: "Privacy", en: "Privacy" },
    {
      nl: "Niets verlaat deze werkmap: er is geen server en er wordt niets verstuurd. Zet er geen namen, adressen of andere gegevens van bewoners in.",
      en: "Nothing leaves this workbook: there is no server and nothing is sent. Do not put names, addresses or other data of residents in it.",
    },
  ],
];

/** The first sheet: who fills in what by when, and what an empty cell means. Says nothing that the tables say themselves. */
export function readmeSheet(agreement: Agreement, language: Language, notice: string | undefined): WriteSheet {
  const page = new TextSheet();
  const say = (text: Text) => text[language];
  const lines = (heading: Text, all: readonly Line[]) => {
    page.skip().add({ value: say(heading), style: style.heading });
    for (const [term, meaning] of all)
      page.add({ value: say(term), style: style.term }, { value: say(meaning), style: style.paragraph });
  };

  page.add({ value: say(agreement.title), style: style.title });
  if (notice !== undefined) page.add({ value: notice, style: style.fictional });
  page.add({ value: say(words.intro), style: style.help });

  page.skip().add({ value: say(words.who), style: style.heading });
  page.add(...[words.sheet, words.what, words.when].map((text) => ({ value: say(text), style: style.requiredHeader })));
  for (const { sheet, help, filledBy } of tablesOf(agreement))
    page.add(
      { value: sheet, style: style.link, to: sheet },
      { value: say(help), style: style.shown },
      { value: say(filledBy), style: style.shown },
    );

  lines(words.how, quarter);
  lines(words.empty, absence);
  lines(words.good, good);
  return page.sheet(say(readmeName), [18, 92, 52], { a11y: { summary: say(words.intro) } });
}
