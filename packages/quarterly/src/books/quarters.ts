import { quarterAfter, quarterOfDay, quartersThrough, type QuarterId } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import type { Resolved } from "./resolve.js";

/** The quarters in a window that ends at the given quarter, oldest first. */
export function quartersOf(
  ret: Pick<Return, "agreement">,
  window: Resolved["window"],
  quarter: QuarterId,
): readonly QuarterId[] {
  const since = (from: QuarterId): readonly QuarterId[] => {
    const all = quartersThrough(from, quarter);
    return all.length > 0 ? all : [quarter];
  };
  if (typeof window === "object") {
    if ("since" in window) return since(window.since);
    const among = window.among.filter((one) => one <= quarter).sort();
    return among.length > 0 ? among : [quarter];
  }
  switch (window) {
    case "year":
      return since(`${quarter.slice(0, 4)}-Q1`);
    case "four-quarters":
      return since(quarterAfter(quarter, -3));
    case "term":
      return since(quarterOfDay(ret.agreement.from));
    default:
      return [quarter];
  }
}
