import { plansShort, type PlanShort } from "@prestatieafspraken/indicators";
import { hasAll, numberIn, rowsOf, textIn } from "./columns.js";
import type { Return, ReturnTable } from "../return.js";
import { kept } from "../kept.js";

/** The student units that Nieuwbouw says were delivered and those that Studenten has, as far as art. 5 binds them. */
export interface StudentPlans {
  readonly projects: ReturnTable;
  /** The rows of the delivered projects with student units. */
  readonly rows: readonly number[];
  /** The delivered plans with fewer units in Studenten. */
  readonly short: readonly PlanShort[];
  /** All names and codes of projects in Nieuwbouw, delivered or not. */
  readonly known: readonly string[];
  /** The rows of Studenten by their complex. */
  readonly given: ReadonlyMap<string, readonly number[]>;
}

/** Compares the projects of the reporting quarter with the units; null without the columns for it. */
export function studentPlans(ret: Return): StudentPlans | null {
  const projects = ret.tables.get("PA_Nieuwbouw");
  const units = ret.tables.get("PA_Studenten");
  if (!hasAll(projects, "Kwartaal", "Projectnaam", "Partijtype", "Fase", "Studenteneenheden")) return null;
  const name = textIn(projects, "Projectnaam");
  const code = projects.has("Project_id") ? textIn(projects, "Project_id") : () => null;
  const quarter = textIn(projects, "Kwartaal");
  const kind = textIn(projects, "Partijtype");
  const phase = textIn(projects, "Fase");
  // Art. 5 binds commercial parties; a setting extends it to all.
  const isJudged = (type: string | null): boolean =>
    type === "commercieel" || ret.settings.parameters["studenten-beoordelen"] === "alle";
  const delivered = textIn(projects, "Oplevering werkelijk");
  const count = numberIn(projects, "Studenteneenheden");
  const rows = [...rowsOf(projects)].filter(
    (index) =>
      quarter(index) === ret.settings.quarter &&
      phase(index) === "opgeleverd" &&
      isJudged(kind(index)) &&
      (delivered(index) ?? ret.agreement.from) >= ret.agreement.from,
  );
  const byName = (nameOf: (index: number) => string | null): (readonly [string, number])[] =>
    rows.flatMap((index) => {
      const [plan, homes] = [nameOf(index), count(index)];
      return plan === null || homes === null ? [] : [[plan, homes] as const];
    });
  const given = new Map<string, number[]>();
  if (hasAll(units, "Complex", "Partijtype")) {
    const [complex, of] = [textIn(units, "Complex"), textIn(units, "Partijtype")];
    for (const index of rowsOf(units)) {
      const plan = isJudged(of(index)) ? complex(index) : null;
      if (plan === null) continue;
      kept(given, plan, () => []).push(index);
    }
  }
  const counts = [...given].map(([plan, list]) => [plan, list.length] as const);
  return {
    projects,
    rows,
    short: plansShort(byName(name), byName(code), counts),
    known: [...rowsOf(projects)].flatMap((index) => [name(index) ?? [], code(index) ?? []].flat()),
    given,
  };
}
