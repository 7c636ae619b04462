// What the first screen says about a return: only a complete one can be frozen.
import { expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { read, report, type Report } from "@prestatieafspraken/quarterly";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { standing } from "./standing.js";
import { words } from "./words.js";

const of = async (sample: "none" | "clean"): Promise<Report> =>
  report(await read(openXlsx(await makeTemplate({ agreement: agreements[0]!, sample })), { agreements }));

it("says that a return can be frozen only if everything was received without errors", async () => {
  const clean = await of("clean");
  // The clean sample is complete: every party delivered, no errors.
  expect([clean.ready, clean.issues.error]).toEqual([true, 0]);
  expect(standing(clean, null)).toEqual({ waiting: null, clear: words.start.nothingBlocks });
  expect(standing({ ...clean, ready: false }, null).clear).toBe(words.start.noErrors);
  expect(standing(null, null)).toEqual({ waiting: null, clear: words.start.noErrors });
});

it("says what an empty return is waiting for, also for the chosen party only", async () => {
  const empty = await of("none");
  expect(empty.ready).toBe(false);
  const all = standing(empty, null);
  expect(all.waiting?.nl).toMatch(/^Nog niet ontvangen: .*WYwonen \(.*Portaal \(/);
  expect(all.clear).toBe(words.start.noErrors);
  const one = standing(empty, "portaal").waiting!.nl;
  expect(one).toContain("Portaal (");
  expect(one).not.toContain("WYwonen");
});
