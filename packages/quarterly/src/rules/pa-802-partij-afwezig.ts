import { listed } from "@prestatieafspraken/indicators";
import { attendance, everyone } from "../reading/attendance.js";
import { partyNames } from "../reading/party-names.js";
import { meetingsHeld } from "./meetings.js";
import { defineRule } from "./rule.js";

export const partijAfwezig = defineRule({
  id: "PA-802",
  severity: "warning",
  reads: ["PA_Overleg"],
  title: { nl: "Partij was er niet bij", en: "A party was absent" },
  why: {
    nl: "Per overleg is afgesproken wie er in elk geval bij is.",
    en: "The parties agreed who attends each meeting.",
  },
  message: {
    nl: "{names} {count|zou|zouden} bij het {kind} overleg van het {quarter:quarter} zijn, maar {count|staat|staan} niet bij Aanwezig.",
    en: "{names} should be at the {kind} meeting of the {quarter:quarter}, but {count|is|are} not listed under Aanwezig.",
  },
  fix: { nl: "Vul Aanwezig aan als de partij er was.", en: "Complete Aanwezig if the party was there." },
  *check({ ret, table: get, day }) {
    const table = get("PA_Overleg");
    if (!table?.has("Aanwezig") || day === null) return;
    const parties = partyNames(ret.agreement);
    for (const { meetings } of ret.agreement.commitments) {
      if (!meetings?.attendance) continue;
      const byQuarter = new Map<string, { index: number; present: Set<string> }>();
      for (const held of meetingsHeld(table, meetings.kind, day)) {
        const typed = table.value("Aanwezig", held.index);
        if (typed === null) continue;
        const { present } = attendance(String(typed), parties);
        const group = byQuarter.get(held.quarter) ?? { index: held.index, present: new Set<string>() };
        for (const id of present) group.present.add(id);
        byQuarter.set(held.quarter, group);
      }
      for (const [quarter, { index, present }] of byQuarter) {
        if (present.has(everyone)) continue;
        const absent = Object.entries(meetings.attendance)
          .filter(([id, quarters]) => quarters.includes(Number(quarter.slice(-1))) && !present.has(id))
          .map(([id]) => parties.name(id));
        if (absent.length > 0) {
          yield {
            table,
            index,
            header: "Aanwezig",
            quarter,
            party: null,
            facts: { names: listed(absent), count: absent.length, kind: meetings.kind, quarter },
          };
        }
      }
    }
  },
  examples: {
    good: {
      "who must be there in the second quarter": {
        day: "2025-06-30",
        PA_Overleg: [{ Datum: "2025-05-10", Soort: "ambtelijk", Aanwezig: "gemeente, WYwonen" }],
      },
      everyone: { day: "2025-06-30", PA_Overleg: [{ Datum: "2025-02-10", Soort: "ambtelijk", Aanwezig: "allen" }] },
    },
    bad: {
      "tenants missing in the first quarter": {
        day: "2025-06-30",
        says: "HBV",
        PA_Overleg: [
          { Datum: "2025-02-10", Soort: "ambtelijk", Aanwezig: "gemeente; WYwonen; Portaal en DUWO; SHM; BRES" },
        ],
      },
    },
  },
});
