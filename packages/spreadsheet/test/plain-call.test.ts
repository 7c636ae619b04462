// A single call with plain values is answered without the engine, with the same result.
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { answerPlainCall } from "@prestatieafspraken/functions";
import { read } from "@prestatieafspraken/quarterly";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { contextOf, evaluateText } from "../src/index.js";

const [agreement] = agreements;
const context = (language: "nl" | "en") => ({ language, live: null, day: "2026-11-23", agreement: agreement! });

describe("one call of one function", () => {
  it.each([
    "=PA.SOCIALSHARE(55;660)",
    "=PA.SOCIALSHARE(55,660)",
    "=@PA.SOCIALSHARE(55,660)",
    "=PA.SOCIALSHARE(700;660)",
    "=PA.SOCIALSHARE(55;660;1;2;3)",
    "=PA.SOCIALSHARE()",
    '=PA.SOCIALSHARE("veel";660)',
    "=PA.HOUSINGNEED()",
    '=PA.QUARTER("3e kwartaal 2026")',
    "=PA.RENTLIMIT(2026)",
    "=PA.RENTLIMIT(2031)",
    '=PA.RENTLIMIT(2026;"liberalisatie")',
    '=PA.STATUS("SOCIALSHARE";0,31)',
    "=PA.STUDENTTARGET(121)",
  ])("%s", (formula) => {
    for (const language of ["nl", "en"] as const) {
      const answer = answerPlainCall(formula, context(language));
      expect(answer).not.toBeNull();
      expect(answer).toEqual(evaluateText(formula, { context: context(language) }));
    }
  });

  it("answers from a workbook too", async () => {
    const sample = openXlsx(await makeTemplate({ agreement: agreement!, sample: "with-errors" }));
    const ret = await read(sample, { agreements });
    for (const language of ["nl", "en"] as const) {
      const live = contextOf(ret, { language });
      for (const formula of [
        "=PA.REMAININGNEED()",
        "=PA.SOCIALSHARE()",
        '=PA.SOCIALSHARE(;;"Q3 2026";"MeerWonen")',
        '=PA.NEWBUILDSHARE(,,,"2026-Q3")',
        '=_xldudf_PA_STOCKCHANGE(;;;"2026-Q2";"portaal")',
        '=pa.urgentshare(;;"3e kwartaal 2026")',
        '=PA.URGENTROOM(;;;"2026-Q3";"Portaal")',
        '=PA.LABELSHARE(,,,"2019-Q1")',
        '=PA.LABELPROGRESS(;;"2026-Q3";"DUWO")',
        '=PA.URGENTSHARE(;;;"niemand")',
        '=PA.STATUS("URGENTSHARE")',
        "=PA.REPORT()",
      ]) {
        const answer = answerPlainCall(formula, live);
        expect(answer, formula).not.toBeNull();
        expect(answer, formula).toEqual(evaluateText(formula, { context: live }));
      }
    }
  });

  it.each([
    "=1+1",
    "=PA.SOCIALSHARE(5*11;660)",
    "=PA.SOCIALSHARE(A1;660)",
    "=PA.LABELSHARE({1;2})",
    "=SUM(1;2)",
    "tekst",
  ])("%s needs the engine", (formula) => expect(answerPlainCall(formula, context("nl"))).toBeNull());
});
