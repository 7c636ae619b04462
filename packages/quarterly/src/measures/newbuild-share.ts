import { fill, type Text } from "@prestatieafspraken/indicators";
import type { Return, ReturnTable } from "../return.js";
import { leftOut, requireColumn, total, totalForNote, unusable } from "./column.js";
import { measured, type Measure } from "./measurement.js";
import { chosen, parameterName } from "./parameter.js";
import { snapshot, standing, zeroByTotal } from "./projects.js";
import { studentsCount } from "./students.js";

/** Social homes of all standing projects against their homes; student units apart unless chosen otherwise. */
export const newbuildShare: Measure = (ret, { quarter }) => {
  const plans = snapshot(ret, quarter);
  const { rows, notes: leftOutProjects } = standing(ret, plans);
  const social = total(plans.table, "Sociale huur", rows);
  const homes = total(plans.table, "Totaal", rows);
  const students = total(plans.table, "Studenteneenheden", rows, zeroByTotal(plans.table)).sum;
  const count = studentsCount(ret);
  const commercial = count.inWhole ? 0 : commercialStudents(ret, plans.table, rows);
  const notes: (Text | null)[] = [
    count.note(students),
    commercial === 0
      ? null
      : fill(
          {
            nl: "{commercial} studenteneenheden van commerciële partijen tellen mee in de noemer (instelling '{name}': meetellen).",
            en: "{commercial} student units of commercial parties count in the denominator (setting '{name}': meetellen).",
          },
          { commercial, name: parameterName(ret, COMMERCIAL_STUDENTS) },
        ),
    ...leftOutProjects,
    undecided(totalForNote(plans.table, "Nader te bepalen", rows, zeroByTotal(plans.table)) ?? 0),
    leftOut(plans.table, "Sociale huur", social.notApplicable),
    leftOut(plans.table, "Totaal", homes.notApplicable),
  ];
  return measured(
    {
      social: social.sum + (count.inPart ? students : 0),
      homes: homes.sum,
      students: count.inWhole ? 0 : students - commercial,
    },
    notes,
  );
};

const undecided = (homes: number): Text | null =>
  homes === 0
    ? null
    : fill(
        {
          nl: "Van {homes} woningen is het segment nog niet bepaald; ze tellen mee in het totaal, niet als sociaal.",
          en: "The segment of {homes} homes is not decided yet; they count in the total, not as social.",
        },
        { homes },
      );

/** Parameter id: "Commerciële studenten". */
const COMMERCIAL_STUDENTS = "commerciele-studenten";

/** Student units that count as homes because a commercial party builds them; none unless PA_Instellingen says so. */
function commercialStudents(ret: Return, table: ReturnTable, rows: readonly number[]): number {
  if (chosen(ret, COMMERCIAL_STUDENTS, "als DUWO") !== "meetellen") return 0;
  requireColumn(table, "Partijtype");
  const theirs = rows.filter((row) => {
    if (table.value("Studenteneenheden", row) === 0) return false;
    const kind = table.value("Partijtype", row);
    if (kind === null) throw unusable(table, "Partijtype", row);
    return kind === "commercieel";
  });
  return total(table, "Studenteneenheden", theirs, zeroByTotal(table)).sum;
}
