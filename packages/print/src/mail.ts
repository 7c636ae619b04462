import { fill, type Language, type Text } from "@prestatieafspraken/indicators";
import type { Report } from "@prestatieafspraken/quarterly";
import { meeting } from "./meeting.js";
import { fictitiousFigures, standAt, titles } from "./titles.js";

/** A short plain-text summary of the quarter, for an e-mail. */
export function mailText(report: Report, language: Language): string {
  const t = (text: Text): string => text[language];
  const told = meeting(report);
  const line: Text = {
    nl: "- {title}: {value} ({word}); norm: {norm}",
    en: "- {title}: {value} ({word}); norm: {norm}",
  };
  return [
    t(told.title),
    t(fill(standAt, { day: told.day, quarter: told.quarter })),
    ...(told.fictitious ? [t(fictitiousFigures)] : []),
    "",
    ...told.notReady.map(t),
    ...told.summary.map(t),
    "",
    ...told.tiles.map(({ title, value, word, norm }) => t(fill(line, { title, value, word, norm }))),
    ...(told.ahead.length === 0
      ? []
      : ["", t(titles.ahead), ...told.ahead.slice(0, 6).map(({ head, text }) => `- ${t(head)}: ${t(text)}`)]),
  ].join("\n");
}
