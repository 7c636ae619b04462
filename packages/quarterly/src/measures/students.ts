import { fill, type Text } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { chosen, parameterName } from "./parameter.js";

/** Parameter id: "Studenten tellen". */
export const STUDENTS_COUNT = "studenten-tellen";

/** Where student units count (the agreement's text leaves it open): in the part, in the whole, both, or neither. */
export function studentsCount(ret: Return): {
  readonly inPart: boolean;
  readonly inWhole: boolean;
  readonly note: (units: number) => Text | null;
} {
  const choice = chosen(ret, STUDENTS_COUNT, "geen");
  return {
    inPart: choice === "teller" || choice === "beide",
    inWhole: choice === "noemer" || choice === "beide",
    note: (units) =>
      units === 0
        ? null
        : fill(
            {
              nl: "Studenteneenheden ({units}): instelling '{name}' staat op '{choice}'.",
              en: "Student units ({units}): setting '{name}' is '{choice}'.",
            },
            { units, name: parameterName(ret, STUDENTS_COUNT), choice },
          ),
  };
}
