// Writes two inputs of packages/indicators, the list of its indicators and its default values, and the meanings that the
// report prints. Reads only sources and JSON, because nothing is compiled yet.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const data = fileURLToPath(new URL("../../packages/agreements/data/", import.meta.url));
const read = (path) => JSON.parse(readFileSync(data + path, "utf8"));
/** The default agreement. */
export const agreementFile = "oegstgeest/2025-2028.json";

/** Every legal limit by year. A year is a file; properties for all years are in limits.json. */
export function limitSeries() {
  const years = readdirSync(`${data}law`)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort()
    .map((name) => read(`law/${name}`));
  return read("law/limits.json").limits.map((series) => {
    const unverified = years.filter((each) => each.unverified?.[series.id]);
    return {
      ...series,
      values: years
        .filter(({ limits }) => limits[series.id])
        .map(({ year, source, limits }) => ({ year, source, ...limits[series.id] })),
      ...(unverified.length > 0 && {
        unverified: unverified.map((each) => ({ year: each.year, note: each.unverified[series.id] })),
      }),
    };
  });
}

const indicators = fileURLToPath(new URL("../../packages/indicators/src/indicators/", import.meta.url));

/** Lists the indicators: each is one file in that folder. */
const listOfIndicators = () => {
  const exports = readdirSync(indicators)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".generated.ts"))
    .sort()
    .flatMap((file) => {
      const written = readFileSync(indicators + file, "utf8");
      const name = /^export const (\w+) = defineIndicator\(/m.exec(written)?.[1];
      if (name === undefined) return [];
      if (!written.includes(`\n  name: "${name}",\n`))
        throw new Error(`${file}: write name: "${name}", as its export.`);
      return [{ file: file.replace(/\.ts$/, ".js"), name }];
    });
  return `// Generated from the files in this folder by scripts/generate/reference.mjs. Do not edit.
${exports.map(({ file, name }) => `export { ${name} } from "./${file}";\n`).join("")}`;
};

/** Words of a verdict whose meaning stands in the report; the glossary in CONTEXT.md is where it is written. */
const explained = ["gehaald", "op koers", "aandacht", "niet gehaald", "streefnorm", "niet te bepalen", "signaal"];
const rowsOfContext = () =>
  readFileSync(new URL("../../CONTEXT.md", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").map((cell) => cell.trim()));
const meanings = () => {
  const rows = rowsOfContext();
  const found = explained.map((word) => {
    const row = rows.find(([, dutch = ""]) => dutch.split(", ").includes(word));
    if (row === undefined) throw new Error(`CONTEXT.md: no row for "${word}".`);
    const [, dutch, english, nl, en] = row;
    const at = dutch.split(", ").indexOf(word);
    return { word: { nl: word, en: english.split(", ")[at] }, meaning: { nl, en } };
  });
  return `// Generated from CONTEXT.md by scripts/generate/reference.mjs. Do not edit.
import type { Text } from "@prestatieafspraken/indicators";

/** The words of a verdict, and what they mean. */
export const meanings: readonly { readonly word: Text; readonly meaning: Text }[] = ${JSON.stringify(found, null, 2)};
`;
};

/** The tables of terms have seven columns: Dutch, English, Betekenis, Meaning, Source, Vermijd, Avoid. */
const glossary = () => {
  const names = (cell) => cell.replaceAll(/\s*\([^)]*\)/g, "").split(/\s*[,/]\s*/);
  const terms = rowsOfContext()
    .filter((cells) => cells.length === 9 && cells[1] !== "Nederlands" && !/^-+$/.test(cells[1]))
    .map(([, nl, en, meaningNl, meaningEn]) => ({
      names: { nl: names(nl), en: names(en) },
      meaning: { nl: meaningNl.replaceAll(/[*`]/g, ""), en: meaningEn.replaceAll(/[*`]/g, "") },
    }));
  return `// Generated from CONTEXT.md by scripts/generate/reference.mjs. Do not edit.
import type { Language, Text } from "@prestatieafspraken/indicators";

/** A term of the glossary: its synonyms and its meaning. */
export interface Term {
  readonly names: Readonly<Record<Language, readonly string[]>>;
  readonly meaning: Text;
}

export const terms: readonly Term[] = ${JSON.stringify(terms, null, 2)};
`;
};

export default [
  { file: "addin/taskpane/glossary.generated.ts", make: glossary },
  { file: "packages/print/src/meanings.generated.ts", make: meanings },
  { file: "packages/indicators/src/indicators/all.generated.ts", make: listOfIndicators },
  {
    file: "packages/indicators/src/reference.generated.ts",
    make() {
      const { id, title, from, until, norms, figures, document, indicators: own } = read(agreementFile);
      const indicators = own.map(({ id, title, meaning, unit }) => ({ id, title, meaning, unit }));
      const limits = limitSeries();
      const literal = (value) => JSON.stringify(value, null, 2);
      const ownIds = own.map(({ id }) => id);
      const judged = [...new Set(norms.map(({ indicator }) => indicator))].filter((id) => !ownIds.includes(id)).sort();
      const placesOf = (indicator) =>
        norms.flatMap((norm, place) => (norm.indicator === indicator ? [`norm${place}`] : []));
      return `// Generated by scripts/generate.mjs from packages/agreements/data/${agreementFile} and packages/agreements/data/law. Do not edit.
import type { JudgingAgreement, LimitSeries, Norm } from "./agreement.js";

/** The agreement this product was made for, without its norms, figures and own indicators. */
export const referenceTerms: Omit<JudgingAgreement, "norms" | "figures" | "indicators"> = ${literal({ id, title, from, until, document })};

/** The figures it names. */
export const referenceFigures: JudgingAgreement["figures"] = ${literal(figures)};

${norms.map((norm, place) => `const norm${place}: Norm = ${literal({ ...norm, note: undefined })};\n`).join("")}
// The norms of each indicator separately, without their notes, so that importing one indicator loads no others.
${judged.map((indicator) => `export const ${indicator}: readonly Norm[] = [${placesOf(indicator).join(", ")}];\n`).join("")}
/** Start values of the agreement this product was made for. */
export const referenceAgreement: JudgingAgreement = /* @__PURE__ */ (() => ({
  ...referenceTerms,
  norms: [${norms.map(({ note }, place) => (note ? `{ ...norm${place}, note: ${literal(note)} }` : `norm${place}`)).join(", ")}],
  figures: referenceFigures,
  indicators: ${literal(indicators)},
}))();

/** Published limits by year. */
export const referenceLimits: readonly LimitSeries[] = ${literal(limits)};
`;
    },
  },
];
