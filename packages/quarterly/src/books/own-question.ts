import type {
  Agreement,
  Condition,
  Field,
  OwnCondition,
  OwnInput,
  Question,
  Window,
} from "@prestatieafspraken/indicators";
import { readQuarter, tableOf } from "@prestatieafspraken/indicators";
import { partyNames } from "../reading/party-names.js";

const list = (value: string | readonly string[]): readonly string[] => (typeof value === "string" ? [value] : value);

/** Converts a count of an own indicator to a question, so that it is counted like the product's indicators. */
export function ownQuestion(agreement: Agreement, input: OwnInput, perParty = false): Question {
  const definition = tableOf(agreement, input.table);
  const header = (type: string): string | undefined => definition?.fields.find((field) => field.type === type)?.header;
  const quarter = header("quarter");
  const landlord = definition?.fields.some(({ header: name }) => name === "Verhuurder") ? "Verhuurder" : undefined;
  // A developer need not be a party to the agreement; a figure per party covers what that party builds itself.
  const party = landlord ?? (perParty ? header("party") : undefined);
  const where = Object.entries(input.where ?? {}).filter(([name]) => name !== quarter);
  const { column, aggregate } = input;
  return {
    book: {
      sources: [
        {
          table: input.table,
          ...(party !== undefined && { party }),
          ...(quarter !== undefined && { quarter, orReporting: definition?.perQuarter === false }),
        },
      ],
    },
    where: where.flatMap(([name, condition]) =>
      conditionsOf(agreement, definition?.fields.find((field) => field.header === name) ?? { header: name }, condition),
    ),
    window: windowOf(input, quarter),
    parties:
      party === undefined ? "everybody" : landlord === undefined ? "scope" : quarter === undefined ? "named" : "all",
    take:
      aggregate === "count" || column === undefined
        ? { rows: true }
        : aggregate === "sum"
          ? { sum: [column] }
          : aggregate === "average"
            ? { average: column }
            : aggregate === "max"
              ? { max: column }
              : { min: column },
  };
}

/** A condition on the quarter column selects the quarters, but never one after the quarter asked. */
function windowOf({ window, where }: OwnInput, quarter: string | undefined): Window {
  const listed = quarter === undefined ? undefined : where?.[quarter];
  if (typeof listed === "string" || Array.isArray(listed))
    return { among: list(listed as string | readonly string[]).map((one) => readQuarter(one) ?? one) };
  return window ?? "snapshot";
}

function conditionsOf(
  agreement: Agreement,
  { header, type, required, choices, always }: Pick<Field, "header"> & Partial<Field>,
  condition: OwnCondition,
): Condition[] {
  const names = partyNames(agreement);
  const values = (given: string | readonly string[]): readonly string[] =>
    list(given).map((text) =>
      type === "party"
        ? (names.find(text)?.id ?? text)
        : type === "yesNo"
          ? String(/^(?:ja|yes|true)$/i.test(text))
          : text,
    );
  // A required column with choices puts every row in a class: if the cell is unreadable, the row may be in any of them.
  // In other columns an empty cell means that something does not apply; one that cannot be read is unknown there too.
  const classed =
    required === true && choices !== undefined
      ? { unknown: ["onbekend"] }
      : ({ unknown: [], emptyIsNone: true } as const);
  if (typeof condition === "string" || Array.isArray(condition))
    return [{ header, is: values(condition as string | readonly string[]), unread: "fails", ...classed }];
  const test = condition as Exclude<OwnCondition, string | readonly string[]>;
  if ("not" in test) return [{ header, isNot: values(test.not), unread: "counts", ...classed }];
  if ("filled" in test) return [{ header, filled: test.filled }];
  if ("under" in test) {
    const { under, inclusive = false, yearOf = "quarter" } = test;
    return [
      { header, amount: true },
      { header, under, inclusive, yearOf },
    ];
  }
  const dated = { header, unread: "fails", unknown: [], ...(!always && ({ emptyIsNone: true } as const)) } as const;
  return [
    ...(test.from === undefined ? [] : [{ ...dated, from: test.from }]),
    ...(test.until === undefined ? [] : [{ ...dated, until: test.until }]),
  ];
}
