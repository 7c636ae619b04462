import { isEmptyCell } from "../workbook.js";
import { rowsWithoutValue } from "../reading/left-empty.js";
import { hasAll } from "./columns.js";
import { defineRule } from "./rule.js";

export const labelLeeg = defineRule({
  id: "PA-605",
  severity: "warning",
  reads: ["PA_Woningen"],
  title: { nl: "Woning zonder label", en: "Home without a label" },
  why: {
    nl: "De woning telt als onbekend; het aantal E, F en G is dan een ondergrens.",
    en: "The home counts as unknown; the number of E, F and G is then a lower bound.",
  },
  message: {
    nl: "Bij deze woning is Label leeg. Ze telt als onbekend.",
    en: "This home has no Label. It counts as unknown.",
  },
  fix: { nl: "Vul het label in, of onbekend als er geen is.", en: "Enter the label, or onbekend if there is none." },
  *check({ table: get }) {
    const table = get("PA_Woningen");
    if (!hasAll(table, "Label")) return;
    for (const index of rowsWithoutValue(table, "Label")) {
      if (isEmptyCell(table.typed("Label", index))) yield { table, index, header: "Label" };
    }
  },
  examples: {
    good: {
      "said to be unknown": [{ BAG_vbo_id: "0579010000012345", Label: "onbekend" }],
    },
    bad: {
      empty: [{ BAG_vbo_id: "0579010000012345", Label: null }],
    },
  },
});
