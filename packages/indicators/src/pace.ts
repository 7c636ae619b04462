import type Fraction from "fraction.js";
import type { Course } from "./course.js";
import { yearsBetween } from "./day.js";
import { change } from "./direction.js";
import { display, displayNorm } from "./display.js";
import { fill } from "./sentence.js";
import { untranslated, type Text } from "./text.js";
import type { Unit } from "./unit.js";

/** Years ahead beyond which a predicted date is meaningless. */
const horizon = 100;

/** The pace of a long-term goal since the first measurement, the year it leads to, and what new build needs. */
export function paceOf(
  value: Fraction,
  goal: Fraction,
  unit: Unit,
  day: string | undefined,
  course: Course,
): readonly Text[] {
  const said: Text[] = [];
  const start = course.baseline;
  const isSure = start?.doubt === undefined && start?.range === undefined;
  if (start && isSure && day !== undefined && start.day < day) {
    const years = yearsBetween(start.day, day);
    const gained = value.sub(start.value);
    const facts = {
      sign: untranslated(gained.equals(0) ? "" : gained.gt(0) ? "+" : "−"),
      gained: change(gained.abs(), unit),
      since: start.day,
      goal: displayNorm(goal, unit),
    };
    const left = goal.sub(value);
    const needed = gained.equals(0) || gained.s !== left.s ? null : left.div(gained.div(years));
    said.push(
      fill(
        needed === null
          ? {
              nl: "sinds {since:day} {sign}{gained}: in dit tempo wordt {goal} nooit bereikt",
              en: "{sign}{gained} since {since:day}: at this pace {goal} is never reached",
            }
          : needed.gt(horizon)
            ? {
                nl: "sinds {since:day} {sign}{gained}: in dit tempo duurt het meer dan honderd jaar tot {goal}",
                en: "{sign}{gained} since {since:day}: at this pace {goal} is more than a hundred years away",
              }
            : {
                nl: "sinds {since:day} {sign}{gained}: in dit tempo wordt {goal} bereikt in {year}",
                en: "{sign}{gained} since {since:day}: at this pace {goal} is reached in {year}",
              },
        { ...facts, year: needed === null ? "" : String(Number(day.slice(0, 4)) + needed.ceil().valueOf()) },
      ),
    );
  }
  const additions = course.additions;
  if (additions) {
    const part = display(additions, "share", [goal]);
    said.push(
      additions.lte(goal)
        ? fill(
            {
              nl: "met {part} sociaal in de nieuwbouw wordt {goal} nooit bereikt",
              en: "with {part} social in new build {goal} is never reached",
            },
            { part, goal: displayNorm(goal, unit) },
          )
        : fill(
            {
              nl: "met {part} sociaal in de nieuwbouw is {goal} bereikbaar",
              en: "with {part} social in new build {goal} can be reached",
            },
            { part, goal: displayNorm(goal, unit) },
          ),
    );
  }
  return said;
}
