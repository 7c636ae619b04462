import { textIn } from "./columns.js";
import { defineRule } from "./rule.js";
import { studentPlans } from "./student-plans.js";

/** Shared by the examples: the reporting quarter, and a commercial project in it. */
const reported = [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }];
const project = (Projectnaam: string, Fase: string, Studenteneenheden: number) => ({
  ...{ Kwartaal: "2026-Q3", Partijtype: "commercieel" },
  ...{ Projectnaam, Fase, Studenteneenheden },
});

export const studenteneenhedenOntbreken = defineRule({
  id: "PA-309",
  severity: "warning",
  reads: ["PA_Studenten", "PA_Nieuwbouw"],
  title: { nl: "Van een plan ontbreken studenteneenheden", en: "A plan lacks student units" },
  why: {
    nl: "De norm van artikel 5 geldt per plan. Zonder de huur van elke eenheid is niet te zeggen of een plan eraan voldoet.",
    en: "The norm of article 5 holds for each plan. Without the rent of each unit nobody can say whether a plan meets it.",
  },
  message: {
    nl: "{name} is opgeleverd met {built:studenteneenheid|studenteneenheden}; in Studenten {rows|staat er|staan er} {rows}.",
    en: "{name} was delivered with {built:student unit|student units}; Studenten has {rows}.",
  },
  fix: {
    nl: "Vraag de ontwikkelaar om de huur van elke eenheid en zet die in Studenten, met bij Complex de naam van het project.",
    en: "Ask the developer for the rent of each unit and enter it in Studenten, with the name of the project under Complex.",
  },
  *check({ ret }) {
    const plans = studentPlans(ret);
    if (plans === null) return;
    const { projects, rows } = plans;
    const name = textIn(projects, "Projectnaam");
    const code = projects.has("Project_id") ? textIn(projects, "Project_id") : () => null;
    for (const short of plans.short) {
      const index = rows.find((row) => name(row) === short.name || code(row) === short.name)!;
      yield { table: projects, index, header: "Studenteneenheden", facts: { ...short } };
    }
  },
  examples: {
    good: {
      "as many as were delivered, under the name or the code of the project": {
        PA_Instellingen: reported,
        PA_Nieuwbouw: [
          { ...project("Hof", "opgeleverd", 2), Project_id: "P-7" },
          { ...project("Toren", "in aanbouw", 90), Project_id: "P-8" },
        ],
        PA_Studenten: [
          { Complex: "P-7", Partijtype: "commercieel", Eenheid_id: "1" },
          { Complex: "p-7", Partijtype: "commercieel", Eenheid_id: "2" },
        ],
      },
    },
    bad: {
      "one of three": {
        says: "Hof is opgeleverd met 3 studenteneenheden; in Studenten staat er 1",
        PA_Instellingen: reported,
        PA_Nieuwbouw: [project("Hof", "opgeleverd", 3)],
        PA_Studenten: [{ Complex: "hof", Partijtype: "commercieel", Eenheid_id: "1" }],
      },
      "as many under a name that Nieuwbouw does not have": {
        PA_Instellingen: reported,
        PA_Nieuwbouw: [project("Hof", "opgeleverd", 1)],
        PA_Studenten: [{ Complex: "Campus", Partijtype: "commercieel", Eenheid_id: "1" }],
      },
      "no table of units at all": { PA_Instellingen: reported, PA_Nieuwbouw: [project("Hof", "opgeleverd", 3)] },
    },
  },
});
