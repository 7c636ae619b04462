import { fill, additions, removals } from "@prestatieafspraken/indicators";
import type { ReturnTable } from "../return.js";
import { leftOut, rowsWhere, tableOf, total } from "./column.js";
import { coverage, presence } from "./coverage.js";
import { measured, type Measure } from "./measurement.js";
import { chosen } from "./parameter.js";
import { partiesAsked } from "./party-scope.js";
import { quarterOf, through } from "./quarter.js";

export const STOCK_BASELINE = "basisdatum-voorraad";

/** An empty movement is 0 only where the row balances without it: opening, what is filled in, and closing agree. */
const zeroByBalance =
  (table: ReturnTable) =>
  (row: number): number | null => {
    const begin = table.value("Beginstand", row);
    const end = table.value("Eindstand", row);
    if (typeof begin !== "number" || typeof end !== "number") return null;
    const filled = (headers: readonly string[]): number =>
      headers.reduce((sum, header) => {
        const value = table.value(header, row);
        return sum + (typeof value === "number" ? value : 0);
      }, 0);
    return begin + filled(additions) - filled(removals) + filled(["Correctie"]) === end ? 0 : null;
  };

/** Every movement of social homes from the baseline through the quarter; sale and liberalisation named apart. */
export const stockChange: Measure = (ret, { quarter, party }) => {
  const table = tableOf(ret, "PA_Voorraad");
  const delivered = (row: number): boolean => table.value("Segment", row) !== "totaal";
  const baseline = chosen(ret, STOCK_BASELINE, ret.agreement.from);
  const since = /^\d{4}-Q[1-4]$/.test(baseline) ? baseline : quarterOf(baseline);
  const covered = coverage(ret, table, presence(table, "Verhuurder", delivered), {
    parties: partiesAsked(ret, "STOCKCHANGE", party),
    scope: partiesAsked(ret, "STOCKCHANGE", null),
    quarters: through(since, quarter).length > 0 ? through(since, quarter) : [quarter],
  });
  const rows = rowsWhere(table, [
    { header: "Kwartaal", is: (value) => covered.quarters.includes(value) },
    { header: "Segment", is: (value) => value === "sociaal" },
    { header: "Verhuurder", is: (value) => covered.parties.includes(value) },
  ]);
  const proved = zeroByBalance(table);
  const sumOf = (header: string): number => total(table, header, rows, proved).sum;
  const sold = sumOf("Verkoop");
  const liberalised = sumOf("Liberalisatie");
  return measured(
    {
      added: additions.reduce((sum, header) => sum + sumOf(header), 0),
      removed: removals.reduce((sum, header) => sum + sumOf(header), 0),
      correction: sumOf("Correctie"),
    },
    [
      fill(
        {
          nl: "Vanaf {from} t/m {quarter}: {sold} verkocht en {liberalised} geliberaliseerd.",
          en: "From {from} to {quarter}: {sold} sold and {liberalised} liberalised.",
        },
        { from: covered.quarters[0] ?? quarter, quarter, sold, liberalised },
      ),
      ...additions.map((header) => leftOut(table, header, total(table, header, rows, proved).notApplicable)),
      ...removals.map((header) => leftOut(table, header, total(table, header, rows, proved).notApplicable)),
      ...covered.notes,
    ],
    { open: covered.open },
  );
};
