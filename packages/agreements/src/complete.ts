import type { Agreement, Parameter } from "@prestatieafspraken/indicators";
import { productParameters } from "./data.generated.js";

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** Copies a Dutch text to English where the English is missing. */
function inBothLanguages(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inBothLanguages);
  if (!isTree(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, inBothLanguages(part)] as const);
  const tree = Object.fromEntries(entries);
  return typeof tree["nl"] === "string" && !("en" in tree) ? { nl: tree["nl"], en: tree["nl"] } : tree;
}

/**
 * One of the product's own settings, its default filled in for an agreement with this term; undefined if the product has no such
 * setting.
 */
export function productParameter(
  id: unknown,
  { from, until }: Pick<Agreement, "from" | "until">,
): Parameter | undefined {
  const found = productParameters.find((parameter) => parameter.id === id);
  return found && { ...found, default: found.default.replace("{from}", from).replace("{until}", until) };
}

/**
 * Fills in an agreement for use: texts in both languages, omitted lists empty, and all settings: first those of the product, with
 * their default where the agreement sets none, then the agreement's own.
 */
export function complete(file: unknown): Agreement {
  const given = inBothLanguages(file) as Tree & Partial<Agreement> & Pick<Agreement, "from" | "until">;
  delete given["$schema"];
  const set = given.parameters ?? [];
  const ofProduct = productParameters.map(({ id }) => ({
    ...productParameter(id, given)!,
    ...set.find((parameter) => parameter.id === id),
  }));
  const own = set.filter(({ id }) => !ofProduct.some((parameter) => parameter.id === id));
  const nothing = { figures: {}, scope: {}, norms: [], tensions: [], indicators: [] };
  return { ...nothing, ...given, parameters: [...ofProduct, ...own] } as unknown as Agreement;
}
