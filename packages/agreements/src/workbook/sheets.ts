import type { Agreement, Commitment, Parameter, Text } from "@prestatieafspraken/indicators";
import {
  attendance,
  choice,
  count,
  day,
  figure,
  ids,
  indicatorId,
  month,
  months,
  municipalityCode,
  partyList,
  printed,
  said,
  tableName,
  text,
  texts,
  webAddress,
  yes,
  type Codec,
} from "./cell.js";
import { productParameter } from "../complete.js";
import { conditions } from "./conditions.js";

/** A column of an agreement sheet, and the path of its content within a row of the agreement: "source.article". */
export interface Column {
  readonly header: string;
  readonly path: string;
  readonly codec: Codec;
  readonly required?: boolean;
  readonly help: Text;
  /** The value in a well-filled example row. */
  readonly example?: string;
  readonly width?: number;
  /** The value an empty cell stands for, derived from the row and the agreement; absent if an empty cell means nothing. */
  readonly otherwise?: (row: Readonly<Record<string, unknown>>, about: Agreement) => unknown;
}

/** A sheet with one row per item of a list in the agreement. */
export interface ListSheet {
  readonly sheet: string;
  /** Name of its Excel table. */
  readonly table: string;
  readonly title: Text;
  readonly help: Text;
  /** The list of the agreement that holds its rows. */
  readonly path: "parties" | "commitments" | "norms" | "indicators" | "columns" | "figures" | "parameters" | "tensions";
  readonly columns: readonly Column[];
}

const comparators = choice(
  { ">=": "ten minste", "<=": "ten hoogste", ">": "meer dan", "<": "minder dan", "=": "precies" },
  {
    ">=": "≥|tenminste|minimaal|minimum|min|minstens|vanaf",
    "<=": "≤|tenhoogste|maximaal|maximum|max|hoogstens|tot en met|t/m",
    ">": "boven|hoger dan",
    "<": "onder|lager dan",
    "=": "exact|gelijk aan|is",
  },
);
const strengths = choice({
  hard: "afspraak",
  effort: "streven",
  "long-term": "lange termijn",
  approximate: "ongeveer",
});
const periods = choice(
  {
    moment: "elk moment",
    quarter: "kwartaal",
    year: "kalenderjaar",
    "four-quarters": "vier kwartalen",
    term: "looptijd",
  },
  {
    quarter: "per kwartaal|elk kwartaal",
    year: "jaar|per jaar|elk jaar|jaarlijks",
    term: "hele looptijd|de hele looptijd",
  },
);
const kinds = choice({
  number: "getal",
  trend: "tellen zonder norm",
  dated: "op een dag",
  frequency: "overleg",
  effort: "inspanning",
});
const partyKinds = choice(
  {
    municipality: "gemeente",
    corporation: "corporatie",
    tenants: "huurdersorganisatie",
    commercial: "commerciële partij",
    other: "anders",
  },
  {
    corporation: "woningcorporatie|woningstichting|woonstichting|woningbouwvereniging|corp",
    tenants: "huurders|huurdersvereniging|huurdersraad|huurdersbelangenvereniging|huurdersbelangenorganisatie|hbv",
    commercial: "commercieel|ontwikkelaar",
    other: "overig",
  },
);
export const unitWords = choice(
  {
    share: "aandeel",
    homes: "woningen",
    "homes/year": "woningen per jaar",
    "student units": "studenteneenheden",
    lettings: "toewijzingen",
    persons: "personen",
    meetings: "overleggen",
    EUR: "euro",
    "EUR/month": "euro per maand",
    years: "jaren",
    points: "punten",
    factor: "factor",
    number: "getal",
    text: "tekst",
  },
  {
    share: "percentage|procent|%|deel",
    homes: "aantal woningen|woning",
    EUR: "€|bedrag|bedrag in euro|euro's",
    "EUR/month": "€ per maand",
    years: "jaar",
    number: "aantal",
  },
);
const figureIds = choice({
  need: "behoefte aan extra woningen",
  realisedAtStart: "gerealiseerd bij het begin",
  agreedRemaining: "resterende behoefte volgens de tekst",
  statusHolderTask: "taakstelling statushouders",
  efgBaseline: "woningen met label E, F of G bij het begin",
  improvementsPerYear: "woningen die per jaar verbeteren",
});
const aggregates = choice(
  { sum: "som", count: "aantal", average: "gemiddelde", max: "hoogste", min: "laagste" },
  { sum: "totaal|optellen", count: "aantal rijen|tellen", average: "gem" },
);
const windows = choice(
  {
    snapshot: "stand",
    quarter: "kwartaal",
    year: "jaar tot nu toe",
    "four-quarters": "vier kwartalen",
    term: "looptijd tot nu toe",
  },
  {
    snapshot: "peildatum|stand van het kwartaal",
    quarter: "per kwartaal",
    year: "jaar|kalenderjaar|per jaar",
    term: "looptijd|hele looptijd",
  },
);
const columnTypes = choice(
  {
    count: "aantal",
    change: "verandering",
    amount: "bedrag in euro",
    share: "percentage",
    number: "getal",
    date: "dag",
    label: "energielabel",
    choice: "keuze",
    yesNo: "ja of nee",
    id: "code",
    text: "tekst",
  },
  {
    amount: "bedrag|euro|bedrag in euro's",
    share: "aandeel|procent|%",
    date: "datum",
    label: "label",
    choice: "keuzelijst|lijst",
    yesNo: "ja/nee|ja-nee",
  },
);
const parameterTypes = choice({ day: "dag", number: "getal", share: "aandeel" });

