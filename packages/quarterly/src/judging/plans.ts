import {
  absent,
  given,
  ratio,
  referenceLimits,
  type Plans,
  type Quantity,
  type QuarterId,
  type Text,
  type Unknown,
} from "@prestatieafspraken/indicators";
import { booksOf } from "../books/books-of.js";
import { liveOf, type Counting } from "../books/count.js";
import { doubtOf } from "../books/doubt.js";
import { ledgerOf } from "../books/ledger.js";
import type { LiveId } from "../books/live-ids.js";
import type { Return } from "../return.js";
import { withRows } from "./narrowed-table.js";

/** Counts one live indicator in a return. */
export type Count = (id: LiveId, ret: Return, ask: { readonly quarter: QuarterId; readonly party: null }) => Counting;

/** Phases in which a plan is still uncertain. */
const soft = ["idee", "haalbaarheid"];

const views = new WeakMap<Return, { readonly delivered: Return; readonly soft: Return }>();

/** The return with only delivered projects, and the return with only uncertain ones. */
export function viewsOf(ret: Return): { readonly delivered: Return; readonly soft: Return } {
  let known = views.get(ret);
  if (!known) {
    const inPhase = (phases: readonly string[]): Return =>
      withRows(ret, "PA_Nieuwbouw", (table, row) => phases.includes(String(table.value("Fase", row))));
    views.set(ret, (known = { delivered: inPhase(["opgeleverd"]), soft: inPhase(soft) }));
  }
  return known;
}

const isEmptyIn = (view: Return, quarter: QuarterId): boolean => {
  const table = view.tables.get("PA_Nieuwbouw");
  for (let row = 0; table && row < table.length; row += 1) if (table.value("Kwartaal", row) === quarter) return false;
  return true;
};

/** The figure over some of the projects; 0, or 0 of 0, if there are none. */
function counted(count: Count, id: LiveId, view: Return, quarter: QuarterId, whole: Quantity): Quantity {
  if (isEmptyIn(view, quarter)) {
    const [part, of] = (whole.of ?? []).map(({ unit, label }) => given(0, unit, label));
    return part && of ? ratio(part, of, whole.label, whole.unit) : given(0, whole.unit, whole.label);
  }
  const found = count(id, view, { quarter, party: null });
  return found.state === "absent" ? absent(found.reason, whole.unit, whole.label, found.because) : found.quantity;
}

/** The number of homes in a figure over uncertain plans: the part of a share, or the number itself. */
export const softHomes = (quantity: Quantity): number =>
  (quantity.by === "ratio" ? quantity.of?.[0]?.value : quantity.unit === "homes" ? quantity.value : null)?.valueOf() ??
  0;

/** What has been delivered of a planned share, and how many homes of its part are in uncertain plans. */
export function plansOf(count: Count, id: LiveId, ret: Return, quarter: QuarterId, planned: Quantity): Plans {
  const { delivered, soft: uncertain } = viewsOf(ret);
  return {
    delivered: counted(count, id, delivered, quarter, planned),
    soft: softHomes(counted(count, id, uncertain, quarter, planned)),
  };
}

/** Numbers of new social homes. */
export interface SocialHomes {
  readonly planned: number;
  readonly delivered: number;
  readonly soft: number;
  /** The homes in projects of unknown phase, in none of the other numbers. */
  readonly unknown: Unknown;
  /** Describes errors in the counted cells; null if none. */
  readonly doubt: Text | null;
}

/** New social homes in all projects, delivered, and in uncertain plans; or why that is unknown. */
export function socialHomes(
  count: Count,
  ret: Return,
  quarter: QuarterId,
): SocialHomes | Exclude<Counting, { state: "counted" }> {
  // A number of social homes; the setting for counting students in a share does not apply.
  const without = (view: Return): Return => ({
    ...view,
    settings: { ...view.settings, parameters: { ...view.settings.parameters, "studenten-tellen": "geen" } },
  });
  const social = (view: Return): Counting => count("NEWBUILDSHARE", without(view), { quarter, party: null });
  const all = social(ret);
  if (all.state !== "counted") return all;
  const { delivered, soft: uncertain } = viewsOf(ret);
  const done = isEmptyIn(delivered, quarter) ? 0 : social(delivered);
  if (typeof done !== "number" && done.state === "absent") return done;
  const ideas = isEmptyIn(uncertain, quarter) ? 0 : social(uncertain);
  const homes = (found: Counting | number): number =>
    typeof found === "number" ? found : found.state === "counted" ? Number(found.args["social"]) : 0;
  const ledger = ledgerOf(ret, referenceLimits);
  const books = booksOf(ledger, { quarter, party: null, scope: [] });
  const { unknown } = books.ask(liveOf("NEWBUILDSHARE").asks["social"]!);
  const doubt = doubtOf(ledger, books.made);
  return { planned: homes(all), delivered: homes(done), soft: homes(ideas), unknown, doubt };
}
