/**
 * The page of an agreement, by article: text, norm, what is counted and what is not, the parties' choices, and where
 * text and arithmetic differ. The source is the agreement file; the text of the articles comes from docs/agreements, if
 * present.
 */
import { existsSync, readFileSync } from "node:fs";
import { fn } from "@prestatieafspraken/functions";
import {
  articleText,
  capital,
  choiceText,
  dayText,
  displayNorm,
  exact,
  judgedNorm,
  listed,
  monthText,
  placeOfGoal,
  placeText,
  type Agreement,
  type Commitment,
  type Language,
  type Text,
  type Unit,
} from "@prestatieafspraken/indicators";
import { inBoth, plain, sourceText, table, type Page } from "./markdown.js";
import { root } from "./root.js";
import { words } from "./words.js";

/** The text of every article by number, from docs/agreements/<id>.md. */
function textsOf(id: string): ReadonlyMap<string, string> {
  const path = `${root}docs/agreements/${id}.md`;
  if (!existsSync(path)) return new Map();
  return new Map(
    readFileSync(path, "utf8")
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [number = "", ...lines] = section.split("\n");
        return [number.trim(), lines.join(" ").trim()];
      }),
  );
}

/** "9" from "art. 9". */
const articleOf = ({ source }: Pick<Commitment, "source">): string =>
  /art\. (\w+)/.exec(source.article ?? "")?.[1] ?? "";