/** What a column asks, in both languages, and what else it has. */
type About = Text & Partial<Omit<Column, "header" | "path" | "codec" | "help">>;

const column = (header: string, path: string, codec: Codec, { nl, en, ...more }: About): Column => ({
  ...{ header, path, codec, help: { nl, en } },
  ...more,
});

/** A required column, with an example. */
const needed = (header: string, path: string, codec: Codec, about: About & { readonly example: string }): Column =>
  column(header, path, codec, { ...about, required: true });

/** A Dutch text column followed by an English one; without English, the Dutch is used in both. */
const inTwo = (header: string, path: string, about: About): readonly Column[] => [
  column(header, `${path}.nl`, text, { width: 50, ...about }),
  column(`${header} (Engels)`, `${path}.en`, text, {
    nl: "Hetzelfde in het Engels; mag leeg blijven.",
    en: "The same in English; may stay empty.",
    ...(about.width !== undefined && { width: about.width }),
    otherwise: (row) => (row[path] as { nl?: string } | undefined)?.nl,
  }),
];

/** Columns for the source: the agreement itself, unless another document is named. */
const source: readonly Column[] = [
  column("Artikel in de tekst", "source.article", text, {
    nl: "Waar het staat: art. 9, tussendoel Beschikbaarheid.",
    en: "Where it stands: art. 9.",
    example: "art. 9",
  }),
  column("Bron", "source.title", text, {
    nl: "Alleen als het in een ander document staat dan de afspraken.",
    en: "Only if it is in a document other than the agreement.",
    otherwise: (_row, about) => about.document.title,
  }),
  column("Link", "source.href", webAddress, { nl: "Webadres van de bron.", en: "Web address of the source." }),
  column("Datum bron", "source.date", day, { nl: "Datum van de bron.", en: "Date of the source." }),
  column("Nagekeken op", "source.checked", day, {
    nl: "De dag waarop iemand het nakeek.",
    en: "The day somebody looked.",
  }),
];

const note = inTwo("Toelichting", "note", {
  nl: "Wat een lezer erbij moet weten.",
  en: "What a reader has to know besides.",
  width: 40,
});

