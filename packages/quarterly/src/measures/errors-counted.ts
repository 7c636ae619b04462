import { fill, referenceLimits, type Text } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { dubbeleRij } from "../rules/pa-110-dubbele-rij.js";
import { geenLabel } from "../rules/pa-136-geen-label.js";
import { somVanSegmenten } from "../rules/pa-201-som-van-segmenten.js";
import { deelBinnenGeheel } from "../rules/pa-203-deel-binnen-geheel.js";
import { huurOnmogelijk } from "../rules/pa-302-huur-onmogelijk.js";
import { balans } from "../rules/pa-401-balans.js";
import { aansluiting } from "../rules/pa-402-aansluiting.js";
import { somVanCategorieen } from "../rules/pa-501-som-van-categorieen.js";
import { findingsOf } from "../rules/findings.js";
import type { Rule } from "../rules/rule.js";
import { place } from "./column.js";
import { lettingQuarters } from "./lettings.js";
import type { Ask } from "./measurement.js";
import type { LiveId } from "./measures.js";
import { scopeOf } from "./party-scope.js";
import { quarterOf } from "./quarter.js";
import { unitsCounted } from "./student-share.js";

/** Which rows of a table a figure is made of, and the rules whose errors in such a row make the figure itself doubtful. */
interface Made {
  readonly table: string;
  readonly rules: readonly Rule[];
  readonly counts: (table: ReturnTable, row: number) => boolean;
  /** A column of which a cell that cannot be read is counted as unknown, and the rule that says so of the cell. */
  readonly unread?: { readonly header: string; readonly rule: string };
}

/** A label that is none ("A2") counts as unknown: E, F and G may be more than they seem. */
const labelUnread = { header: "Label", rule: geenLabel.id } as const;

/** What reading cannot see: a cell by itself is right, but the row contradicts itself, another row, or what can be. */
function madeOf(id: LiveId, ret: Return, ask: Ask): readonly Made[] {
  const { quarter, party } = ask;
  const is = (header: string, value: string) => (table: ReturnTable, row: number) => table.value(header, row) === value;
  const ofQuarter = is("Kwartaal", quarter);
  const scope = party === null ? scopeOf(ret, id) : [party];
  const ours = (table: ReturnTable, row: number): boolean => scope.includes(String(table.value("Verhuurder", row)));
  const alive = (table: ReturnTable, row: number): boolean =>
    ofQuarter(table, row) && table.value("Fase", row) !== "vervallen";
  const social = is("Segment", "sociaal");
  switch (id) {
    case "REMAININGNEED":
      return [
        {
          table: "PA_Nieuwbouw",
          rules: [dubbeleRij, somVanSegmenten],
          counts: (table, row) => ofQuarter(table, row) && table.value("Fase", row) === "opgeleverd",
        },
      ];
    case "NEWBUILDSHARE":
      return [{ table: "PA_Nieuwbouw", rules: [dubbeleRij, somVanSegmenten], counts: alive }];
    case "OUTFLOWSHARE":
      return [{ table: "PA_Nieuwbouw", rules: [dubbeleRij, deelBinnenGeheel], counts: alive }];
    case "SOCIALSHARE":
      return [
        {
          table: "PA_Voorraad",
          rules: [dubbeleRij, balans],
          counts: (table, row) =>
            ofQuarter(table, row) &&
            ((social(table, row) && ours(table, row)) || table.value("Segment", row) === "totaal"),
        },
      ];
    case "STOCKCHANGE":
      return [
        {
          table: "PA_Voorraad",
          rules: [dubbeleRij, balans, aansluiting],
          counts: (table, row) => {
            const at = String(table.value("Kwartaal", row));
            return social(table, row) && ours(table, row) && at <= quarter && at >= quarterOf(ret.agreement.from);
          },
        },
      ];
    case "STUDENTSHARE": {
      const rows = new Set(unitsCounted(ret, party));
      return [{ table: "PA_Studenten", rules: [dubbeleRij, huurOnmogelijk], counts: (_, row) => rows.has(row) }];
    }
    case "URGENTSHARE":
    case "REGULARSHARE":
    case "URGENTROOM": {
      const quarters = lettingQuarters(ret, ask);
      return [
        {
          table: "PA_Toewijzingen",
          rules: [dubbeleRij, somVanCategorieen],
          counts: (table, row) => ours(table, row) && quarters.includes(String(table.value("Kwartaal", row))),
        },
      ];
    }
    case "LABELSHARE":
    case "LABELPROGRESS":
    case "LABELPACE": {
      const inScope = (table: ReturnTable, row: number): boolean =>
        ours(table, row) && ["sociaal", "midden"].includes(String(table.value("Segment", row)));
      return [
        {
          table: "PA_Labels",
          rules: [dubbeleRij],
          counts: (table, row) => ofQuarter(table, row) && inScope(table, row),
          unread: labelUnread,
        },
        { table: "PA_Woningen", rules: [dubbeleRij], counts: inScope, unread: labelUnread },
      ];
    }
    default:
      return [];
  }
}

/**
 * Says that a figure is made of rows with an error in them, and where; null when it is not. Such a figure is shown with its
 * sum, but nobody can be judged on it: a row that is there twice would make "gehaald" of "niet gehaald".
 */
export function errorsCounted(id: LiveId, ret: Return, ask: Ask): Text | null {
  const cells = new Set<string>();
  const rules = new Set<string>();
  const matter = { day: ret.settings.day, limits: referenceLimits };
  for (const { table: name, rules: looking, counts, unread } of madeOf(id, ret, ask)) {
    const table = ret.tables.get(name);
    if (!table) continue;
    if (unread && table.has(unread.header)) {
      for (let row = 0; row < table.length; row += 1) {
        if (table.reading(unread.header, row).state !== "refused" || !counts(table, row)) continue;
        cells.add(place(table, unread.header, row));
        rules.add(unread.rule);
      }
    }
    for (const rule of looking) {
      for (const { table: where, index, header } of findingsOf(rule, ret, matter)) {
        if (where !== table || index === undefined || !counts(table, index)) continue;
        cells.add(place(table, header ?? "", index));
        rules.add(rule.id);
      }
    }
  }
  if (cells.size === 0) return null;
  const shown = [...cells].slice(0, 3).join(", ");
  const more = cells.size - 3;
  return fill(
    {
      nl: "geen oordeel: er zit een fout in wat hier is geteld ({cells}{more}; {rules}). Verbeter die eerst",
      en: "no verdict: there is an error in what was counted here ({cells}{more}; {rules}). Correct it first",
    },
    {
      cells: shown,
      more: more > 0 ? { nl: ` en nog ${more}`, en: ` and ${more} more` } : "",
      rules: [...rules].join(", "),
    },
  );
}
