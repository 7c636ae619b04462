import { fill } from "@prestatieafspraken/indicators";
import { leftOut, total, totalForNote } from "./column.js";
import { figure } from "./figures.js";
import { measured, type Measure } from "./measurement.js";
import { delivered, zeroByTotal } from "./projects.js";

/** Need minus what was realised at the start and what has been delivered since the agreement began. */
export const remainingNeed: Measure = (ret, { quarter }) => {
  const atStart = figure(ret, "realisedAtStart");
  const { table, rows, notes } = delivered(ret, quarter);
  const homes = total(table, "Totaal", rows);
  const students = totalForNote(table, "Studenteneenheden", rows, zeroByTotal(table)) ?? 0;
  return measured({ need: figure(ret, "need"), realised: atStart + homes.sum }, [
    fill(
      {
        nl: "Gerealiseerd: {start} bij de start van de afspraak + {homes} in {projects} sindsdien opgeleverde project(en).",
        en: "Realised: {start} when the agreement began + {homes} in {projects} project(s) delivered since.",
      },
      { start: atStart, homes: homes.sum, projects: rows.length },
    ),
    students === 0
      ? null
      : fill(
          { nl: "Waarvan {students} studenteneenheden.", en: "Of which {students} student units." },
          { students: students },
        ),
    leftOut(table, "Totaal", homes.notApplicable),
    ...notes,
  ]);
};
