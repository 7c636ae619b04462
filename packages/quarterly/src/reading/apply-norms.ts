import {
  dayBefore,
  daysLater,
  closest,
  indicators as calculated,
  type Agreement,
  type Comparator,
  type Commitment,
  type Figure,
  type FigureId,
  type Norm,
  cleaned,
  comparable,
} from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";
import { figureCalled, newFigure } from "./figure-names.js";
import { numberText, type NumberText } from "./number-text.js";
import type { CellRemark } from "./read-column.js";
import { quoted } from "./typed-text.js";
import { meant } from "./meant.js";
import { textAt } from "./value-text.js";

const comparators: Readonly<Record<string, Comparator>> = { "≥": ">=", "≤": "<=", ">": ">", "<": "<", "=": "=" };

/** True if the norm is a share, so that 25 in its row is not 25 homes. */
const isShare = (norm: Norm | undefined, indicator: string): boolean =>
  /SHARE$|PROGRESS$/.test(norm?.indicator ?? indicator);

/** The value as exact decimal text: 25% is "0.25", without binary rounding. */
function exactValue(found: Extract<NumberText, { kind: "number" }>): string {
  return found.percent ? String(Number(`${found.value}e-2`)) : String(found.value);
}

/** The id of an indicator as people write it: any case, with or without "PA.". */
const indicatorKey = (name: string): string => comparable(name).replace(/^pa(?=[a-z]{4})/, "");

/** True if a row of PA_Normen with this name is about the indicator: by the id of one of its norms, or its own. */
export const isNormOf = (agreement: Agreement, indicator: string, name: string): boolean =>
  indicatorKey(name) === comparable(indicator) ||
  agreement.norms.some((norm) => norm.indicator === indicator && comparable(norm.id) === comparable(name));

/**
 * Applies PA_Normen to the agreement and reports oddities in its rows; the original agreement is not changed.
 * A norm that starts later or ends earlier than the agreement is added next to the norm it replaces, each with its own period. A
 * figure of the agreement (the need, what was realised) can change too; with a period, only if the day lies in it.
 */
