import { indicators, type Argument, type Indicator, type Text } from "@prestatieafspraken/indicators";

/**
 * A PA function as a spreadsheet sees it. All of it comes from the indicator's definition; only functions that spill over several
 * cells (REPORT, ISSUES) are defined here, in the same shape.
 */
export interface PaFunction {
  /** Public id: upper case, no dots, never renamed. `=PA.SOCIALSHARE()` has id "SOCIALSHARE". */
  readonly id: string;
  readonly title: Text;
  /** The question it answers. */
  readonly meaning: Text;
  /** True if a call without data arguments is answered from the workbook's tables and follows every change. */
  readonly live: boolean;
  /** The answer takes several cells. */
  readonly spills: boolean;
  readonly arguments: readonly Argument[];
  /** Null for functions defined in this file. */
  readonly indicator: Indicator | null;
}

const quarter: Argument = {
  name: "quarter",
  kind: "quarter",
  optional: true,
  label: { nl: "kwartaal", en: "quarter" },
  help: {
    nl: 'Kwartaal, bijvoorbeeld "2026-Q3". Leeg: het Verslagkwartaal op het blad Instellingen.',
    en: 'Quarter, for example "2026-Q3". Empty: the Verslagkwartaal on the sheet Instellingen.',
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

/** The contract lists QUARTER last, after the functions that spill. */
function inContractOrder(list: readonly PaFunction[]): readonly PaFunction[] {
  const last = (f: PaFunction): number => (f.id === "QUARTER" ? 1 : 0);
  return [...list].sort((a, b) => last(a) - last(b));
}

const byId = new Map(functions.map((f) => [f.id, f]));

/** Ids of all PA functions, to tell them from other functions in a formula. */
export const functionIds: ReadonlySet<string> = new Set(byId.keys());

/** The function with this id (case-insensitive); undefined if there is none. */
export const fn = (id: string): PaFunction | undefined => byId.get(id.toUpperCase());

/** True for an argument that selects figures of the workbook instead of supplying figures. */
export const narrows = (argument: Argument): boolean =>
  argument.kind === "quarter" || argument.kind === "party" || (argument.kind === "indicator" && !argument.optional);

/**
 * True if the answer to a call with figures depends on the workbook's agreement: an indicator is named (its norm, its verdict),
 * or a share may be omitted and then comes from the agreement.
 */
export const followsAgreement = ({ live, arguments: all }: PaFunction): boolean =>
  !live && all.some(({ kind, optional }) => kind === "indicator" || (kind === "share" && optional === true));

/** True if the function keeps updating after its first answer. */
export const streams = (called: PaFunction): boolean => called.live || followsAgreement(called);
