import * as kinds from "../kinds.js";
import type { Argument, ArgumentKind, ReadArgument } from "../define.js";
import type { Text } from "../text.js";

/** Defines an argument; its label is the noun used in explanations. The type keeps its literal name and kind. */
export const argument = <
  const Name extends string,
  const Kind extends ArgumentKind,
  const More extends Omit<Argument, "name" | "kind">,
>(
  name: Name,
  kind: { readonly kind: Kind; readonly read: ReadArgument["read"] },
  more: More,
): ReadArgument & { readonly name: Name; readonly kind: Kind } & More => ({ name, ...kind, ...more });

export const optional = { optional: true } as const;
/** For an optional argument that says how figures are counted. */
export const chooses = { optional: true, chooses: true } as const;

/** A count that may be omitted if the workbook counts it. The help is "Number of …" by default. */
export const number = <const Name extends string>(
  name: Name,
  label: Text,
  help: Text = { nl: `Aantal ${label.nl}.`, en: `Number of ${label.en}.` },
) => argument(name, kinds.count, { label, help, ...optional });

/** Homes with label E, F or G still left, for progress and pace. */
export const remainingArgument = /* @__PURE__ */ argument("remaining", kinds.count, {
  label: { nl: "woningen die nog label E, F of G hebben", en: "homes that still have label E, F or G" },
  help: { nl: "Aantal dat nog over is.", en: "Number left." },
  ...optional,
});

/** Arguments that select figures of the workbook, the same for all live functions. */
export const quarterArgument = /* @__PURE__ */ argument("quarter", kinds.quarter, {
  label: { nl: "kwartaal", en: "quarter" },
  help: {
    nl: "Het kwartaal, zoals 2026-Q3. Leeg: het verslagkwartaal op het blad Instellingen.",
    en: "The quarter, such as 2026-Q3. Empty: the reporting quarter on the sheet Instellingen.",
  },
  ...optional,
});
export const partyArgument = /* @__PURE__ */ argument("party", kinds.party, {
  label: { nl: "partij", en: "party" },
  help: {
    nl: "Alleen deze partij, zoals WYwonen. Leeg: alle partijen waar het over gaat.",
    en: "Only this party, such as WYwonen. Empty: all parties it is about.",
  },
  ...optional,
});
export const indicatorArgument = /* @__PURE__ */ argument("indicator", kinds.indicator, {
  label: { nl: "indicator", en: "indicator" },
  help: {
    nl: "Naam van een PA-functie, zoals SOCIALSHARE, of een eigen indicator uit de afspraken.",
    en: "Name of a PA function, such as SOCIALSHARE, or an own indicator of the agreement.",
  },
});
export const dateArgument = /* @__PURE__ */ argument("date", kinds.date, {
  label: { nl: "datum", en: "date" },
  help: {
    nl: "De dag waarop beoordeeld wordt. Leeg: de peildatum van de werkmap.",
    en: "The day to judge on. Empty: the reference date of the workbook (Peildatum).",
  },
  ...optional,
});