/** The kind of a commitment, derived from its other cells. */
const kindOf = (row: Readonly<Record<string, unknown>>): Commitment["kind"] => {
  const isGiven = (name: string): boolean => row[name] !== undefined;
  if (Array.isArray(row["norms"]) && row["norms"].length > 0) return "number";
  if (isGiven("meetings")) return "frequency";
  if (["due", "recurs", "dueAfter", "signalOf"].some(isGiven)) return "dated";
  return isGiven("indicators") ? "trend" : "effort";
};

/** Facts of the whole agreement, one per row. */
export const facts: readonly Column[] = [
  needed("Titel", "title.nl", text, {
    nl: "Titel van de afspraken.",
    en: "Title of the agreement.",
    example: "Prestatieafspraken Voorbeeldstad 2026-2029",
  }),
  column("Titel (Engels)", "title.en", text, {
    nl: "Mag leeg blijven.",
    en: "May stay empty.",
    otherwise: (row) => (row["title"] as { nl?: string } | undefined)?.nl,
  }),
  needed("Gemeente", "municipality.name", text, {
    nl: "Naam van de gemeente.",
    en: "Name of the municipality.",
    example: "Voorbeeldstad",
  }),
  column("GM-code", "municipality.code", municipalityCode, {
    nl: "CBS-code van de gemeente, zoals GM0579.",
    en: "CBS code of the municipality, such as GM0579.",
  }),
  needed("Eerste dag", "from", day, {
    nl: "De dag waarop de afspraken ingaan.",
    en: "The day the agreement begins.",
    example: "1-1-2026",
  }),
  needed("Laatste dag", "until", day, {
    nl: "De laatste dag van de looptijd.",
    en: "The last day of the term.",
    example: "31-12-2029",
  }),
  column("Document", "document.title", text, {
    nl: "Naam van het ondertekende document.",
    en: "Name of the signed document.",
    otherwise: (row) => (row["title"] as { nl?: string } | undefined)?.nl,
  }),
  column("Onderdeel", "document.article", text, {
    nl: "Als de afspraken een deel van een document zijn.",
    en: "Where the agreement is part of a document.",
  }),
  column("Link", "document.href", webAddress, {
    nl: "Waar het document te lezen is.",
    en: "Where the document can be read.",
  }),
  column("Datum", "document.date", day, { nl: "Datum van ondertekening.", en: "Date of signing." }),
  column("Nagekeken op", "document.checked", day, {
    nl: "De dag waarop iemand de tekst nakeek.",
    en: "The day somebody checked the text.",
  }),
  column("Kenmerk", "id", text, {
    nl: "Korte naam in kleine letters; mag leeg blijven.",
    en: "Short name in lower case; may stay empty.",
    otherwise: (row) => {
      const name = (row["municipality"] as { name?: string } | undefined)?.name;
      return name === undefined ? undefined : slug([name, year(row["from"]), year(row["until"])].join("-"));
    },
  }),
];
const year = (value: unknown): string => (typeof value === "string" ? value.slice(0, 4) : "");

