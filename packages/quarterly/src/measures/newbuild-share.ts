import { fill, type Text } from "@prestatieafspraken/indicators";
import { leftOut, total, totalForNote } from "./column.js";
import { measured, type Measure } from "./measurement.js";
import { snapshot, standing, zeroByTotal } from "./projects.js";
import { studentsCount } from "./students.js";

/** Social homes of all standing projects against their homes; student units apart unless chosen otherwise. */
export const newbuildShare: Measure = (ret, { quarter }) => {
  const plans = snapshot(ret, quarter);
  const rows = standing(plans);
  const social = total(plans.table, "Sociale huur", rows);
  const homes = total(plans.table, "Totaal", rows);
  const students = total(plans.table, "Studenteneenheden", rows, zeroByTotal(plans.table)).sum;
  const count = studentsCount(ret);
  const dropped = plans.rows.length - rows.length;
  const notes: (Text | null)[] = [
    count.note(students),
    dropped === 0
      ? null
      : fill(
          { nl: "{dropped} vervallen project(en) niet meegeteld.", en: "{dropped} dropped project(s) not counted." },
          { dropped },
        ),
    undecided(totalForNote(plans.table, "Nader te bepalen", rows, zeroByTotal(plans.table)) ?? 0),
    leftOut(plans.table, "Sociale huur", social.notApplicable),
    leftOut(plans.table, "Totaal", homes.notApplicable),
  ];
  return measured(
    {
      social: social.sum + (count.inPart ? students : 0),
      homes: homes.sum,
      students: count.inWhole ? 0 : students,
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
