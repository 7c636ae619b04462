/** The page of norms and limits: every agreement with its norms, figures and choices, and the limits of the law by year. */
import { agreements, limits } from "@prestatieafspraken/agreements";
import { fn } from "@prestatieafspraken/functions";
import { displayNorm, exact, judgedNorm, type Text, type Unit } from "@prestatieafspraken/indicators";
import { code, plain, sourceText, table, twice, type Page } from "./markdown.js";
import { words } from "./words.js";

/** A line about a norm; without a text it is left out. */
type Row = readonly [label: string, text: string | undefined];

/** The page of norms and limits. */
export function normsPage(): Page {
  const fractionOf = (text: string | number, unit: Unit): Text => displayNorm(exact(text), unit);
  return twice({ nl: words.nl.norms, en: words.en.norms }, (language) => {
    const w = words[language];
    const parts: string[] = [];
    for (const agreement of agreements) {
      const partyName = (id: string): string => agreement.parties.find((party) => party.id === id)?.name ?? id;
      parts.push(`## ${plain(agreement.title[language])}`);
      parts.push(
        `- ${w.agreement}: ${code(agreement.id)}\n- ${w.period}: ${agreement.from} ${w.until} ${agreement.until}\n- ${w.source}: ${sourceText(agreement.document, w)}`,
      );
      for (const norm of agreement.norms) {
        const own = agreement.indicators.find(({ id }) => id === norm.indicator);
        const described = fn(norm.indicator);
        const unit = own?.unit ?? described?.indicator?.unit ?? "number";
        const judged = judgedNorm(norm, unit);
        const rows: readonly Row[] = [
          [w.norm, plain(judged.display[language])],
          [
            w.indicator,
            described
              ? `[${norm.indicator}](functions/${described.id}.md)`
              : `${code(norm.indicator)}${own ? ` ${plain(own.title[language])}` : ""}`,
          ],
          [w.strength, w[norm.strength]],
          [
            w.period,
            [norm.from && `${w.from} ${norm.from}`, norm.until && `${w.until} ${norm.until}`].filter(Boolean).join(" "),
          ],
          [w.deadline, norm.deadline],
          [w.signal, norm.signal && fractionOf(norm.signal, unit)[language]],
          [w.agreed, norm.agreed && fractionOf(norm.agreed, unit)[language]],
          [w.parties, norm.parties?.map(partyName).join(", ")],
          [w.source, sourceText(norm.source, w)],
          [w.note, norm.note && plain(norm.note[language])],
        ];
        const told = rows.filter(([, text]) => text !== undefined && text !== "");
        parts.push(`### ${norm.id}`, told.map(([label, text]) => `- ${label}: ${text}`).join("\n"));
      }
      const figures = Object.values(agreement.figures);
      if (figures.length > 0)
        parts.push(
          `### ${w.figures} (${agreement.municipality.name})`,
          table(
            [w.meaning, w.value, w.source],
            figures.map((f) => [
              plain(f.label[language]),
              fractionOf(f.value, f.unit)[language],
              sourceText(f.source, w),
            ]),
          ),
        );
      if (agreement.parameters.length > 0)
        parts.push(
          `### ${w.choicesOf} (${agreement.municipality.name})`,
          table(
            [w.setting, w.meaning, w.standard, w.choices],
            agreement.parameters.map((p) => [
              code(p.name),
              plain(p.label[language]) + (p.note ? `. ${plain(p.note[language])}` : ""),
              code(p.default),
              (p.choices ?? []).map((c) => code(c.value)).join(", "),
            ]),
          ),
        );
      if (agreement.tensions.length > 0)
        parts.push(
          `### ${w.tensions} (${agreement.municipality.name})`,
          table(
            [w.agreed, w.computed, w.note, w.source],
            agreement.tensions.map((t) => [
              fractionOf(t.agreed, t.unit)[language],
              fractionOf(t.computed, t.unit)[language],
              plain(t.explanation[language]),
              sourceText(t.source, w),
            ]),
          ),
        );
    }
    parts.push(`## ${w.limits}`);
    for (const series of limits) {
      parts.push(
        `### ${series.id}`,
        `${plain(series.label[language])}. ${w.source}: ${sourceText(series.law, w)}.`,
        table(
          [w.year, w.value, w.source],
          [
            ...series.values.map((v) => [
              String(v.year),
              fractionOf(v.value, series.unit)[language],
              sourceText(v.source, w) + (v.note ? `. ${plain(v.note[language])}` : ""),
            ]),
            ...(series.unverified ?? []).map((u) => [String(u.year), w.unverified, plain(u.note[language])]),
          ],
        ),
      );
    }
    return parts.join("\n\n");
  });
}
