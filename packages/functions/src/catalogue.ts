import { indicators, type Argument, type Indicator, type Text } from "@prestatieafspraken/indicators";

/**
 * A PA function as a spreadsheet knows it. Everything comes from the indicator's definition; only what spills over several
 * cells (REPORT, ISSUES) is defined here, in the same shape.
 */
export interface PaFunction {
  /** Contract id: upper case, no dots, frozen. `=PA.SOCIALSHARE()` has id "SOCIALSHARE". */
  readonly id: string;
  readonly title: Text;
  /** The question it answers. */
  readonly meaning: Text;
  /** Answers from the workbook's tables when called without its data arguments, and follows every change. */
  readonly live: boolean;
  /** The answer takes several cells. */
  readonly spills: boolean;
  readonly arguments: readonly Argument[];
  /** Null for what is defined here. */
  readonly indicator: Indicator | null;
}

const quarter: Argument = {
  name: "quarter",
  kind: "quarter",
  optional: true,
  label: { nl: "kwartaal", en: "quarter" },
  help: {
    nl: 'Kwartaal, bijvoorbeeld "2026-Q3". Leeg: het Verslagkwartaal uit PA_Instellingen.',
    en: 'Quarter, for example "2026-Q3". Empty: the Verslagkwartaal of PA_Instellingen.',
  },
};

const party: Argument = {
  name: "party",
  kind: "party",
  optional: true,
  label: { nl: "partij", en: "party" },
  help: {
    nl: 'Naam van een partij, bijvoorbeeld "WYwonen". Leeg: alle partijen samen.',
    en: 'Name of a party, for example "WYwonen". Empty: all parties together.',
  },
};

const spilling: readonly PaFunction[] = [
  {
    id: "REPORT",
    title: { nl: "Stand van de afspraken", en: "State of the agreements" },
    meaning: {
      nl: "Zet alle indicatoren van een kwartaal onder elkaar: waarde, norm, oordeel, hoe het getal tot stand kwam en het artikel.",
      en: "Lists every indicator of a quarter: value, norm, verdict, how the figure came about, and the article.",
    },
    live: true,
    spills: true,
    arguments: [quarter, party],
    indicator: null,
  },
  {
    id: "ISSUES",
    title: { nl: "Meldingen bij de opgave", en: "Issues with the return" },
    meaning: {
      nl: "Zet alle meldingen over de ingevulde tabellen onder elkaar: ernst, tabel, cel en wat er aan de hand is. Zonder kwartaal: alle kwartalen.",
      en: "Lists every issue with the tables filled in: severity, table, cell, and what is the matter. Without a quarter: all quarters.",
    },
    live: true,
    spills: true,
    arguments: [quarter, party],
    indicator: null,
  },
  {
    id: "DATA",
    title: { nl: "Cijfers als lange tabel", en: "Figures as a long table" },
    meaning: {
      nl: "Zet de cijfers van alle kwartalen onder elkaar voor een draaitabel, Power Query of Power BI: een rij per kwartaal, indicator en partij, met vaste sleutels in plaats van woorden. Met kwartaal: alleen dat kwartaal.",
      en: "Lists the figures of all quarters for a pivot table, Power Query or Power BI: one row per quarter, indicator and party, with fixed keys instead of words. With a quarter: that quarter only.",
    },
    live: true,
    spills: true,
    arguments: [quarter, party],
    indicator: null,
  },
];

/** Every function of the public contract, in its order. */
export const functions: readonly PaFunction[] = inContractOrder([
  ...indicators.map((indicator) => ({
    id: indicator.id,
    title: indicator.title,
    meaning: indicator.meaning,
    live: indicator.live,
    spills: false,
    arguments: indicator.arguments,
    indicator,
  })),
  ...spilling,
]);

/** QUARTER closes the list of the contract, after what spills. */
function inContractOrder(list: readonly PaFunction[]): readonly PaFunction[] {
  const last = (f: PaFunction): number => (f.id === "QUARTER" ? 1 : 0);
  return [...list].sort((a, b) => last(a) - last(b));
}

const byId = new Map(functions.map((f) => [f.id, f]));

/** Ids of all functions, for telling ours from others in a formula. */
export const functionIds: ReadonlySet<string> = new Set(byId.keys());

/** The function with this id, whatever the case; undefined when there is none. */
export const fn = (id: string): PaFunction | undefined => byId.get(id.toUpperCase());

/** Arguments that choose between figures of the workbook instead of supplying figures. */
export const narrows = (argument: Argument): boolean =>
  argument.kind === "quarter" || argument.kind === "party" || (argument.kind === "indicator" && !argument.optional);

/**
 * Does the answer of a call with figures of its own change with the agreement of the workbook? It does where an indicator is named
 * (its norm, its verdict), and where a share left out is that of the agreement.
 */
export const followsAgreement = ({ live, arguments: all }: PaFunction): boolean =>
  !live && all.some(({ kind, optional }) => kind === "indicator" || (kind === "share" && optional === true));

/** Does the function keep listening after its first answer? */
export const streams = (called: PaFunction): boolean => called.live || followsAgreement(called);
