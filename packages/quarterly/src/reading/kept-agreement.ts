import type { Agreement } from "@prestatieafspraken/indicators";
import type { Workbook } from "../workbook.js";

/** Setting key for the agreement kept in a workbook, so that colleagues and the add-in need nothing else. */
export const AGREEMENT_SETTING = "agreement";

const lists = ["parties", "parameters", "norms", "commitments", "tensions", "indicators"] as const;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True if the value has the parts that other code relies on. It was checked in full when it was stored. */
const looksLikeAgreement = (value: unknown): value is Agreement =>
  isRecord(value) &&
  ["id", "from", "until"].every((key) => typeof value[key] === "string") &&
  isRecord(value["title"]) &&
  isRecord(value["municipality"]) &&
  isRecord(value["document"]) &&
  isRecord(value["figures"]) &&
  isRecord(value["scope"]) &&
  lists.every((key) => Array.isArray(value[key]));

/** The agreement kept in a workbook: undefined if there is none, null if it cannot be read. */
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

/** Stores an agreement in a workbook. It must have been checked. */
export const keepAgreement = (workbook: Pick<Workbook, "setSetting">, agreement: Agreement): Promise<void> =>
  workbook.setSetting(AGREEMENT_SETTING, JSON.stringify(agreement));
