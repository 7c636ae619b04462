// A quarter before the first day of the agreement is shown and not judged: nothing was agreed about it.
import { expect, it } from "vitest";
import { live, report } from "../src/index.js";
import { changed, letting, returnOf } from "./small-return.js";

const at = async (quarter: string) =>
  returnOf(
    changed({
      PA_Instellingen: [
        { Instelling: "Afspraak", Waarde: "oegstgeest-2025-2028" },
        { Instelling: "Verslagkwartaal", Waarde: quarter },
      ],
      // 30 of 40 and 10 of 20 are regular, 10 of 40 and 10 of 20 urgent: art. 9 would be met and missed.
      PA_Toewijzingen: ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"].flatMap((one) => [
        letting(one, "WYwonen", "regulier", 30),
        letting(one, "WYwonen", "urgent", 10),
        letting(one, "Portaal", "regulier", 10),
        letting(one, "Portaal", "urgent", 10),
      ]),
    }),
  );

it("has no verdict, and no promise has one", async () => {
  const ret = await at("2024-Q4");
  for (const party of [null, "wywonen", "portaal"])
    expect(live("URGENTSHARE", ret, { party })).toMatchObject({ verdict: "no-norm" });
  expect(live("URGENTSHARE", ret).exact).toBe("1/3");
  const { commitments, results } = await report(ret);
  expect(new Set(commitments.map(({ verdict }) => verdict))).toEqual(new Set(["no-norm"]));
  expect(commitments[0]!.statement.nl).toBe("De afspraken gelden vanaf 1 januari 2025.");
  expect(results.filter(({ verdict }) => !["no-norm", "unknown"].includes(verdict))).toEqual([]);
});

it("is judged from the first quarter on: a third is urgent, of Portaal half", async () => {
  const ret = await at("2025-Q1");
  expect(live("URGENTSHARE", ret)).toMatchObject({ exact: "1/3", verdict: "attention", provisional: true });
});