export function applyNorms(
  agreement: Agreement,
  table: ReturnTable | undefined,
  day: string | null = null,
): { readonly agreement: Agreement; readonly remarks: readonly CellRemark[] } {
  if (!table || table.length === 0) return { agreement, remarks: [] };
  const remarks: CellRemark[] = [];
  let norms = [...agreement.norms];
  const extra = new Map<string, string[]>();
  const figures: Partial<Record<FigureId, Figure>> = { ...agreement.figures };
  const indicators = [
    ...new Set([
      ...agreement.norms.map((norm) => norm.indicator),
      ...agreement.indicators.map((one) => one.id),
      ...calculated.filter(({ live, unit }) => live && unit !== "text").map(({ id }) => id),
    ]),
  ];

  for (let index = 0; index < table.length; index += 1) {
    const text = (header: string): string | null => textAt(table, header, index);
    const say = (header: string, rule: string, facts = {}): void => {
      remarks.push({ index, header, remark: { rule, facts } });
    };
    const name = text("Norm");
    if (name === null) continue;

    const key = indicatorKey(name);
    const ofIndicator = agreement.norms.filter((norm) => comparable(norm.indicator) === key);
    const norm = agreement.norms.find((one) => comparable(one.id) === comparable(name)) ?? ofIndicator[0];
    const indicator = norm?.indicator ?? indicators.find((id) => comparable(id) === key);
    const figure = norm === undefined ? figureCalled(name, text("Vergelijking"), agreement) : null;
    if (figure === null && (indicator === undefined || ofIndicator.length > 1)) {
      const known = [...agreement.norms.map((one) => one.id), ...indicators];
      const several = ofIndicator.map((one) => one.id).join(", ");
      say("Norm", "PA-010", {
        suggestion: ofIndicator.length > 1 ? meant(several) : meant(closest(name, known)),
        known: agreement.norms.map((one) => one.id).join(", "),
      });
      continue;
    }

    const typed = table.typed("Waarde", index);
    // PA-103 reports an empty cell.
    if (typed === null) continue;
    const found =
      typeof typed === "number"
        ? ({ kind: "number", value: typed, percent: false, provisional: false } as const)
        : numberText(cleaned(quoted(typed)));
    if (found.kind !== "number") {
      say("Waarde", "PA-012");
      continue;
    }
    if (figure !== null) {
      if (found.percent || found.value < 0 || !Number.isSafeInteger(found.value)) {
        say("Waarde", "PA-012");
        continue;
      }
      if (text("Reden") === null) say("Reden", "PA-011", { norm: name });
      const [since, through] = [text("Vanaf"), text("Tot")];
      if (day !== null && ((since !== null && day < since) || (through !== null && day > through))) continue;
      figures[figure] = newFigure(figure, agreement.figures[figure], String(found.value), text("Bron"));
      continue;
    }
    if (indicator === undefined) continue;
    if (isShare(norm, indicator) && !found.percent && (found.value > 1 || found.value < 0)) {
      say("Waarde", "PA-013", { suggestion: `${quoted(found.value)}%` });
      continue;
    }
    // A bare 1 may mean 1% or 100%; it is clear only if the norm was 100% before.
    if (isShare(norm, indicator) && !found.percent && found.value === 1 && norm?.value !== "1") {
      say("Waarde", "PA-013", { suggestion: { nl: "1% of 100%", en: "1% or 100%" } });
      continue;
    }
    const comparator = comparators[text("Vergelijking") ?? ""] ?? norm?.comparator;
    if (comparator === undefined) continue;
    const reason = text("Reden");
    if (reason === null) say("Reden", "PA-011", { norm: norm?.id ?? name });

    const from = text("Vanaf");
    const until = text("Tot");
    const source = text("Bron");
    const begins = from !== null && from > agreement.from;
    const ends = until !== null && until < agreement.until;
    const apart = norm !== undefined && (begins || ends);
    const changed: Norm = {
      // The printed figure (`agreed`) belongs to the old value and is not carried over.
      id: norm === undefined ? name : apart ? `${norm.id}@${from ?? agreement.from}` : norm.id,
      indicator,
      comparator,
      value: exactValue(found),
      strength: norm?.strength ?? "hard",
      ...(norm?.deadline !== undefined && { deadline: norm.deadline }),
      ...(norm?.baseline !== undefined && { baseline: norm.baseline }),
      ...(norm?.signal !== undefined && { signal: norm.signal }),
      ...(norm?.parties && { parties: norm.parties }),
      ...(from !== null && { from }),
      ...(until !== null && { until }),
      // The source is no longer the article, but the party that decided on this figure.
      source: { title: source ?? "Normen" },
      note: {
        nl: `Aangepast in Normen${reason === null ? "" : `: ${reason}`}.`,
        en: `Changed in Normen${reason === null ? "" : `: ${reason}`}.`,
      },
    };
    if (!norm) norms.push(changed);
    else {
      const old = norms.find((one) => one.id === norm.id) ?? norm;
      const pieces: Norm[] = apart ? [] : [changed];
      if (apart) {
        const before = begins ? [{ ...old, until: dayBefore(from) }] : [];
        const after = ends
          ? [{ ...old, id: begins ? `${norm.id}@${daysLater(until, 1)}` : norm.id, from: daysLater(until, 1) }]
          : [];
        pieces.push(...before, changed, ...after);
        extra.set(norm.id, [
          ...(extra.get(norm.id) ?? []),
          ...pieces.map(({ id }) => id).filter((id) => id !== norm.id),
        ]);
      }
      norms = norms.flatMap((one) => (one.id === norm.id ? pieces : [one]));
    }
  }
  const withExtra = (commitment: Commitment): Commitment =>
    commitment.norms?.some((id) => extra.has(id)) === true
      ? { ...commitment, norms: commitment.norms.flatMap((id) => [id, ...(extra.get(id) ?? [])]) }
      : commitment;
  return { agreement: { ...agreement, figures, norms, commitments: agreement.commitments.map(withExtra) }, remarks };
}
