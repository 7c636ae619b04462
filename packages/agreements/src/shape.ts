import { short, type Text } from "@prestatieafspraken/indicators";
import { member } from "./json-text.js";
import { problem, type Problem } from "./problem.js";
import { suggestion } from "./suggestion.js";
import { agreement, limits } from "./validators.generated.js";

/** An error as ajv's generated code reports it. */
interface ErrorObject {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
  readonly data?: unknown;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
}

/** A validator that ajv generated from a schema; when it returns false, `errors` says why. */
interface Validate {
  (file: unknown): boolean;
  readonly errors?: readonly ErrorObject[] | null;
}
const validators = { agreement, limits } as unknown as Readonly<Record<FileKind, Validate>>;
/** The kinds of data file that have a schema. */
export type FileKind = "agreement" | "limits";

/** Converts "/norms/2/value" to "norms[2].value". */
function pathOf(error: ErrorObject): string {
  const steps = error.instancePath
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const path = steps.reduce((path, step) => member(path, /^\d+$/.test(step) ? Number(step) : step), "");
  return error.propertyName === undefined ? path : member(path, error.propertyName);
}

const nameOf = (path: string): string => `‹${short(/([^.[\]]+)(\[\d+\])*$/.exec(path.slice(-1000))?.[1] ?? path)}›`;
const shown = (value: unknown): string => short(JSON.stringify(value));

/** How to write each kind of text; the key is its definition in the schema. */
const kinds: Readonly<Record<string, Text>> = {
  day: { nl: "Schrijf een dag als 2026-09-30.", en: "Write a day as 2026-09-30." },
  slug: {
    nl: "Gebruik kleine letters, cijfers en streepjes, zoals oegstgeest-2025-2028.",
    en: "Use lower case letters, digits and hyphens, such as oegstgeest-2025-2028.",
  },
  inputName: {
    nl: "Begin met een letter, en gebruik letters, cijfers en liggende streepjes zonder spaties: hout.",
    en: "Begin with a letter, and use letters, digits and underscores without spaces: hout.",
  },
  municipalityCode: {
    nl: "Schrijf GM en de vier cijfers van het CBS, zoals GM0579.",
    en: "Write GM and the four digits of CBS, such as GM0579.",
  },
  indicatorId: {
    nl: "Gebruik hoofdletters en cijfers zonder spaties, zoals SOCIALSHARE.",
    en: "Use capitals and digits without spaces, such as SOCIALSHARE.",
  },
  normId: {
    nl: "Gebruik letters, cijfers, punten en streepjes, zoals ART-9-URGENT of B1.",
    en: "Use letters, digits, dots and hyphens, such as ART-9-URGENT or B1.",
  },
  articleId: {
    nl: 'Schrijf het artikel zoals gedrukt: "9", "19a", "B1", "1.4.2", "3.2 b" of "TD-BES-1".',
    en: 'Write the article as printed: "9", "19a", "B1", "1.4.2", "3.2 b" or "TD-BES-1".',
  },
  amount: {
    nl: 'Schrijf een bedrag als tekst met een punt en twee cijfers: "498.20".',
    en: 'Write an amount as text with a dot and two digits: "498.20".',
  },
  tableName: {
    nl: "Schrijf PA_ en dan letters, cijfers of een liggend streepje, hooguit 31 tekens: PA_Investeringen.",
    en: "Write PA_ and then letters, digits or an underscore, at most 31 characters: PA_Investeringen.",
  },
  columnName: {
    nl: "Geef de kolom een naam, zonder spaties ervoor of erna.",
    en: "Give the column a name, without spaces around it.",
  },
  words: { nl: "Vul iets in.", en: "Fill something in." },
  webAddress: {
    nl: "Schrijf een webadres dat met https:// begint, zonder spaties.",
    en: "Write a web address that begins with https://, without spaces.",
  },
};

/** The figure as it should be written ("0.30" for 0,30, 30% or the number 0.3); null if its meaning is uncertain. */
function figureText(value: unknown): string | null {
  const text = String(value).trim().replace(/\s/g, "");
  const percent = /^(\d{1,3})(?:[.,](\d+))?%$/.exec(text);
  if (percent) {
    const [, whole = "", part = ""] = percent;
    const digits = whole.padStart(3, "0");
    return `${Number(digits.slice(0, -2))}.${digits.slice(-2)}${part}`;
  }
  const dotted = text.replace(",", ".");
  // "1,200" may mean 1200 or 1.2, so no correction is proposed.
  return dotted.length <= 20 && /^-?\d+(\.\d+)?$/.test(dotted) && !/^\d{1,3},\d{3}$/.test(text) ? dotted : null;
}

