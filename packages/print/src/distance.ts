import type { Fraction } from "@prestatieafspraken/indicators";
import { displayNorm, exact, fill, type Text } from "@prestatieafspraken/indicators";
import type { ReportLine } from "@prestatieafspraken/quarterly";

/**
 * The distance between a figure and its norm in counted units: "nog 12 woningen", "ruimte voor 4". For a share, keeping
 * the current whole. Null if there is no norm, no figure, or nothing to count.
 */
export function distance(line: Pick<ReportLine, "quantity" | "norm" | "unit">): Text | null {
  const { quantity, norm, unit } = line;
  if (quantity === null || quantity.value === null || norm?.exact == null || norm.comparator === null) return null;
  const limit = exact(norm.exact);
  const upward = norm.comparator.startsWith(">");
  if (unit !== "share")
    return unit === "homes"
      ? counted(upward ? limit.sub(quantity.value) : quantity.value.sub(limit), upward, quantity.label)
      : null;
  const [part, whole] = quantity.by === "ratio" ? (quantity.of ?? []) : [];
  if (part?.value == null || whole?.value == null) return null;
  const needed = limit.mul(whole.value);
  return upward
    ? counted(needed.ceil().sub(part.value), true, part.label)
    : counted(part.value.sub(needed.floor()), false, part.label);
}

/** `short` above 0 is the number still needed (or in excess); below 0 is the number to spare. */
function counted(short: Fraction, upward: boolean, label: Text): Text | null {
  const size = displayNorm(short.abs(), "homes");
  if (short.equals(0)) return { nl: "precies op de norm", en: "precisely on the norm" };
  if (short.gt(0))
    return upward
      ? fill({ nl: "nog {size} {label} nodig", en: "{size} {label} still needed" }, { size, label })
      : fill({ nl: "{size} {label} te veel", en: "{size} {label} too many" }, { size, label });
  return upward
    ? fill({ nl: "{size} meer dan de norm", en: "{size} more than the norm" }, { size })
    : fill({ nl: "ruimte voor nog {size}", en: "room for {size} more" }, { size });
}
