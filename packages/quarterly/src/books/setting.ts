import type { Return } from "../return.js";

/** The definition chosen in this workbook for a parameter of the agreement; its default unless chosen; else the fallback. */
export function chosen(ret: Return, id: string, fallback: string): string {
  return (
    ret.settings.parameters[id] ??
    ret.agreement.parameters.find((parameter) => parameter.id === id)?.default ??
    fallback
  );
}

/** The name people know the parameter by, as it stands in PA_Instellingen. */
export const settingName = (ret: Return, id: string): string =>
  ret.agreement.parameters.find((parameter) => parameter.id === id)?.name ?? id;

/** A parameter that is a number. */
export function chosenNumber(ret: Return, id: string, fallback: number): number {
  const value = Number(chosen(ret, id, String(fallback)).replace(",", "."));
  return Number.isFinite(value) ? value : fallback;
}