/** Makes an id of a name: "wonen-in-noord" from "Wonen in Noord!". */
export const slug = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** The inputs of a formula, one row each, from the row of their indicator down. */
export const inputColumns: readonly Column[] = [
  column("Naam in de formule", "name", text, {
    nl: "Een woord zonder spaties, dat in Formule staat.",
    en: "A word without spaces, used in Formule.",
    example: "hout",
  }),
  column("Tabel", "table", tableName, {
    nl: "In welke tabel wordt geteld.",
    en: "The table that is counted in.",
    example: "PA_Nieuwbouw",
  }),
  column("Telling", "aggregate", aggregates, {
    nl: "Som of gemiddelde van een kolom, of het aantal rijen.",
    en: "Sum or average of a column, or the number of rows.",
    example: "som",
  }),
  column("Kolom", "column", text, {
    nl: "Welke kolom; ook een van het blad Kolommen. Leeg bij aantal.",
    en: "Which column; also one of the sheet Kolommen. Empty for a number of rows.",
    example: "Totaal",
  }),
  column("Voorwaarden", "where", conditions, {
    nl: "Welke rijen tellen: Segment = sociaal; Fase ≠ vervallen.",
    en: "Which rows count: Segment = sociaal; Fase ≠ vervallen.",
    example: "Houtbouw = ja",
    width: 40,
  }),
  column("Tijdvak", "window", windows, {
    nl: "De stand van het kwartaal, of wat er in een tijdvak gebeurde; nooit na het verslagkwartaal.",
    en: "The quarter itself, or what happened in a period; never beyond the reporting quarter.",
    example: "stand",
  }),
  ...inTwo("Woord", "label", {
    nl: "Hoe het in de berekening heet: houten woningen.",
    en: "What it is called in the arithmetic.",
    width: 24,
  }),
];

/** The product's own text for a setting, which an agreement need not repeat. */
const usual = <Key extends keyof Parameter>(
  row: Readonly<Record<string, unknown>>,
  about: Agreement,
  key: Key,
): Parameter[Key] | undefined => productParameter(row["id"], about)?.[key];

