import { hasPartsOfCents, toCents } from "../reading/cents.js";
import { numberIn, rowsOf } from "./columns.js";
import { defineRule } from "./rule.js";

export const huurFijnerDanCenten = defineRule({
  id: "PA-307",
  severity: "error",
  reads: ["PA_Studenten"],
  title: { nl: "Huur met delen van centen", en: "Rent with parts of cents" },
  why: {
    nl: "De formule geeft meer dan twee decimalen. Daardoor kan de huur net boven of onder de grens vallen zonder dat u het ziet.",
    en: "A rent is an amount in cents. What a formula adds to it can put a rent just under or just over the limit, and the cell does not show it.",
  },
  message: {
    nl: "Bij {field} staat {typed}: meer dan twee decimalen.",
    en: "{field} says {typed}: more than two decimals.",
  },
  fix: { nl: "Rond de huur af op hele centen: {rounded}.", en: "Round the rent to whole cents: {rounded}." },
  *check({ table: get }) {
    const table = get("PA_Studenten");
    if (!table) return;
    for (const header of ["Kale huur", "Rekenhuur"].filter((one) => table.has(one))) {
      const rent = numberIn(table, header);
      for (const index of rowsOf(table)) {
        const euro = rent(index);
        if (euro !== null && hasPartsOfCents(euro)) yield { table, index, header, facts: { rounded: toCents(euro) } };
      }
    }
  },
  examples: {
    good: {
      cents: [{ "Kale huur": 498.2 }, { "Kale huur": 0.1 + 0.2 }, { "Kale huur": 1234.56 }],
    },
    bad: {
      "612.50 raised by 4.1%": {
        PA_Studenten: [{ "Kale huur": 612.5 * 1.041 }],
        says: "Rond de huur af op hele centen: 637,61.",
      },
    },
  },
});
