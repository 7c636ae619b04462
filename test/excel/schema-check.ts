/**
 * Validates a value against the part of JSON Schema used in Microsoft's app manifest schema for functions. Returns the
 * errors with their paths.
 */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export function schemaCheck(
  schema: Schema,
  value: unknown,
  definitions: Readonly<Record<string, Schema>>,
  at = "$",
): string[] {
  const wrong: string[] = [];
  const check = (inner: Schema, part: unknown, where: string): void =>
    void wrong.push(...schemaCheck(inner, part, definitions, where));
  if (schema.$ref !== undefined) check(definitions[schema.$ref.replace("#/definitions/", "")]!, value, at);
  for (const inner of schema.allOf ?? []) check(inner, value, at);
  for (const choices of [schema.anyOf, schema.oneOf])
    if (choices?.every((inner) => schemaCheck(inner, value, definitions, at).length > 0))
      wrong.push(`${at}: fits no alternative`);
  if (schema.enum !== undefined && !schema.enum.includes(value))
    wrong.push(`${at}: ${String(value)} is not in the list`);
  const kind = Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
  const kinds = schema.type === undefined ? [kind] : [schema.type].flat();
  if (!kinds.includes(kind) && !(kinds.includes("integer") && Number.isInteger(value)))
    return [...wrong, `${at}: ${kind} where ${kinds.join(" or ")} belongs`];
  if (typeof value === "string") {
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value))
      wrong.push(`${at}: "${value}" has the wrong form`);
    if (value.length < (schema.minLength ?? 0)) wrong.push(`${at}: too short`);
    if (value.length > (schema.maxLength ?? Infinity))
      wrong.push(`${at}: ${value.length} characters, at most ${schema.maxLength}`);
  }
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity))
      wrong.push(`${at}: ${value.length} items`);
    if (schema.items !== undefined) value.forEach((item, i) => check(schema.items!, item, `${at}[${i}]`));
  } else if (typeof value === "object" && value !== null) {
    for (const name of schema.required ?? []) if (!(name in value)) wrong.push(`${at}: lacks ${name}`);
    for (const [name, part] of Object.entries(value)) {
      const inner = schema.properties?.[name];
      if (inner !== undefined) check(inner, part, `${at}.${name}`);
      else if (schema.additionalProperties === false) wrong.push(`${at}: knows no ${name}`);
    }
  }
  return wrong;
}