/** All list sheets, in workbook order. */
export const lists: readonly ListSheet[] = [
  {
    sheet: "Partijen",
    table: "Afspraken_Partijen",
    title: { nl: "Partijen", en: "Parties" },
    help: {
      nl: "Wie hebben ondertekend. Andere namen: schrijfwijzen en vroegere namen, met een puntkomma ertussen.",
      en: "Who signed. Other names: spellings and former names, separated by semicolons.",
    },
    path: "parties",
    columns: [
      needed("Naam", "name", text, {
        nl: "Naam zoals mensen die schrijven.",
        en: "Name as people write it.",
        example: "Wonen in Noord",
        width: 34,
      }),
      needed("Soort", "kind", partyKinds, {
        nl: "Wat voor partij het is.",
        en: "What kind of party it is.",
        example: "corporatie",
      }),
      column("Andere namen", "aliases", texts, {
        nl: "Schrijfwijzen en vroegere namen; met een puntkomma ertussen.",
        en: "Spellings and former names, separated by semicolons.",
        width: 50,
        otherwise: () => [],
      }),
      column("Kenmerk", "id", text, {
        nl: "Korte naam in kleine letters; mag leeg blijven.",
        en: "Short name in lower case; may stay empty.",
        otherwise: (row) => (typeof row["name"] === "string" ? slug(row["name"]) : undefined),
      }),
    ],
  },
  {
    sheet: "Afspraken",
    table: "Afspraken_Artikelen",
    title: { nl: "Afspraken", en: "Commitments" },
    help: {
      nl: "Elke afspraak één rij, met het nummer zoals het in het document staat.",
      en: "One row per commitment, with the number as the document prints it.",
    },
    path: "commitments",
    columns: [
      needed("Artikel", "article", printed, {
        nl: "Zoals gedrukt: B1, 1.4.2, 3.1a.",
        en: "As printed: B1, 1.4.2, 3.1a.",
        example: "B1",
      }),
      column("Soort", "kind", kinds, {
        nl: "Leeg: volgt uit de andere kolommen (een norm is een getal, een dag een dag, anders een inspanning).",
        en: "Empty: follows from the other columns (a norm makes it a number, a date makes it dated, otherwise an effort).",
        otherwise: kindOf,
      }),
      ...inTwo("Afspraak", "title", {
        nl: "De afspraak in één gewone zin.",
        en: "The commitment in one plain sentence.",
        required: true,
        example: "Ten minste 30 procent van de nieuwe woningen is sociale huur",
      }),
      column("Trekker", "lead", partyList, {
        nl: "Wie ervoor zorgt; “alle partijen” mag.",
        en: "Who is responsible; “alle partijen” for everybody.",
        example: "alle partijen",
        width: 28,
        otherwise: (_row, about) => about.parties.map(({ id }) => id),
      }),
      ...inTwo("Thema", "theme", {
        nl: "Onder welk kopje.",
        en: "Under which heading.",
        example: "Beschikbaarheid",
        otherwise: () => "Afspraken",
        width: 22,
      }),
      column("Normen", "norms", ids, {
        nl: "Kenmerken van het blad Normen, met een komma ertussen.",
        en: "Ids from the sheet Normen, separated by commas.",
        example: "B1",
      }),
      column("Indicatoren", "indicators", ids, {
        nl: "Welke indicatoren het laten zien.",
        en: "Which indicators show it.",
      }),
      column("Uiterlijk", "due", day, { nl: "De dag waarop het klaar moet zijn.", en: "The day it has to be done." }),
      column("Elk jaar in maand", "recurs.month", month, {
        nl: "Bij een afspraak die elk jaar terugkomt: 11 voor november.",
        en: "For a commitment that recurs every year: 11 for November.",
      }),
      column("Elk jaar in kwartaal", "recurs.quarter", count, { nl: "1, 2, 3 of 4.", en: "1, 2, 3 or 4." }),
      column("Jaren na instelling", "dueAfter.years", count, {
        nl: "Zoveel jaar na een dag van het blad Instellingen.",
        en: "This many years after a date on the sheet Instellingen.",
      }),
      column("Instelling", "dueAfter.parameter", text, {
        nl: "Het kenmerk van die instelling.",
        en: "The id of that setting.",
      }),
      column("Na signaal van", "signalOf", text, {
        nl: "Alleen als deze norm een signaal geeft.",
        en: "Only where this norm gives a signal.",
      }),
      column("Overleg", "meetings.kind", text, {
        nl: "Soort overleg, zoals in de tabel Overleg.",
        en: "Kind of meeting, as in the table Overleg.",
      }),
      column("Keer per jaar", "meetings.perYear", count, { nl: "Hoe vaak per jaar.", en: "How many a year." }),
      column("In maanden", "meetings.months", months, {
        nl: "Maanden waarin er in elk geval een is: 4, 11.",
        en: "Months in which one must be held: 4, 11.",
      }),
      column("Wie is wanneer aanwezig", "meetings.attendance", attendance, {
        nl: "WYwonen: 1, 3; Portaal: 1 (kwartalen).",
        en: "WYwonen: 1, 3; Portaal: 1 (quarters).",
      }),
      column("Niet akkoord", "withoutConsent", partyList, {
        nl: "Partijen die hier niet mee instemmen.",
        en: "Parties that do not agree to this.",
      }),
      ...note,
      ...source,
    ],
  },
  {
    sheet: "Normen",
    table: "Afspraken_Normen",
    title: { nl: "Normen", en: "Norms" },
    help: {
      nl: "Wat over een indicator is beloofd. Een ander getal per jaar of per partij: een rij voor elk.",
      en: "What was promised about an indicator. Another figure per year or per party: a row for each.",
    },
    path: "norms",
    columns: [
      needed("Kenmerk", "id", printed, {
        nl: "Uniek; het artikel mag: B1.",
        en: "Unique; the article will do: B1.",
        example: "B1",
      }),
      needed("Indicator", "indicator", text, {
        nl: "Van het product (SOCIALSHARE) of van het blad Indicatoren; de naam mag ook.",
        en: "Of the product (SOCIALSHARE) or of the sheet Indicatoren; its name will do.",
        example: "NEWBUILDSHARE",
      }),
      needed("Vergelijking", "comparator", comparators, {
        nl: "Ten minste, ten hoogste …",
        en: "At least, at most …",
        example: "ten minste",
      }),
      needed("Waarde", "value", figure, {
        nl: "Zoals gedrukt: 30%, 360.",
        en: "As printed: 30%, 360.",
        example: "30%",
      }),
      column("Uiterlijk", "deadline", day, {
        nl: "De dag waarop het gehaald moet zijn.",
        en: "The day it has to be met.",
        example: "31-12-2029",
      }),
      column("Beoordeeld over", "period", periods, {
        nl: "Elk moment, een kwartaal, een jaar of de hele looptijd.",
        en: "Every moment, a quarter, a year or the whole term.",
      }),
      column("Partijen", "parties", partyList, {
        nl: "Wie eraan gebonden is, ieder apart; leeg: allen samen.",
        en: "Who is bound, each on its own; empty: all together.",
        width: 26,
      }),
      column("Hoe hard", "strength", strengths, {
        nl: "Afspraak, streven, lange termijn of ongeveer.",
        en: "A promise, an effort, long term or approximate.",
        otherwise: () => "hard",
      }),
      column("Vanaf", "from", day, { nl: "Geldt vanaf deze dag.", en: "In force from this day." }),
      column("Tot en met", "until", day, { nl: "Geldt tot en met deze dag.", en: "In force up to this day." }),
      column("Stand bij het begin", "baseline", figure, {
        nl: "Waar men begon, zo precies als gedrukt.",
        en: "The starting value, as precise as printed.",
      }),
      column("Dag van die stand", "baselineDay", day, {
        nl: "Anders het begin van de afspraken.",
        en: "Otherwise the start of the agreement.",
      }),
      column("Signaal", "signal", figure, {
        nl: "Voorbij deze waarde gaan partijen in gesprek.",
        en: "Beyond this value parties talk.",
      }),
      column("Marge bij ongeveer", "margin", figure, {
        nl: "Welk deel het mag schelen: 10%.",
        en: "The part it may be off: 10%.",
      }),
      column("Getal in de tekst", "agreed", figure, {
        nl: "Als de tekst een ander getal noemt dan de rekensom.",
        en: "If the text prints another figure than the arithmetic gives.",
      }),
      ...note,
      ...source,
    ],
  },
  {
    sheet: "Indicatoren",
    table: "Afspraken_Indicatoren",
    title: { nl: "Indicatoren", en: "Indicators" },
    help: {
      nl: "Eigen indicatoren: een formule over tellingen. Een rij per naam in de formule. Voor een indicator van het product: alleen Kenmerk en Partijen, als hij niet over alle corporaties gaat.",
      en: "Indicators of your own: an expression over counts. A row per name in it. For an indicator of the product: only Kenmerk and Partijen, where it is not about all corporations.",
    },
    path: "indicators",
    columns: [
      needed("Kenmerk", "id", indicatorId, {
        nl: "Hoofdletters zonder spaties: HOUTBOUW.",
        en: "Capitals without spaces: HOUTBOUW.",
        example: "HOUTBOUW",
      }),
      ...inTwo("Naam", "title", {
        nl: "Hoe de indicator heet.",
        en: "What the indicator is called.",
        example: "Aandeel houtbouw",
        width: 34,
      }),
      ...inTwo("Vraag", "meaning", {
        nl: "De vraag die hij beantwoordt.",
        en: "The question it answers.",
        example: "Welk deel van de nieuwbouw is van hout?",
        otherwise: (row: Readonly<Record<string, unknown>>) => (row["title"] as { nl?: string } | undefined)?.nl,
        width: 34,
      }),
      column("Eenheid", "unit", unitWords, {
        nl: "Aandeel, woningen, euro …",
        en: "Share, homes, euro …",
        example: "aandeel",
      }),
      column("Formule", "expression", text, {
        nl: "Met de namen uit Naam in de formule: hout / totaal.",
        en: "Uses the names in Naam in de formule: hout / totaal.",
        example: "hout / totaal",
        width: 24,
      }),
      column("Ook per partij", "perParty", yes, {
        nl: "ja: ook een regel voor elke partij.",
        en: "ja: a line for each party too.",
      }),
      column("Partijen", "scope", partyList, {
        nl: "Over wie hij gaat; leeg: alle corporaties.",
        en: "The parties it is about; empty: all corporations.",
        width: 26,
      }),
      ...inputColumns,
      ...source,
    ],
  },
  {
    sheet: "Kolommen",
    table: "Afspraken_Kolommen",
    title: { nl: "Eigen kolommen en tabellen", en: "Columns and tables of your own" },
    help: {
      nl: "Alleen wat de opgave nu niet vraagt. Een nieuwe naam bij Tabel maakt een eigen tabel; die begint vanzelf met Kwartaal en Verhuurder.",
      en: "Only what the return does not ask for yet. A new name under Tabel makes a table of your own, which begins with Kwartaal and Verhuurder automatically.",
    },
    path: "columns",
    columns: [
      needed("Tabel", "table", tableName, {
        nl: "PA_Nieuwbouw, PA_Voorraad …, of een eigen naam die met PA_ begint.",
        en: "PA_Nieuwbouw, PA_Voorraad …, or a name of your own that begins with PA_.",
        example: "PA_Investeringen",
        width: 22,
      }),
      needed("Kolom", "header", text, {
        nl: "Hoe de kolom heet.",
        en: "What the column is called.",
        example: "Geïnvesteerd",
        width: 24,
      }),
      needed("Soort", "type", columnTypes, {
        nl: "Wat er in een cel hoort.",
        en: "What a cell holds.",
        example: "bedrag in euro",
      }),
      ...inTwo("Uitleg", "help", {
        nl: "Staat naast de cel in de opgave.",
        en: "Stands beside the cell in the return.",
        example: "Wat in dit kwartaal is uitgegeven aan woningverbetering",
      }),
      column("Mogelijke waarden", "choices", texts, {
        nl: "Bij keuze: met een puntkomma ertussen.",
        en: "For keuze: separated by semicolons.",
        width: 30,
      }),
      column("Verplicht", "required", yes, {
        nl: "ja: een lege cel is een fout.",
        en: "ja: an empty cell is an error.",
        example: "ja",
      }),
    ],
  },
  {
    sheet: "Cijfers",
    table: "Afspraken_Cijfers",
    title: { nl: "Cijfers", en: "Figures" },
    help: {
      nl: "Getallen waar de indicatoren mee beginnen. Alleen wat in de afspraken staat.",
      en: "Figures the indicators start from. Only what the agreement says.",
    },
    path: "figures",
    columns: [
      needed("Cijfer", "id", figureIds, {
        nl: "Welk getal het is.",
        en: "Which figure it is.",
        example: "behoefte aan extra woningen",
      }),
      needed("Waarde", "value", figure, { nl: "Zoals gedrukt.", en: "As printed.", example: "1651" }),
      column("Eenheid", "unit", unitWords, { nl: "Meestal woningen.", en: "Mostly homes.", otherwise: () => "homes" }),
      ...inTwo("Omschrijving", "label", {
        nl: "Wat het getal is.",
        en: "What the figure is.",
        otherwise: (row: Readonly<Record<string, unknown>>) => figureIds.write(row["id"], undefined as never),
      }),
      ...source,
    ],
  },
  {
    sheet: "Keuzes",
    table: "Afspraken_Keuzes",
    title: { nl: "Keuzes", en: "Choices" },
    help: {
      nl: "Alleen keuzes die de afspraken zelf maken; wat hier niet staat, houdt de standaard van het product.",
      en: "Only choices that the agreement itself makes; what is not here keeps the default of the product.",
    },
    path: "parameters",
    columns: [
      needed("Kenmerk", "id", text, {
        nl: "Kenmerk van de keuze: studenten-tellen.",
        en: "Id of the choice: studenten-tellen.",
        example: "studenten-tellen",
      }),
      column("Waarde", "default", text, {
        nl: "Wat de afspraken kiezen.",
        en: "What the agreement chooses.",
        example: "geen",
        otherwise: (row, about) => usual(row, about, "default") ?? "",
      }),
      column("Naam", "name", text, {
        nl: "Alleen bij een eigen keuze: naam op het blad Instellingen.",
        en: "Only for a choice of your own: its name on the sheet Instellingen.",
        otherwise: (row, about) => usual(row, about, "name"),
      }),
      ...inTwo("Omschrijving", "label", {
        nl: "Alleen bij een eigen keuze: waar het over gaat.",
        en: "Only for a choice of your own: what it is about.",
      }).map((one) => ({
        ...one,
        otherwise: (row: Readonly<Record<string, unknown>>, about: Agreement) =>
          usual(row, about, "label")?.[one.path.endsWith(".en") ? "en" : "nl"] ?? one.otherwise?.(row, about),
      })),
      column("Soort waarde", "type", parameterTypes, {
        nl: "Alleen bij een eigen keuze.",
        en: "Only for a choice of your own.",
        otherwise: (row, about) => usual(row, about, "type"),
      }),
      column(
        "Mogelijke waarden",
        "choices",
        {
          write: (value) =>
            Array.isArray(value)
              ? (value as { value: string; label: { nl: string; en: string } }[])
                  .map(
                    ({ value: one, label }) => `${one} = ${label.nl}${label.en === label.nl ? "" : ` / ${label.en}`}`,
                  )
                  .join("\n")
              : null,
          read: (cell) =>
            said(cell)
              .split("\n")
              .map((line) => line.trim())
              .filter((line) => line !== "")
              .map((line) => {
                const [value = "", words = value] = line.split(/ = (.*)/s);
                const [nl = words, en = nl] = words.split(" / ");
                return { value, label: { nl, en } };
              }),
        },
        {
          nl: "Een per regel: waarde = uitleg.",
          en: "One per line: value = explanation.",
          width: 40,
          otherwise: (row, about) => usual(row, about, "choices"),
        },
      ),
      ...note,
      column("Artikel in de tekst", "source.article", text, { nl: "Waar het staat.", en: "Where it stands." }),
      column("Bron", "source.title", text, { nl: "Het document.", en: "The document." }),
      column("Link", "source.href", webAddress, { nl: "Webadres.", en: "Web address." }),
      column("Datum bron", "source.date", day, { nl: "Datum van de bron.", en: "Date of the source." }),
      column("Nagekeken op", "source.checked", day, {
        nl: "De dag waarop iemand het nakeek.",
        en: "The day somebody looked.",
      }),
    ],
  },
  {
    sheet: "Spanningen",
    table: "Afspraken_Spanningen",
    title: { nl: "Spanningen", en: "Tensions" },
    help: {
      nl: "Waar de woorden en de rekensom van de afspraken verschillen. Beide worden getoond.",
      en: "Where words and arithmetic of the agreement differ. Both are shown.",
    },
    path: "tensions",
    columns: [
      needed("Kenmerk", "id", text, { nl: "Uniek: T1.", en: "Unique: T1.", example: "T1" }),
      column("Indicator", "indicator", text, { nl: "Waar het bij hoort.", en: "What it belongs to." }),
      needed("In de tekst", "agreed", figure, {
        nl: "Het getal dat er staat.",
        en: "The figure that is printed.",
        example: "1200",
      }),
      needed("Berekend", "computed", figure, {
        nl: "Wat de rekensom geeft.",
        en: "What the arithmetic gives.",
        example: "1090",
      }),
      column("Eenheid", "unit", unitWords, { nl: "Meestal woningen.", en: "Mostly homes.", otherwise: () => "homes" }),
      ...inTwo("Uitleg", "explanation", { nl: "Wat er verschilt.", en: "What differs.", required: true }),
      ...source,
    ],
  },
];
