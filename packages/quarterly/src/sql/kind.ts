import type { FieldType } from "@prestatieafspraken/indicators";

/** The database type of each column type of the contract. */
export const columnKind = {
  count: "number",
  change: "number",
  amount: "number",
  share: "number",
  number: "number",
  date: "day",
  yesNo: "yes",
  quarter: "text",
  party: "text",
  choice: "text",
  label: "text",
  text: "text",
  id: "text",
} as const satisfies Record<FieldType, "text" | "number" | "day" | "yes">;
