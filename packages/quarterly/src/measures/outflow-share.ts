import { fill } from "@prestatieafspraken/indicators";
import { leftOut, total } from "./column.js";
import { CannotSay, measured, type Measure } from "./measurement.js";
import { chosen, parameterName } from "./parameter.js";
import { snapshot, standing } from "./projects.js";

/** Parameter id: "Uitstroom van". */
const OUTFLOW_OF = "uitstroom-van";

/** Which part of the new social homes suits people who leave care. */
export const outflowShare: Measure = (ret, { quarter }) => {
  if (chosen(ret, OUTFLOW_OF, "nieuwbouw") === "voorraad") {
    throw new CannotSay(
      fill(
        {
          nl: "De instelling '{name}' staat op voorraad, maar de opgave telt alleen in nieuwbouw hoeveel woningen geschikt zijn. Kies nieuwbouw, of bereken het aandeel met =PA.OUTFLOWSHARE(geschikt; sociaal).",
          en: "The setting '{name}' is voorraad, but the return counts suitable homes in new build only. Choose nieuwbouw, or calculate the share with =PA.OUTFLOWSHARE(suitable, social).",
        },
        { name: parameterName(ret, OUTFLOW_OF) },
      ),
    );
  }
  const plans = snapshot(ret, quarter);
  const { rows, notes } = standing(ret, plans);
  const social = total(plans.table, "Sociale huur", rows);
  // No social homes: none of them can be suitable, so an empty cell there is 0 by its definition.
  const suitable = total(plans.table, "Waarvan uitstroom", rows, (row) =>
    plans.table.value("Sociale huur", row) === 0 ? 0 : null,
  );
  return measured({ suitable: suitable.sum, social: social.sum }, [
    leftOut(plans.table, "Waarvan uitstroom", suitable.notApplicable),
    leftOut(plans.table, "Sociale huur", social.notApplicable),
    ...notes,
  ]);
};
