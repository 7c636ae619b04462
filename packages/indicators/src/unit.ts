import type { Text } from "./text.js";

/**
 * The units of a quantity. A share is always a fraction 0-1; percentages exist only on screen.
 * Names are public: they occur in JSON.
 */
export const units = {
  share: { label: { nl: "aandeel", en: "share" } },
  homes: { label: { nl: "woningen", en: "homes" } },
  "homes/year": { label: { nl: "woningen per jaar", en: "homes a year" } },
  // `people`: a small count could identify people.
  "student units": { label: { nl: "studenteneenheden", en: "student units" }, people: true },
  lettings: { label: { nl: "toewijzingen", en: "lettings" }, people: true },
  persons: { label: { nl: "personen", en: "persons" }, people: true },
  meetings: { label: { nl: "overleggen", en: "meetings" } },
  EUR: { label: { nl: "euro", en: "euro" } },
  "EUR/month": { label: { nl: "euro per maand", en: "euro per month" } },
  years: { label: { nl: "jaar", en: "years" } },
  points: { label: { nl: "punten", en: "points" } },
  factor: { label: { nl: "factor", en: "factor" } },
  number: { label: { nl: "aantal", en: "number" } },
  text: { label: { nl: "tekst", en: "text" } },
} as const satisfies Record<string, { readonly label: Text; readonly people?: true }>;

/** The unit of a quantity. */
export type Unit = keyof typeof units;
