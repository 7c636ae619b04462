import { faultOf, type CellGiven, type CellInput } from "@prestatieafspraken/functions";

/**
 * Converts an argument from Excel to the input of a PA function. An omitted one is null, never undefined; a cell error
 * is an Error object; a cell with a formatted number, such as another PA answer, is an object around the value.
 */
export function cellInput(argument: unknown): CellInput {
  if (!Array.isArray(argument)) return one(argument);
  return argument.map((row: unknown) => (Array.isArray(row) ? row.map(one) : [one(row)]));
}

function one(value: unknown): CellGiven {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (value instanceof Error) return faultOf("code" in value ? value.code : null);
  if (typeof value !== "object") return faultOf(null);
  if ("errorType" in value || ("type" in value && value.type === "Error"))
    return faultOf("basicValue" in value ? value.basicValue : null);
  if ("type" in value && value.type === "Empty") return null;
  // A cell with a data card but no number (a stock, a place) has an error as its plain value.
  if ("basicType" in value && value.basicType === "Error")
    return faultOf("basicValue" in value ? value.basicValue : null);
  return "basicValue" in value ? one(value.basicValue) : faultOf(null);
}
