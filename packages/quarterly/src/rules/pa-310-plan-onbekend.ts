import { closest, planKey } from "@prestatieafspraken/indicators";
import { defineRule } from "./rule.js";
import { studentPlans } from "./student-plans.js";

const reported = [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }];
const project = (Projectnaam: string, Studenteneenheden: number) => ({
  ...{ Kwartaal: "2026-Q3", Partijtype: "commercieel", Fase: "opgeleverd" },
  ...{ Projectnaam, Studenteneenheden },
});
const unit = (Complex: string) => ({ Complex, Partijtype: "commercieel", Eenheid_id: "1" });

export const planOnbekend = defineRule({
  id: "PA-310",
  severity: "warning",
  reads: ["PA_Studenten", "PA_Nieuwbouw"],
  title: { nl: "Complex dat geen project van Nieuwbouw is", en: "Complex that is not a project in Nieuwbouw" },
  why: {
    nl: "De norm van artikel 5 geldt per plan. Eenheden onder een andere naam tellen niet mee voor het plan waar ze bij horen.",
    en: "The norm of article 5 holds for each plan. Units under another name do not count for the plan they belong to.",
  },
  message: {
    nl: "In Studenten {count|staat|staan} {count:eenheid|eenheden} onder '{name}'. Zo heet geen project in Nieuwbouw, en van {short} ontbreken eenheden.{meant}",
    en: "Studenten has {count:unit|units} under '{name}'. No project in Nieuwbouw has that name, and {short} lacks units.{meant}",
  },
  fix: {
    nl: "Zet bij Complex de naam of de code van het project zoals die in Nieuwbouw staat.",
    en: "Enter the project's name or code under Complex as in Nieuwbouw.",
  },
  *check({ ret }) {
    const plans = studentPlans(ret);
    const units = ret.tables.get("PA_Studenten");
    if (plans === null || units === undefined) return;
    const { known, given } = plans;
    const short = plans.short.map(({ name }) => name).sort();
    // Units of an older complex are no project here; they only matter where a plan lacks units.
    if (short.length === 0) return;
    const names = new Set(known.map(planKey));
    for (const [name, rows] of given) {
      if (names.has(planKey(name))) continue;
      const meant = closest(name, short);
      yield {
        table: units,
        index: rows[0]!,
        header: "Complex",
        facts: {
          count: rows.length,
          name,
          short: short.join(", "),
          meant: meant === null ? "" : { nl: ` Bedoelt u '${meant}'?`, en: ` Did you mean '${meant}'?` },
        },
      };
    }
  },
  examples: {
    good: {
      "an older complex, while no plan lacks units": {
        PA_Instellingen: reported,
        PA_Nieuwbouw: [project("Hof", 1)],
        PA_Studenten: [unit("Hof"), { ...unit("De Oude Campus"), Eenheid_id: "2" }],
      },
    },
    bad: {
      "spelt otherwise": {
        says: "staat 1 eenheid onder 'Hof aan de Vaart'. Zo heet geen project in Nieuwbouw, en van Hof a/d Vaart ontbreken eenheden. Bedoelt u 'Hof a/d Vaart'?",
        PA_Instellingen: reported,
        PA_Nieuwbouw: [project("Hof a/d Vaart", 1)],
        PA_Studenten: [unit("Hof aan de Vaart")],
      },
    },
  },
});
