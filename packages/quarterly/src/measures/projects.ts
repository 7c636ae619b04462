import { fill, type QuarterId, type Text, newBuildSegments } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { place, rowsWhere, tableOf, unusable } from "./column.js";
import { CannotSay } from "./measurement.js";
import { chosen, parameterName } from "./parameter.js";
import { lastDay } from "./quarter.js";

export interface Snapshot {
  readonly table: ReturnTable;
  /** All rows of the quarter. */
  readonly rows: readonly number[];
}

/** Every quarter holds all projects; the snapshot of one quarter is its rows and no others. */
export function snapshot(ret: Return, quarter: QuarterId): Snapshot {
  const table = tableOf(ret, "PA_Nieuwbouw");
  const rows = rowsWhere(table, [{ header: "Kwartaal", is: (value) => value === quarter }]);
  if (rows.length > 0) return { table, rows };
  throw new CannotSay(
    fill(
      {
        nl: "PA_Nieuwbouw heeft geen projecten voor {quarter}. Zet alle projecten er met dat kwartaal in.",
        en: "PA_Nieuwbouw has no projects for {quarter}. Enter all projects with that quarter.",
      },
      { quarter },
    ),
  );
}

const phase = (table: ReturnTable, row: number): string => {
  const value = table.value("Fase", row);
  if (value === null) throw unusable(table, "Fase", row);
  return String(value);
};

/** Projects that go on or are done and count as new build: not "vervallen", and no flexible homes where those do not count. */
export function standing(ret: Return, { table, rows }: Snapshot): Counted {
  const alive = rows.filter((row) => phase(table, row) !== "vervallen");
  const { rows: counted, notes } = withoutFlex(ret, table, alive);
  const dropped = rows.length - alive.length;
  return {
    rows: counted,
    notes: [
      dropped === 0
        ? null
        : fill(
            { nl: "{dropped} vervallen project(en) niet meegeteld.", en: "{dropped} dropped project(s) not counted." },
            { dropped },
          ),
      ...notes,
    ],
  };
}

export interface Counted {
  readonly rows: readonly number[];
  /** What was left out, and why. */
  readonly notes: readonly (Text | null)[];
}

/** Parameter id: "Flex telt". */
const FLEX_COUNTS = "flex-telt";

/** Without the projects with flexible homes, where PA_Instellingen says those do not count. */
function withoutFlex(ret: Return, table: ReturnTable, rows: readonly number[]): Counted {
  if (chosen(ret, FLEX_COUNTS, "ja") === "ja") return { rows, notes: [] };
  const kind = (row: number) => table.value("Projectsoort", row);
  const counted = rows.filter((row) => kind(row) !== "flex");
  const flex = rows.length - counted.length;
  const unsaid = rows.filter((row) => kind(row) === null).length;
  return {
    rows: counted,
    notes: [
      flex === 0
        ? null
        : fill(
            {
              nl: "{flex} project(en) met flexwoningen niet meegeteld (instelling '{name}': nee).",
              en: "{flex} project(s) with flexible homes not counted (setting '{name}': no).",
            },
            { flex, name: parameterName(ret, FLEX_COUNTS) },
          ),
      unsaid === 0
        ? null
        : fill(
            {
              nl: "Bij {unsaid} project(en) staat geen Projectsoort; die tellen mee. Zijn het flexwoningen? Vul dan flex in.",
              en: "{unsaid} project(s) have no Projectsoort; they count. Are they flexible homes? Then enter flex.",
            },
            { unsaid },
          ),
    ],
  };
}

/** Projects delivered since a day, as the snapshot of the quarter says; earlier ones are in the agreement's own figure. */
export function delivered(
  ret: Return,
  quarter: QuarterId,
): { readonly table: ReturnTable; readonly rows: readonly number[]; readonly notes: readonly (Text | null)[] } {
  const { table, rows } = snapshot(ret, quarter);
  const { rows: done, notes } = withoutFlex(
    ret,
    table,
    rows.filter((row) => phase(table, row) === "opgeleverd"),
  );
  const since: number[] = [];
  let earlier = 0;
  for (const row of done) {
    const day = table.value("Oplevering werkelijk", row);
    if (day === null) throw unusable(table, "Oplevering werkelijk", row);
    if (String(day) > lastDay(quarter)) {
      throw new CannotSay(
        fill(
          {
            nl: "In {cell} staat een oplevering na {quarter}, maar de fase is al opgeleverd. Verbeter de datum of de fase.",
            en: "{cell} has a delivery after {quarter}, but the phase is delivered already. Correct the date or the phase.",
          },
          { cell: place(table, "Oplevering werkelijk", row), quarter },
        ),
      );
    }
    if (String(day) < ret.agreement.from) earlier += 1;
    else since.push(row);
  }
  return {
    table,
    rows: since,
    notes: [
      earlier === 0
        ? null
        : fill(
            {
              nl: "{count} project(en) opgeleverd vóór {from} niet meegeteld: die zitten al in het beginstand-cijfer.",
              en: "{count} project(s) delivered before {from} not counted: they are in the starting figure already.",
            },
            { count: earlier, from: ret.agreement.from },
          ),
      ...notes,
    ],
  };
}

/**
 * An empty segment cell is 0 only where the row proves it: the segments that are filled in already make Totaal, and no
 * segment can be negative.
 */
export const zeroByTotal =
  (table: ReturnTable) =>
  (row: number): number | null => {
    const whole = table.value("Totaal", row);
    if (typeof whole !== "number") return null;
    let filled = 0;
    for (const header of newBuildSegments) {
      const value = table.value(header, row);
      if (typeof value === "number") filled += value;
      else if (table.has(header) && !["missing", "not applicable"].includes(table.reading(header, row).state))
        return null;
    }
    return filled === whole ? 0 : null;
  };
