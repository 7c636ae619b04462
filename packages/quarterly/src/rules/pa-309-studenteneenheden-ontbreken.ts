import { plansShort } from "@prestatieafspraken/indicators";
import { hasAll, numberIn, rowsOf, textIn } from "./columns.js";
import { defineRule } from "./rule.js";

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
  *check({ table: get, ret }) {
    const projects = get("PA_Nieuwbouw");
    const units = get("PA_Studenten");
    if (!hasAll(projects, "Kwartaal", "Projectnaam", "Partijtype", "Fase", "Studenteneenheden")) return;
    const name = textIn(projects, "Projectnaam");
    const quarter = textIn(projects, "Kwartaal");
    const kind = textIn(projects, "Partijtype");
    const phase = textIn(projects, "Fase");
    // Art. 5 binds commercial parties; a setting extends it to all.
    const isJudged = (type: string | null): boolean =>
      type === "commercieel" || ret.settings.parameters["studenten-beoordelen"] === "alle";
    const delivered = textIn(projects, "Oplevering werkelijk");
    const count = numberIn(projects, "Studenteneenheden");
    const plans = [...rowsOf(projects)].filter(
      (index) =>
        quarter(index) === ret.settings.quarter &&
        phase(index) === "opgeleverd" &&
        isJudged(kind(index)) &&
        (delivered(index) ?? ret.agreement.from) >= ret.agreement.from,
    );
    const built = plans.flatMap((index) => {
      const [plan, homes] = [name(index), count(index)];
      return plan === null || homes === null ? [] : [[plan, homes] as const];
    });
    const given = new Map<string, number>();
    if (hasAll(units, "Complex", "Partijtype")) {
      const [complex, of] = [textIn(units, "Complex"), textIn(units, "Partijtype")];
      for (const index of rowsOf(units)) {
        const plan = isJudged(of(index)) ? complex(index) : null;
        if (plan !== null) given.set(plan, (given.get(plan) ?? 0) + 1);
      }
    }
    for (const short of plansShort(built, given)) {
      const index = plans.find((row) => name(row) === short.name)!;
      yield { table: projects, index, header: "Studenteneenheden", facts: { ...short } };
    }
  },
  examples: {
    good: [
      {
        name: "as many as were delivered; another name may be the same plan",
        tables: {
          PA_Instellingen: reported,
          PA_Nieuwbouw: [project("Hof", "opgeleverd", 2), project("Toren", "in aanbouw", 90)],
          PA_Studenten: [
            { Complex: "Campus Hof", Partijtype: "commercieel", Eenheid_id: "1" },
            { Complex: "Campus Hof", Partijtype: "commercieel", Eenheid_id: "2" },
          ],
        },
      },
    ],
    bad: [
      {
        name: "one of three",
        says: "Hof is opgeleverd met 3 studenteneenheden; in Studenten staat er 1",
        tables: {
          PA_Instellingen: reported,
          PA_Nieuwbouw: [project("Hof", "opgeleverd", 3)],
          PA_Studenten: [{ Complex: "hof", Partijtype: "commercieel", Eenheid_id: "1" }],
        },
      },
      {
        name: "no table of units at all",
        tables: {
          PA_Instellingen: reported,
          PA_Nieuwbouw: [project("Hof", "opgeleverd", 3)],
        },
      },
    ],
  },
});
