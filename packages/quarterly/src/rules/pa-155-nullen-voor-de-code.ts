import { cellText } from "../workbook.js";
import { defineRule } from "./rule.js";

/** Number of codes of equal length from which that counts as the length of the code. */
const enough = 3;

export const nullenVoorDeCode = defineRule({
  id: "PA-155",
  severity: "warning",
  reads: ["*"],
  title: { nl: "Nullen voor een code weg?", en: "Zeros in front of a code gone?" },
  why: {
    nl: "Van een code die als getal is getypt laat Excel de nullen vooraan weg.",
    en: "Excel drops the zeros in front of a code typed as a number.",
  },
  message: {
    nl: "Bij {field} staat het getal {typed}, terwijl de andere codes uit {length} cijfers bestaan. Is dit {suggestion}?",
    en: "{field} holds the number {typed}, while the other codes have {length} digits. Is this {suggestion}?",
  },
  fix: {
    nl: "Zet de kolom op Tekst en typ de code met de nullen.",
    en: "Format the column as Text and type the code with its zeros.",
  },
  *check({ ret }) {
    for (const table of ret.tables.values()) {
      for (const { header, type } of table.definition.fields) {
        if (type !== "id" || !table.has(header)) continue;
        const ofLength = new Uint32Array(30);
        const numbers: number[] = [];
        const typedAt = table.typedAt(header);
        for (let index = 0; index < table.length; index += 1) {
          const typed = typedAt(index);
          if (typeof typed === "number") {
            if (table.value(header, index) === String(typed)) numbers.push(index);
          } else if (typeof typed === "string" && typed.length < ofLength.length && /^\d+$/.test(typed))
            ofLength[typed.length]! += 1;
        }
        const lengths = [...ofLength.keys()].filter((length) => ofLength[length]! > 0);
        const [length = 0] = lengths;
        if (lengths.length !== 1 || ofLength[length]! < enough) continue;
        for (const index of numbers) {
          const digits = cellText(table.typed(header, index));
          if (digits.length >= length || !/^\d+$/.test(digits)) continue;
          const suggestion = digits.padStart(length, "0");
          yield { table, index, header, facts: { length, suggestion }, proposals: [suggestion] };
        }
      }
    }
  },
  examples: {
    good: {
      "numbers only": { PA_Nieuwbouw: [{ Project_id: 7 }, { Project_id: 8 }] },
      "codes of several lengths": {
        PA_Nieuwbouw: ["0001", "0002", "0003", "12"].map((id) => ({ Project_id: id })).concat(),
      },
    },
    bad: {
      "one without its zeros": {
        PA_Nieuwbouw: ["0001", "0002", "0003", 7].map((Project_id) => ({ Project_id })),
        says: "uit 4 cijfers bestaan. Is dit 0007?",
        fixes: ["Project_id = 0007"],
      },
    },
  },
});
