// What leaves the product reads as a person would write it: no days or quarters as codes, no ids, one language.
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { functions } from "@prestatieafspraken/functions";
import { mailText, printHtml, printMarkdown, printWord, printYearly, reminderText } from "@prestatieafspraken/print";
import { read, report, validate } from "@prestatieafspraken/quarterly";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { printText } from "../../packages/cli/src/print/text.js";

type Language = "nl" | "en";
const plain = (markup: string): string =>
  markup
    .replaceAll(/<style[\s\S]*?<\/style>/g, " ")
    // What a screen reader says of a drawing counts as text.
    .replaceAll(/(?:alt|title|aria-label)="([^"]*)"/g, "> $1 <")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'");
/** What is quoted is what stands in the workbook, or what somebody types there. */
const unquoted = (text: string): string =>
  text.replaceAll(/'[^'\n]{1,60}'|[A-Z]+\d+ \([^()\n]{1,60} \/ [^()\n]{1,60}\)/g, "…");
const word = (bytes: Uint8Array): string => plain(strFromU8(unzipSync(bytes)["word/document.xml"]!));

/** Codes that stand for something a person would say otherwise. */
const codes: readonly (readonly [string, RegExp])[] = [
  ["a day as 2026-09-30", /\b20\d\d-\d\d-\d\d\b/],
  ["a quarter as 2026-Q3", /\b20\d\d-Q\d\b/],
  ["the name of a table", /\bPA_[A-Z]/],
  ["the id of a goal", /\b(?:TD-[A-Z]{3}-\d|EIND-\d)/],
  ["the id of a function", new RegExp(`\\b(?:${functions.map(({ id }) => id).join("|")})\\b`)],
  ["a plural in brackets", /\p{L}\((?:en|n|s|es)\)/u],
  ["what a program says of nothing", /\b(?:undefined|null|NaN)\b|\[object /],
];
/** Words of the other language that come from the product. What an agreement or a workbook is called stays as it is. */
const otherLanguage: Readonly<Record<Language, RegExp>> = {
  nl: /\b(?:the|and|not|with|quarter|homes|share|known|yet|default|article)\b/i,
  en: /\b(?:tussendoel|einddoel|titelpagina|gehaald|op koers|aandacht|niet te bepalen|samen|kwartaal|standaard|artikel)\b/i,
};
const decimal: Readonly<Record<Language, RegExp>> = {
  nl: /(?<![\d.])\d{1,3}\.\d{1,2}(?![\d.])/,
  en: /(?<![\d,])\d{1,3},\d{1,2}(?![\d,])/,
};

async function texts(
  agreement: (typeof agreements)[number],
  sample: "with-errors" | "clean" | null,
  language: Language,
) {
  const bytes = await makeTemplate({ agreement, agreements, language, ...(sample && { sample }) });
  const ret = await read(openXlsx(bytes), { agreements });
  const made = await report(ret, { day: "2026-09-30", quarter: "2026-Q3", publication: true });
  const issues = validate(ret);
  const party = agreement.parties.find(({ kind }) => kind === "corporation")!;
  return {
    "the printed pages": plain(printHtml({ report: made, issues, language, full: true, frozen: null })),
    Word: word(await printWord({ report: made, language, full: true, rasterize: () => Promise.resolve(null) })),
    Markdown: printMarkdown(made, language).replaceAll("\\", ""),
    "the terminal": printText(made, language, 400),
    "the mail": mailText(made, language),
    "the reminder": reminderText(made, party.id, language) ?? "",
    "the yearly form": word(await printYearly({ report: made, party: party.name, language })),
    issues: issues.map(({ message, fix }) => `${message[language]} ${fix[language]}`).join("\n"),
  };
}

describe.each(["nl", "en"] as const)("in %s", (language) => {
  it.each(
    agreements.flatMap((agreement) =>
      (agreement.id.startsWith("oegstgeest") ? (["with-errors", "clean"] as const) : [null]).map(
        (sample) => [`${agreement.id}, ${sample ?? "empty"}`, agreement, sample] as const,
      ),
    ),
  )("%s reads as a person writes", async (_, agreement, sample) => {
    const found = Object.entries(await texts(agreement, sample, language))
      .map(([place, text]) => [place, unquoted(text)] as const)
      .flatMap(([place, text]) =>
        [
          ...codes,
          ["the other language", otherLanguage[language]],
          ["a decimal sign of the other language", decimal[language]],
        ].flatMap(([what, pattern]) => {
          const at = text.search(pattern as RegExp);
          return at < 0
            ? []
            : [`${what as string} in ${place}: ${text.slice(Math.max(0, at - 60), at + 60).replaceAll(/\s+/g, " ")}`];
        }),
      );
    expect(found).toEqual([]);
  });
});
