import { leftOut, total } from "./column.js";
import { measured, type Measure } from "./measurement.js";
import { snapshot, standing } from "./projects.js";

/** Which part of the new social homes suits people who leave care. */
export const outflowShare: Measure = (ret, { quarter }) => {
  const plans = snapshot(ret, quarter);
  const rows = standing(plans);
  const social = total(plans.table, "Sociale huur", rows);
  // No social homes: none of them can be suitable, so an empty cell there is 0 by its definition.
  const suitable = total(plans.table, "Waarvan uitstroom", rows, (row) =>
    plans.table.value("Sociale huur", row) === 0 ? 0 : null,
  );
  return measured({ suitable: suitable.sum, social: social.sum }, [
    leftOut(plans.table, "Waarvan uitstroom", suitable.notApplicable),
    leftOut(plans.table, "Sociale huur", social.notApplicable),
  ]);
};
