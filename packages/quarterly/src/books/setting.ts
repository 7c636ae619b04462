import type { Return } from "../return.js";

/** Where settings are looked up: the values in the workbook, and the defaults of its agreement. */
export type Choosing = Pick<Return, "agreement"> & { readonly settings: Pick<Return["settings"], "parameters"> };

/** The value of a setting: chosen in this workbook, else the agreement's default, else `fallback`. */
export function chosen(ret: Choosing, id: string, fallback: string): string {
  return (
    ret.settings.parameters[id] ??
    ret.agreement.parameters.find((parameter) => parameter.id === id)?.default ??
    fallback
  );
}

/** The name of a setting in PA_Instellingen. */
export const settingName = (ret: Return, id: string): string =>
  ret.agreement.parameters.find((parameter) => parameter.id === id)?.name ?? id;

/** A setting that is a number. */
export function chosenNumber(ret: Return, id: string, fallback: number): number {
  const value = Number(chosen(ret, id, String(fallback)).replace(",", "."));
  return Number.isFinite(value) ? value : fallback;
}
