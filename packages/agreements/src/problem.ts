import { fill, short, type Text } from "@prestatieafspraken/indicators";

/** A mistake in an agreement or limits file: where it is and what to do about it. */
export interface Problem {
  /** For example "norms[2].indicator"; "" is the whole file. */
  readonly path: string;
  readonly message: Text;
  /** The line in the file, if the file was given as text. */
  readonly line?: number;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The name of the items in each list, and the property that identifies one. */
const items: Readonly<Record<string, { readonly name: Text; readonly by: string }>> = {
  norms: { name: { nl: "Norm", en: "Norm" }, by: "id" },
  parties: { name: { nl: "Partij", en: "Party" }, by: "id" },
  parameters: { name: { nl: "Instelling", en: "Setting" }, by: "name" },
  commitments: { name: { nl: "Artikel", en: "Article" }, by: "article" },
  tensions: { name: { nl: "Verschil", en: "Tension" }, by: "id" },
  indicators: { name: { nl: "Eigen indicator", en: "Own indicator" }, by: "id" },
  columns: { name: { nl: "Kolom", en: "Column" }, by: "header" },
  values: { name: { nl: "Jaar", en: "Year" }, by: "year" },
};

/** Shortens what a message quotes, and any word no message of ours has. */
const quotingShort = (message: string): string =>
  message
    .replace(/"([^"]+)"/g, (_, quoted: string) => `"${short(quoted)}"`)
    .replace(/\S{100,}/g, (word) => short(word));

/** "Norm TD-BES-2" for anything inside norms[3]; the plain path elsewhere. */
function place(file: unknown, path: string): Text {
  const [, name = "", at = ""] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
  const item = items[name];
  if (!item)
    return path === "" ? { nl: "Het bestand", en: "The file" } : { nl: `‹${short(path)}›`, en: `‹${short(path)}›` };
  const list = isObject(file) ? file[name] : undefined;
  const found: unknown = Array.isArray(list) ? list[Number(at)] : undefined;
  const known = isObject(found) ? found[item.by] : undefined;
  const called = typeof known === "string" || typeof known === "number" ? String(known) : `${Number(at) + 1}`;
  return { nl: `${item.name.nl} ${short(called)}`, en: `${item.name.en} ${short(called)}` };
}

/** A problem whose message starts with its subject: "Norm TD-BES-2: ...". */
export function problem(file: unknown, path: string, message: Text): Problem {
  const sentence = fill(
    { nl: "{place}: {message}", en: "{place}: {message}" },
    { place: place(file, path), message: { nl: quotingShort(message.nl), en: quotingShort(message.en) } },
  );
  return { path, message: sentence };
}
