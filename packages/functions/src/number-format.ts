import type { Result } from "@prestatieafspraken/indicators";

/**
 * The number format for the cell, in en-US form; null for General. It has as many decimals as `display`, which adds one where
 * rounding would hide a breach of the norm (147 of 578 is not "25%").
 */
export function numberFormat(result: Pick<Result, "unit" | "display">): string | null {
  const { en } = result.display;
  const decimals = /\d\.(\d+)/.exec(en.replace(/,(?=\d{3})/g, ""))?.[1]?.length ?? 0;
  const fraction = decimals > 0 ? `.${"0".repeat(decimals)}` : "";
  switch (result.unit) {
    case "share":
      return `0${fraction || ".0"}%`;
    case "EUR/month":
      return '"€ "#,##0.00';
    case "EUR":
      return `"€ "#,##0${fraction}`;
    case "text":
      return null;
    case "factor":
      return `0${fraction}`;
    default:
      return `#,##0${fraction}`;
  }
}
