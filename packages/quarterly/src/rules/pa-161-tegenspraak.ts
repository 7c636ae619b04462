import { fill, listed, short, untranslated, type Text } from "@prestatieafspraken/indicators";
import { asRead, type OpenContradiction } from "../collect/open.js";
import { rowsByIdentity } from "../collect/row-identity.js";
import { listsBy } from "../kept.js";
import { setCell, those } from "./fixes.js";
import { defineRule } from "./rule.js";

const cellOf = ({ table, row, field }: OpenContradiction): string => JSON.stringify([table, row, field]);

export const tegenspraak = defineRule({
  id: "PA-161",
  severity: "error",
  reads: ["*"],
  title: { nl: "Opgaven spreken elkaar tegen", en: "Returns contradict each other" },
  why: {
    nl: "Zolang niemand kiest, kan elke waarde de juiste zijn. Een cijfer dat deze cel telt, krijgt tot dan geen oordeel.",
    en: "Until somebody chooses, each value may be right. A figure that counts this cell gets no verdict until then.",
  },
  message: {
    nl: "Bij {field} staat '{typed}'{from}, maar {others}. Niemand heeft nog gekozen.",
    en: "{field} says '{typed}'{from}, but {others}. Nobody has chosen yet.",
  },
  fix: {
    nl: "Spreek af welke waarde klopt. Kies die in het taakvenster, of verander de cel. Is het bestand verkeerd, voeg het dan verbeterd opnieuw toe onder dezelfde naam.",
    en: "Agree which value is right. Choose it in the pane, or change the cell. If the file is wrong, bring it in again, corrected, under the same name.",
  },
  *check({ ret }) {
    for (const [name, ofTable] of listsBy(ret.contradictions, ({ table }) => table)) {
      const table = ret.tables.get(name);
      if (!table) continue;
      const places = rowsByIdentity(table);
      for (const ofCell of listsBy(ofTable, cellOf).values()) {
        const { row, field: header } = ofCell[0]!;
        if (!table.has(header)) continue;
        for (const index of places.get(row) ?? []) {
          const now = JSON.stringify(asRead(table, header, index));
          const open = ofCell.filter(({ here }) => JSON.stringify(here) === now);
          if (open.length === 0) continue;
          const against = open.at(-1)!.against;
          const typed = short(table.shown(header, index));
          const said = (one: OpenContradiction): Text =>
            fill(
              { nl: "volgens {file} '{value}'", en: "{file} says '{value}'" },
              { file: one.file, value: short(one.shown) },
            );
          yield {
            table,
            index,
            header,
            facts: {
              from: against === null ? "" : fill({ nl: " (uit {file})", en: " (from {file})" }, { file: against }),
              others: listed(open.map(said)),
            },
            fixes: those(
              {
                label: { nl: `'${typed}' houden`, en: `Keep '${typed}'` },
                steps: [{ kind: "keepHere", contradictions: open.map(({ key }) => key) }],
              },
              ...open.map((one) =>
                typeof one.there === "object"
                  ? null
                  : setCell(table, index, header, one.there, {
                      as: untranslated(short(one.shown)),
                      because: { nl: `volgens ${one.file}`, en: `as ${one.file} says` },
                    }),
              ),
            ),
            // Each cell has its own choice, also where the same two values stand in the row below.
            group: cellOf(ofCell[0]!),
          };
        }
      }
    }
  },
  examples: {
    good: {
      "nothing brought in": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 17 }],
      },
      "the cell was changed": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 20 }],
        kept: { contradictions: kept(17, 24) },
      },
    },
    bad: {
      "another value in a return that was brought in": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 17 }],
        kept: { contradictions: kept(17, 24) },
        says: "bij Aantal staat '17' (uit wywonen.xlsx), maar volgens gemeente.xlsx '24'. Niemand heeft nog gekozen.",
        fixes: ["'17' houden", "Aantal = 24, volgens gemeente.xlsx"],
      },
      "the same number, since corrected from a text": {
        PA_Toewijzingen: [{ Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: "17" }],
        kept: { contradictions: kept(17, 24) },
      },
    },
  },
});

/** What is kept of a contradiction about the urgent lettings of the examples. */
function kept(here: number, there: number): string {
  const place = { table: "PA_Toewijzingen", row: "2026-q3 \u00b7 wywonen \u00b7 urgent", field: "Aantal" };
  const files = { file: "gemeente.xlsx", against: "wywonen.xlsx" };
  return JSON.stringify({ one: { key: "one", ...place, here, there, shown: String(there), ...files } });
}
