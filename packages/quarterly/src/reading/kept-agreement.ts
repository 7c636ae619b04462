import type { Agreement } from "@prestatieafspraken/indicators";
import type { Workbook } from "../workbook.js";

/** Key under which a workbook keeps the agreement it is about, so that colleagues and the add-in need nothing else. */
export const AGREEMENT_SETTING = "agreement";

const lists = ["parties", "parameters", "norms", "commitments", "tensions", "indicators"] as const;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Has it the parts that everything else counts on? It was checked in full when it was put there. */
const looksLikeAgreement = (value: unknown): value is Agreement =>
  isRecord(value) &&
  ["id", "from", "until"].every((key) => typeof value[key] === "string") &&
  isRecord(value["title"]) &&
  isRecord(value["municipality"]) &&
  isRecord(value["document"]) &&
  isRecord(value["figures"]) &&
  isRecord(value["scope"]) &&
  lists.every((key) => Array.isArray(value[key]));

/**
 * The agreement kept in a workbook: undefined where there is none, null where what is kept cannot be read.
 */
export async function keptAgreement(workbook: Pick<Workbook, "getSetting">): Promise<Agreement | null | undefined> {
  const text = await workbook.getSetting(AGREEMENT_SETTING);
  if (text === null || text.trim() === "") return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return looksLikeAgreement(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps an agreement in a workbook. It has to be a checked one. */
export const keepAgreement = (workbook: Pick<Workbook, "setSetting">, agreement: Agreement): Promise<void> =>
  workbook.setSetting(AGREEMENT_SETTING, JSON.stringify(agreement));
