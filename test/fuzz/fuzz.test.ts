// Workbooks with one mutation give a report or a sentence, within limits of time and memory, and lose no rows silently.
// npm run fuzz tests ten thousand; FUZZ_FROM and FUZZ_COUNT choose which.
import { expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { InputError } from "@prestatieafspraken/indicators";
import { read, report, validate, WorkbookError, type Issue, type Return } from "@prestatieafspraken/quarterly";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { mutant } from "./mutants.js";

const from = Number(process.env["FUZZ_FROM"] ?? 1);
const count = Number(process.env["FUZZ_COUNT"] ?? 100);
const mostSeconds = 5;
const mostMemory = 500 * 2 ** 20;
/** Mutants per test, so that a failure is easy to locate. */
const batch = 50;

interface Read {
  readonly ret: Return;
  readonly issues: readonly Issue[];
}

async function readAll(bytes: Uint8Array): Promise<Read> {
  const ret = await read(openXlsx(bytes), { agreements });
  await report(ret, { day: "2026-11-23" });
  return { ret, issues: validate(ret, { day: "2026-11-23" }) };
}

const isSentence = (text: string): boolean => /[.?]\s*$/.test(text) && !/undefined|\[object|NaN/.test(text);
const said = ({ rule, table, cell, message }: Issue): string => `${rule}|${table}|${cell ?? ""}|${message.nl}`;

/** A return has one of these: a workbook without the other one, as if its sheet was deleted, is complete. */
const instead: Readonly<Record<string, string>> = { PA_Labels: "PA_Woningen", PA_Woningen: "PA_Labels" };

/** Tables that lost rows without an issue about that table, or about tables in general. */
function lostInSilence(before: Read, after: Read): string[] {
  const known = new Set(before.issues.map(said));
  const news = after.issues.filter((issue) => !known.has(said(issue)));
  return [...before.ret.tables].flatMap(([name, table]) => {
    const now = after.ret.tables.get(name)?.length ?? 0;
    const isTold = news.some((issue) => issue.table === name || issue.rule === "PA-113");
    const isReplaced = !after.ret.tables.has(name) && after.ret.tables.has(instead[name] ?? "");
    return now < table.length && !isTold && !isReplaced ? [`${name}: ${table.length} rows, now ${now}`] : [];
  });
}

const oegstgeest = agreement("oegstgeest-2025-2028");
const base = makeTemplate({ agreement: oegstgeest!, language: "nl", sample: "clean", selfcheck: false });
const whole = base.then(readAll);

it.each(Array.from({ length: Math.ceil(count / batch) }, (_, i) => from + i * batch))(
  "mutants from %i: a report or a sentence, in time, nothing lost silently",
  // Only for a mutant that waits for something that never comes.
  { timeout: 4 * batch * mostSeconds * 1000 },
  async (first) => {
    const [bytes, before] = await Promise.all([base, whole]);
    const wrong: string[] = [];
    for (let number = first; number < Math.min(first + batch, from + count); number += 1) {
      const { how, bytes: mutated } = mutant(bytes, number);
      const begin = process.cpuUsage();
      try {
        const after = await readAll(mutated);
        wrong.push(...lostInSilence(before, after).map((lost) => `${number} (${how}): ${lost}`));
      } catch (problem) {
        const isOurs = problem instanceof WorkbookError || problem instanceof InputError;
        const sentence = problem instanceof WorkbookError ? problem.sentence : null;
        if (!isOurs) wrong.push(`${number} (${how}): ${String((problem as Error).stack).slice(0, 300)}`);
        else if (sentence && !(isSentence(sentence.nl) && isSentence(sentence.en)))
          wrong.push(`${number} (${how}): ${sentence.nl}`);
      }
      // Of the processor: on a busy machine, the clock also counts the work of others.
      const { user, system } = process.cpuUsage(begin);
      const seconds = (user + system) / 1e6;
      if (seconds > mostSeconds) wrong.push(`${number} (${how}): ${seconds.toFixed(1)} s`);
      const { heapUsed, external } = process.memoryUsage();
      if (heapUsed + external > mostMemory)
        wrong.push(`${number} (${how}): ${Math.round((heapUsed + external) / 2 ** 20)} MB`);
    }
    expect(wrong).toEqual([]);
  },
);
