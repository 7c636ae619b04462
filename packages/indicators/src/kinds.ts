import type { ArgumentKind, ReadArgument } from "./define.js";
import { single } from "./argument-cells.js";
import * as numbers from "./argument-numbers.js";
import * as words from "./argument-words.js";

/** A kind of argument with its reader. An indicator loads only the readers of its own arguments. */
type Kind<Name extends ArgumentKind> = Pick<ReadArgument, "read"> & { readonly kind: Name };

const text: ReadArgument["read"] = (value, argument) => ({ text: words.readText(value, argument) });

export const count: Kind<"count"> = {
  kind: "count",
  read: (value, argument) => ({ value: numbers.readCount(value, argument) }),
};
export const amount: Kind<"amount"> = {
  kind: "amount",
  read: (value, argument) => ({ value: numbers.readAmount(value, argument) }),
};
export const share: Kind<"share"> = {
  kind: "share",
  read: (value, argument) => ({ value: numbers.readShare(value, argument) }),
};
export const classes: Kind<"classes"> = {
  kind: "classes",
  read: (value, argument) => ({ rows: numbers.readRows(value, argument) }),
};
export const rents: Kind<"rents"> = { kind: "rents", read: (value, argument) => numbers.readRents(value, argument) };
export const labels: Kind<"labels"> = {
  kind: "labels",
  read: (value, argument) => ({ labels: words.readLabels(value, argument) }),
};
export const labelClasses: Kind<"labelClasses"> = {
  kind: "labelClasses",
  read: (value, argument) => ({ classes: words.readClasses(value, argument) }),
};
export const year: Kind<"year"> = {
  kind: "year",
  read: (value, argument) => ({ years: words.readYears(value, argument) }),
};
export const date: Kind<"date"> = {
  kind: "date",
  read: (value, argument) => ({ text: words.readDate(value, argument) }),
};
export const quarter: Kind<"quarter"> = {
  kind: "quarter",
  read: (value, argument) => ({ text: words.readQuarterOrDay(value, argument) }),
};
export const yesNo: Kind<"yesNo"> = {
  kind: "yesNo",
  read: (value, argument) => ({ yesNo: words.readYesNo(value, argument) }),
};
export const party: Kind<"party"> = { kind: "party", read: text };
export const indicator: Kind<"indicator"> = { kind: "indicator", read: text };
export const limit: Kind<"limit"> = { kind: "limit", read: text };
export const any: Kind<"any"> = { kind: "any", read: (value, argument) => ({ raw: single(value, argument) }) };
