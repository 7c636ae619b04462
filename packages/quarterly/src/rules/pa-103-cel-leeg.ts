import { fill, type Text, type Field, type TableDefinition, short } from "@prestatieafspraken/indicators";
import type { CellValue } from "../workbook.js";
import { isLeftEmpty, mustBeFilled, rowsWithoutValue } from "../reading/left-empty.js";
import { isStillPrepared } from "../reading/prepared.js";
import { quoted } from "../reading/typed-text.js";
import { defineRule } from "./rule.js";

const empty: Text = { nl: "leeg", en: "empty" };
const counted: Text = {
  nl: ": 0 als er geen zijn, n.b. als het niet bekend is",
  en: ": 0 if there are none, n.b. if it is not known",
};
const nothing: Text = { nl: "", en: "" };

/**
 * True for a column where "n.v.t." is meaningless: one that identifies a row of figures, or the rent a unit is judged by.
 */
const isAbout = (field: Field, { perQuarter, name }: TableDefinition): boolean =>
  (perQuarter || name === "PA_Studenten") && ["quarter", "party", "choice", "date", "amount"].includes(field.type);
const isNumber = ({ type }: Field): boolean => type === "count" || type === "change" || type === "share";

/** Settings that may be empty: the quarter has a rule of its own, and the date defaults to the last day of the quarter. */
const mayStayEmpty = new Set(["verslagkwartaal", "peildatum"]);

export const celLeeg = defineRule({
  id: "PA-103",
  severity: "error",
  reads: ["*"],
  title: { nl: "Verplichte cel is leeg", en: "Required cell is empty" },
  why: {
    nl: "Leeg is niet nul: zonder dit gegeven is er niets over te zeggen.",
    en: "Empty is not zero: without this nothing can be said.",
  },
  message: {
    nl: "In {table} is {field} {state} in een rij die wel is ingevuld.",
    en: "In {table} {field} is {state} in a row that is otherwise filled in.",
  },
  fix: { nl: "Vul de cel in{how}.", en: "Fill in the cell{how}." },
  *check({ ret }) {
    // A setting without a default may be empty: "not chosen" is an answer.
    const openParameters = new Set(ret.agreement.parameters.filter((one) => one.default === "").map((one) => one.name));
    const unknownSettings = new Set(ret.issues.flatMap(({ rule, row }) => (rule === "PA-004" ? (row ?? []) : [])));
    for (const table of ret.tables.values()) {
      for (const field of table.definition.fields) {
        if (!mustBeFilled(table, field)) continue;
        const fillsDown = field.type === "quarter" || field.type === "party";
        let above: CellValue = null;
        let before = -1;
        for (const index of rowsWithoutValue(table, field.header)) {
          if (fillsDown && index > before + 1) {
            const typed = table.typed(field.header, index - 1);
            above = typeof typed === "string" ? typed : null;
          }
          before = index;
          if (isStillPrepared(table, index, ret.prepared)) continue;
          if (field.header === "Waarde") {
            const setting = String(table.value("Instelling", index));
            // The message says that a setting is unknown.
            const isUnknown = table.definition.name === "PA_Instellingen" && unknownSettings.has(table.row(index));
            if (isUnknown || openParameters.has(setting) || mayStayEmpty.has(setting.toLowerCase())) continue;
          }
          const { state } = table.reading(field.header, index);
          const typed = table.typed(field.header, index);
          const leftEmpty = isLeftEmpty(table, field, index);
          if (!leftEmpty && !(state === "not applicable" && isAbout(field, table.definition))) continue;
          yield {
            table,
            index,
            header: field.header,
            ...(leftEmpty && above !== null && { proposals: [above], group: `${field.header} down` }),
            facts: {
              state: leftEmpty
                ? empty
                : fill({ nl: "'{typed}'", en: "'{typed}'" }, { typed: short(quoted(typed).trim()) }),
              how: isNumber(field) ? counted : nothing,
            },
          };
        }
      }
    }
  },
  examples: {
    good: {
      "zero and unknown are filled in": {
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 0 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: "n.b." },
        ],
      },
      "rows prepared for the next quarter, in which nobody has filled in anything yet": {
        kept: { prepared: "2026-Q4" },
        PA_Toewijzingen: [{ Kwartaal: "2026-Q4", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: null }],
        PA_Voorraad: [{ Kwartaal: "2026-Q4", Verhuurder: "WYwonen", Segment: "sociaal", Beginstand: 1671 }],
      },
      "no day: the last day of the quarter": {
        PA_Instellingen: [
          { Instelling: "Verslagkwartaal", Waarde: "2026-Q3" },
          { Instelling: "Peildatum", Waarde: null },
        ],
      },
    },
    bad: {
      "empty and blank: one below the other is one": {
        says: "Zo ook in 1 rij eronder (D2:D3)",
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: null },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: "  " },
        ],
      },
      "a prepared row that somebody began to fill in": {
        kept: { prepared: "2026-Q4" },
        says: "is Eindstand leeg",
        PA_Voorraad: [
          {
            Kwartaal: "2026-Q4",
            Verhuurder: "WYwonen",
            Segment: "sociaal",
            Beginstand: 1671,
            Sloop: 2,
            Eindstand: null,
          },
        ],
      },
      "the quarter stands in the first row only": {
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 5 },
          { Kwartaal: null, Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 2 },
          { Kwartaal: null, Verhuurder: "WYwonen", Categorie: "statushouder", Aantal: 1 },
        ],
        fixes: ["Kwartaal = 2026-Q3 (A3:A4)"],
      },
      "a unit without a rent": {
        says: "is Kale huur 'n.v.t.' in een rij",
        PA_Studenten: [
          {
            Complex: "SPOOR",
            Verhuurder: "DUWO",
            Partijtype: "corporatie",
            Eenheid_id: "SPOOR-001",
            "Kale huur": "n.v.t.",
            Huurpeildatum: "2026-07-01",
          },
        ],
      },
      "a row about no quarter": {
        says: "is Kwartaal 'n.v.t.' in een rij",
        PA_Toewijzingen: [{ Kwartaal: "n.v.t.", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 1 }],
      },
    },
  },
});
