import { comparable, readDay, readQuarter, type Agreement, type Field } from "@prestatieafspraken/indicators";
import {
  cellText,
  isEmptyCell,
  isShortQuarter,
  type CellValue,
  type Lookup,
  type SheetTable,
} from "@prestatieafspraken/quarterly";

/** The filled cells of a column. */
export const valuesOf = (
  block: SheetTable,
  column: number,
): readonly { readonly value: CellValue; readonly row: number }[] =>
  block.rows.flatMap((row, i) => (isEmptyCell(row[column]) ? [] : [{ value: row[column], row: i }]));

/** The first few distinct values of a column, to recognise it by: "B-01, B-02, B-03". */
export function previewOf(block: SheetTable, header: string, most = 3): string {
  const column = block.headers.indexOf(header);
  if (column < 0) return "";
  const seen = new Set<string>();
  for (const { value, row } of valuesOf(block, column)) {
    const isDay = typeof value === "number" && (block.isDate?.(row, column) ?? false);
    seen.add(isDay ? (readDay(value)?.split("-").reverse().join("-") ?? cellText(value)) : cellText(value));
    if (seen.size === most) break;
  }
  return [...seen].join(", ");
}

/** The part of a column's filled cells that could be this field; null for a field that its values do not identify. */
export function fitOf(
  field: Field,
  block: SheetTable,
  column: number,
  { parties }: Pick<Agreement, "parties">,
): number | null {
  const filled = valuesOf(block, column);
  if (filled.length === 0) return 0;
  const part = (fits: (value: CellValue, row: number) => boolean): number =>
    filled.filter(({ value, row }) => fits(value, row)).length / filled.length;
  const isDay = (value: CellValue, row: number): boolean =>
    typeof value === "number" && (block.isDate?.(row, column) ?? false);
  switch (field.type) {
    case "quarter":
      return part(
        (value, row) =>
          isDay(value, row) || (typeof value === "string" && (readQuarter(value) !== null || isShortQuarter(value))),
      );
    case "date":
      return part((value, row) => isDay(value, row) || (typeof value === "string" && readDay(value) !== null));
    case "party": {
      const names = new Set(parties.flatMap(({ id, name, aliases }) => [id, name, ...aliases]).map(comparable));
      const known = part((value) => typeof value === "string" && names.has(comparable(value)));
      // Developers are seldom parties, so one party name among texts is enough.
      return field.open && known > 0 ? part((value) => typeof value === "string") : known;
    }
    case "label":
      return part((value) => typeof value === "string" && /^[A-G]\s*\+*$/i.test(value));
    case "choice": {
      const words = new Set(
        (field.choices ?? [])
          .flatMap(({ value, label, aliases = [] }) => [value, label.nl, label.en, ...aliases])
          .map(comparable),
      );
      return part((value) => words.has(comparable(cellText(value))));
    }
    case "id": {
      // "B-01": short, without spaces, with a letter or as long as a BAG number, and all different.
      const texts = filled.map(({ value }) => cellText(value).trim());
      const once = new Set(texts).size === texts.length;
      return once ? part((value) => /^(?=.*[a-z]|\d{15,16}$)[\w./-]{1,20}$/i.test(cellText(value).trim())) : 0;
    }
    case "count":
    case "change":
    case "amount":
    case "number":
      return part((value, row) => typeof value === "number" && !isDay(value, row)) > 0.5 ? null : 0;
    default:
      return null;
  }
}

/**
 * The kind of party in each value of a party column, for a field that asks for it: WYwonen is a corporation, and any
 * name outside the agreement is commercial.
 */
export function kindsOfParties(field: Field, from: string, { parties }: Pick<Agreement, "parties">): Lookup | null {
  const has = (value: string): boolean => field.choices?.some((choice) => choice.value === value) ?? false;
  if (!has("corporatie") || !has("commercieel")) return null;
  const values = Object.fromEntries(
    parties
      .filter(({ kind }) => kind === "corporation")
      .flatMap(({ id, name, aliases }) => [id, name, ...aliases].map((text) => [text, "corporatie"] as const)),
  );
  return { from, values: { ...values, "": "commercieel" } };
}
