/** The page of a function: how to use it, its arguments, its answer, and a worked example. */
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { call, CellFault, functionIds, liveContext, type PaFunction } from "@prestatieafspraken/functions";
import { dayText, judgedNorm, referenceAgreement, units } from "@prestatieafspraken/indicators";
import { read, type Return } from "@prestatieafspraken/quarterly";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { answerOf, formulaOf, lacksValues, pasted } from "./formula.js";
import { code, inBoth, plain, table, type Page } from "./markdown.js";
import { kinds, words } from "./words.js";

let sample: Promise<Return> | null = null;
/** The return in the sample workbook without mistakes, read once. */
const sampleReturn = (): Promise<Return> =>
  (sample ??= makeTemplate({
    agreement: agreement("oegstgeest-2025-2028")!,
    agreements,
    sample: "clean",
    functions: [...functionIds],
  }).then((bytes) => read(openXlsx(bytes), { agreements })));

/** The page of a function. */
export async function functionPage(described: PaFunction): Promise<Page> {
  const { id } = described;
  const { indicator } = described;
  const sections = { nl: "", en: "" };
  for (const language of ["nl", "en"] as const) {
    const w = words[language];
    const lines: string[] = [described.meaning[language], ""];
    const add = (...more: readonly string[]): number => lines.push(...more, "");

    add(`## ${w.usage}`);
    const names = (separator: string): string =>
      `=PA.${id}(${described.arguments.map((a) => (a.optional ? `[${a.name}]` : a.name)).join(separator)})`;
    add(`- ${w.inDutch}: ${code(names("; "))}\n- ${w.inEnglish}: ${code(names(", "))}`);
    if (described.live) add(w.live);

    add(`## ${w.arguments}`);
    if (described.arguments.length === 0) add(w.noArguments);
    else
      add(
        table(
          [w.argument, w.required, w.kind, w.meaning],
          described.arguments.map((a) => [
            code(a.name),
            a.optional ? w.no : w.yes,
            kinds[a.kind][language],
            plain(a.help[language]) +
              (a.choices
                ? ` ${a.choices.map((c) => `${code(c.value)} (${plain(c.label[language])})`).join(", ")}.`
                : ""),
          ]),
        ),
      );

    add(`## ${w.result}`);
    if (indicator === null) add(w.spill);
    else {
      const { unit } = indicator;
      lines.push(`- ${w.unit}: ${unit === "share" ? w.share : units[unit].label[language]}`);
      const norms = referenceAgreement.norms.filter((norm) => norm.indicator === id);
      if (norms.length > 0)
        add(
          `- ${w.norm}: ${norms.map((norm) => `[${plain(judgedNorm(norm, unit).display[language])}](/agreements/${referenceAgreement.id}.md#${norm.id.toLowerCase()})`).join(", ")}`,
        );
      else lines.push("");
    }

    add(`## ${w.errors}`);
    const rows: string[][] = [];
    for (const example of indicator?.examples ?? []) {
      const { cells } = answerOf(described, example, language);
      if (!(cells instanceof CellFault)) continue;
      const { formula, cells: where } = formulaOf(described, example.given, language);
      rows.push([code(formula) + where, `${code(cells.code)} ${plain(cells.sentence?.[language] ?? "")}`]);
    }
    if (described.live && described.arguments.every((a) => a.optional)) {
      const { cells } = answerOf(described, { given: {} }, language);
      if (cells instanceof CellFault)
        rows.push([code(`=PA.${id}()`), `${code(cells.code)} ${plain(cells.sentence?.[language] ?? "")}`]);
    }
    if (rows.length > 0) add(table([w.given, w.answer], rows));
    add(w.otherErrors);

    add(`## ${w.definition}`);
    add(plain(indicator?.definition[language] ?? described.meaning[language]));
    add(`## ${w.source}`);
    add(plain(indicator?.source[language] ?? referenceAgreement.title[language]));

    add(`## ${w.example}`);
    let worked = false;
    for (const example of indicator?.examples ?? []) {
      const { cells, result } = answerOf(described, example, language);
      if (cells instanceof CellFault || lacksValues(example.given)) continue;
      const day = example.day === undefined ? "" : ` (${w.judged} ${dayText(example.day)[language]})`;
      const [head = [], ...rows] = pasted(described, example.given, language);
      const shown = result?.display[language] ?? String(cells[0]![0]!.value);
      add(w.paste);
      add(
        table(
          head,
          rows.map((row) => row.map(plain)),
        ),
      );
      add(`${w.answer}${day}: **${plain(shown)}**`);
      if (result && result.explanations[language] !== shown) add(plain(result.explanations[language]));
      worked = true;
      break;
    }
    const subject = described.arguments.find((a) => a.kind === "indicator" && !a.optional);
    if (described.live) {
      const context = liveContext(await sampleReturn(), { language });
      const given = subject === undefined ? [] : ["SOCIALSHARE"];
      const { cells, result } = call(id, given, context);
      if (!(cells instanceof CellFault)) {
        add(
          `${w.sample} (${code("pa template --sample --clean")}): ${code(`=PA.${id}(${given.map((g) => `"${g}"`).join("")})`)}`,
        );
        if (described.spills) {
          const [head = [], ...body] = cells.map((row) => row.map((cell) => plain(cell.value)));
          add(table(head, body.slice(0, 3)));
        } else {
          add(`**${plain(result && !subject ? result.display[language] : cells[0]![0]!.value)}**`);
          if (result && !subject) add(plain(result.explanations[language]));
        }
        worked = true;
      }
    }
    if (!worked) throw new Error(`${id} has no example to work out.`);
    sections[language] = lines.join("\n").trim();
  }
  return inBoth(
    `functions/${id}`,
    { nl: `PA.${id}: ${described.title.nl}`, en: `PA.${id}: ${described.title.en}` },
    (language) => sections[language],
  );
}
