import type { Result } from "@prestatieafspraken/indicators";

/**
 * The number format a cell may take over, in en-US form; null for a bare number. It has as many decimals as the display has,
 * because the display has one more where rounding would hide a breach of the norm (147 of 578 is not "25%").
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