function sentence(error: ErrorObject, path: string): Text | null {
  const { data, keyword, params, parentSchema } = error;
  const name = nameOf(path);
  const definition = /\$defs\/(\w+)\/[^/]+$/.exec(error.schemaPath)?.[1] ?? "";
  if (keyword === "additionalProperties") {
    const extra = String(params.additionalProperty);
    const known = Object.keys((parentSchema?.properties as object | undefined) ?? {}).filter(
      (each) => each !== "$schema",
    );
    const meant = suggestion(extra, known);
    return { nl: `"${extra}" hoort hier niet.${meant.nl}`, en: `"${extra}" does not belong here.${meant.en}` };
  }
  if (keyword === "required") {
    const missing = String(params.missingProperty);
    return { nl: `"‹${missing}›" ontbreekt. Vul het aan.`, en: `"‹${missing}›" is missing. Add it.` };
  }
  if (definition === "figureText" || definition === "amount") {
    const should = figureText(data);
    const advice = should === null || (definition === "amount" && !/\.\d{2}$/.test(should)) ? null : should;
    const kind = kinds[definition];
    return {
      nl: `${name} is ${shown(data)}. ${advice === null ? (kind?.nl ?? 'Schrijf een getal als tekst, zoals het gedrukt staat, met een punt: "0.30".') : `Schrijf het getal als tekst, zoals het gedrukt staat: "${advice}".`}`,
      en: `${name} is ${shown(data)}. ${advice === null ? (kind?.en ?? 'Write a number as text, as it is printed, with a dot: "0.30".') : `Write the number as text, as it is printed: "${advice}".`}`,
    };
  }
  if (keyword === "format")
    return {
      nl: `${name}: de dag ${shown(data)} bestaat niet.`,
      en: `${name}: the day ${shown(data)} does not exist.`,
    };
  if (keyword === "enum" || keyword === "const") {
    const allowed =
      keyword === "enum" ? (params.allowedValues as unknown[]).map(String) : [String(params.allowedValue)];
    const meant = suggestion(String(data), allowed);
    return {
      nl: `${name} kan niet ${shown(data)} zijn.${meant.nl}`,
      en: `${name} cannot be ${shown(data)}.${meant.en}`,
    };
  }
  if (keyword === "maxLength") {
    const most = String(params.limit);
    return {
      nl: `${name} is ${String(data).length} tekens lang; ${most} is het meeste. Maak het korter.`,
      en: `${name} is ${String(data).length} characters long; at most ${most} are allowed. Shorten it.`,
    };
  }
  if (keyword === "not") {
    return {
      nl: `in ${name} staat een teken dat niemand ziet (een stuurteken). Typ de tekst opnieuw.`,
      en: `${name} holds a character nobody sees (a control character). Type the text again.`,
    };
  }
  if (keyword === "pattern" || keyword === "minLength") {
    const typed = error.propertyName ?? data;
    const kind = kinds[definition];
    return {
      nl: `${name} kan niet ${shown(typed)} zijn. ${kind?.nl ?? `Het moet passen op ${String(params.pattern)}.`}`,
      en: `${name} cannot be ${shown(typed)}. ${kind?.en ?? `It has to fit ${String(params.pattern)}.`}`,
    };
  }
  if (keyword === "type") {
    const wanted: Readonly<Record<string, Text>> = {
      string: { nl: 'een tekst tussen "aanhalingstekens"', en: 'a text between "quotes"' },
      array: { nl: "een lijst: [ ... ]", en: "a list: [ ... ]" },
      object: { nl: "een groep: { ... }", en: "a group: { ... }" },
      integer: { nl: "een heel getal", en: "a whole number" },
    };
    const type = wanted[String(params.type)] ?? { nl: String(params.type), en: String(params.type) };
    const subject = path === "" ? { nl: "dit", en: "this" } : { nl: name, en: name };
    return { nl: `${subject.nl} moet ${type.nl} zijn.`, en: `${subject.en} must be ${type.en}.` };
  }
  if (keyword === "minItems" || keyword === "minProperties") {
    const least = String(params.limit);
    return { nl: `${name} heeft er minstens ${least} nodig.`, en: `${name} needs at least ${least}.` };
  }
  if (keyword === "minimum" || keyword === "maximum") {
    const bound = `${String(params.comparison)} ${String(params.limit)}`;
    return {
      nl: `${name} is ${shown(data)}; het moet ${bound} zijn.`,
      en: `${name} is ${shown(data)}; it must be ${bound}.`,
    };
  }
  // anyOf, if and propertyNames only repeat an error reported inside them.
  return null;
}

/**
 * Checks a file against its schema. `sound` means that nothing is missing or of the wrong type, so its content can be checked.
 */
export function checkShape(
  file: unknown,
  kind: FileKind,
): { readonly problems: readonly Problem[]; readonly sound: boolean } {
  const validate = validators[kind];
  if (validate(file)) return { problems: [], sound: true };
  const errors = validate.errors ?? [];
  const problems = new Map<string, Problem>();
  for (const error of errors) {
    const path =
      error.keyword === "additionalProperties"
        ? member(pathOf(error), String(error.params.additionalProperty))
        : error.keyword === "required"
          ? member(pathOf(error), String(error.params.missingProperty))
          : pathOf(error);
    const said = sentence(error, path);
    if (said && !problems.has(path)) problems.set(path, problem(file, path, said));
  }
  const sound = errors.every(
    ({ keyword, schemaPath, data }) =>
      keyword !== "required" &&
      (keyword !== "type" || schemaPath.includes("/figureText/")) &&
      // A choice that is not even a text.
      (keyword !== "enum" || typeof data === "string"),
  );
  return { problems: [...problems.values()], sound };
}
