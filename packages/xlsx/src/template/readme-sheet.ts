import type { WriteSheet } from "hucre/xlsx";
import { tablesOf, type Agreement, type Language, type Text } from "@prestatieafspraken/indicators";
import { style } from "./style.js";
import { TextSheet } from "./text-sheet.js";

export const readmeName: Text = { nl: "Lees mij", en: "Read me" };

const words = {
  intro: {
    nl: "In deze werkmap verzamelen gemeente en corporaties elk kwartaal de cijfers bij de prestatieafspraken. Het blad Dashboard wordt vanzelf bijgewerkt.",
    en: "In this workbook municipality and corporations collect the figures of the performance agreement every quarter. The Dashboard sheet updates automatically.",
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
      nl: "De gemeente vult haar eigen cijfers aan en controleert alles in het taakvenster. Een fout moet worden opgelost. Klopt een waarschuwing toch? Schrijf dan waarom, met Waarschuwing toelichten.",
      en: "The municipality adds its own figures and checks everything in the task pane. An error has to be solved. Is a warning right after all? Say why, with Explain this warning.",
    },
  ],
  [
    { nl: "Na 4 weken", en: "After 4 weeks" },
    {
      nl: "De gemeente kiest in het taakvenster Overdracht en dan Kwartaal vaststellen. De cijfers staan daarna vast op een eigen blad; het overleg gebruikt het rapport.",
      en: "The municipality chooses Hand-over in the task pane, and then Finalise the quarter. The figures are then on a sheet of their own; the meeting uses the report.",
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
      nl: "Nog niet bekend. Een cijfer dat hiervan afhangt, is dan niet te bepalen; het wordt geen 0.",
      en: "Not known yet. A figure that depends on it stays unknown; it does not become 0.",
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

/** Where to read more: the address of the help, if the caller passes it. */
const helpLine = (address: string | undefined): Line => [
  { nl: "Hulp", en: "Help" },
  {
    nl: `Op elk scherm van het taakvenster en in de werkbank staat Hulp: uitleg per stap, met een zoekvak.${address === undefined ? "" : ` Of open ${address}`}`,
    en: `Every screen of the task pane and the workbench has Help: each step explained, with a search box.${address === undefined ? "" : ` Or open ${address}`}`,
  },
];

/**
 * The first sheet: who fills in what and when, and what an empty cell means. Omits what the table sheets explain
 * themselves.
 */
export function readmeSheet(
  agreement: Agreement,
  language: Language,
  { notice, help }: { readonly notice: string | undefined; readonly help: string | undefined },
): WriteSheet {
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
  lines(words.good, [...good, helpLine(help)]);
  return page.sheet(say(readmeName), [18, 92, 52], { a11y: { summary: say(words.intro) } });
}