/** The page of an agreement. */
export function agreementPage(agreement: Agreement): Page {
  const texts = textsOf(agreement.id);
  const isFictitious = /fictie/i.test(agreement.title.nl + agreement.document.title);
  const partyName = (id: string): string => agreement.parties.find((party) => party.id === id)?.name ?? id;
  const amount = (text: string | number, unit: Unit): Text => displayNorm(exact(text), unit);
  const unitOf = (indicator: string): Unit =>
    agreement.indicators.find(({ id }) => id === indicator)?.unit ?? fn(indicator)?.indicator?.unit ?? "number";

  const normLines = (id: string, language: Language): string => {
    const w = words[language];
    const norm = agreement.norms.find((each) => each.id === id);
    if (!norm) return "";
    const unit = unitOf(norm.indicator);
    const described = fn(norm.indicator);
    const own = agreement.indicators.find((each) => each.id === norm.indicator);
    const lines = [
      `- ${w.norm} {#${id.toLowerCase()}}: **${plain(judgedNorm(norm, unit).display[language])}** (${w[norm.strength]})`,
      `- ${w.counted}: ${plain(described?.indicator?.definition[language] ?? own?.meaning[language] ?? "")} ${described ? `[PA.${described.id}](/functions/${described.id}.md)` : ""}`,
    ];
    const parties = norm.parties ?? agreement.scope[norm.indicator];
    if (parties) lines.push(`- ${w.parties}: ${plain(listed(parties.map(partyName))[language])}`);
    if (norm.from !== undefined) lines.push(`- ${w.from}: ${dayText(norm.from)[language]}`);
    if (norm.until !== undefined) lines.push(`- ${w.until}: ${dayText(norm.until)[language]}`);
    if (norm.deadline !== undefined) lines.push(`- ${w.deadline}: ${dayText(norm.deadline)[language]}`);
    if (norm.signal !== undefined) lines.push(`- ${w.signal}: ${amount(norm.signal, unit)[language]}`);
    if (norm.agreed !== undefined) lines.push(`- ${w.agreed}: ${amount(norm.agreed, unit)[language]}`);
    if (norm.note) lines.push(`- ${w.note}: ${plain(norm.note[language])}`);
    return lines.join("\n");
  };

  const kindOf = (commitment: Commitment, language: Language): string => {
    const w = words[language];
    const { due, recurs, meetings } = commitment;
    if (commitment.kind === "frequency" && meetings) return w.meetings.replace("{n}", String(meetings.perYear));
    if (due !== undefined) return `${w.deadline} ${dayText(due)[language]}`;
    if (recurs?.month !== undefined) return `${w.yearlyIn} ${monthText(recurs.month)[language]}`;
    if (recurs?.quarter !== undefined) return `${w.yearlyInQuarter} ${recurs.quarter}`;
    return w[`kind-${commitment.kind}`];
  };

  return inBoth(
    `agreements/${agreement.id}`,
    { nl: `${agreement.title.nl}, ${words.nl.byArticle}`, en: `${agreement.title.en}, ${words.en.byArticle}` },
    (language) => {
      const w = words[language];
      const parts: string[] = [];
      if (isFictitious) parts.push(`> **${w.fictitious}**`);
      parts.push(
        `${w.agreementIntro} ${w.period}: ${dayText(agreement.from)[language]} ${w.until} ${dayText(agreement.until)[language]}. ${w.source}: ${sourceText(agreement.document, w, language)}.`,
      );
      const shownTexts = new Set<string>();
      const seenNorms = new Set<string>();
      let theme = "";
      for (const commitment of agreement.commitments) {
        if (commitment.theme[language] !== theme) {
          theme = commitment.theme[language];
          parts.push(`## ${plain(theme)}`);
        }
        const { article: number } = commitment;
        const called = capital(articleText({ article: number, place: placeOfGoal(commitment) }))[language];
        parts.push(`### ${plain(called)}: ${plain(commitment.title[language])}`);
        const article = articleOf(commitment);
        const text = texts.get(article);
        if (text !== undefined && !shownTexts.has(article)) {
          shownTexts.add(article);
          parts.push(`> ${plain(text)}`);
        }
        const lines = [`- ${w.judged2}: ${kindOf(commitment, language)}`];
        for (const id of commitment.norms ?? [])
          if (!seenNorms.has(id)) {
            seenNorms.add(id);
            lines.push(normLines(id, language));
          }
        const others = (commitment.indicators ?? []).flatMap((id) => fn(id) ?? []);
        if (others.length > 0)
          lines.push(`- ${w.shownBy}: ${others.map(({ id }) => `[PA.${id}](/functions/${id}.md)`).join(", ")}`);
        if (
          commitment.lead.length > 0 &&
          commitment.lead.length < agreement.parties.filter((p) => p.kind !== "commercial").length
        )
          lines.push(`- ${w.lead}: ${plain(listed(commitment.lead.map(partyName))[language])}`);
        if (commitment.withoutConsent?.length)
          lines.push(`- ${w.withoutConsent}: ${plain(listed(commitment.withoutConsent.map(partyName))[language])}`);
        if (commitment.note) lines.push(`- ${w.note}: ${plain(commitment.note[language])}`);
        parts.push(lines.join("\n"));
      }
      const missing = agreement.norms.filter(({ id }) => !seenNorms.has(id));
      if (missing.length > 0) {
        parts.push(`## ${w.otherNorms}`);
        for (const { id } of missing) parts.push(`### ${id}`, normLines(id, language));
      }
      const figures = Object.values(agreement.figures);
      if (figures.length > 0)
        parts.push(
          `## ${w.figures}`,
          table(
            [w.meaning, w.value, w.source],
            figures.map((f) => [
              plain(f.label[language]),
              amount(f.value, f.unit)[language],
              plain(placeText(f.source.article ?? "")[language]),
            ]),
          ),
        );
      if (agreement.parameters.length > 0)
        parts.push(
          `## ${w.choicesOf}`,
          w.choicesIntro,
          table(
            [w.setting, w.meaning, w.standard, w.note],
            agreement.parameters.map((p) => [
              plain(p.name),
              plain(p.label[language]),
              plain(choiceText(p, p.default)[language]),
              plain(p.note?.[language] ?? ""),
            ]),
          ),
        );
      if (agreement.tensions.length > 0)
        parts.push(
          `## ${w.tensions}`,
          table(
            [w.agreed, w.computed, w.note],
            agreement.tensions.map((t) => [
              amount(t.agreed, t.unit)[language],
              amount(t.computed, t.unit)[language],
              plain(t.explanation[language]),
            ]),
          ),
        );
      return parts.join("\n\n");
    },
  );
}
