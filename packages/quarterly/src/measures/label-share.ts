import { fill } from "@prestatieafspraken/indicators";
import { labelStand } from "./label-stand.js";
import { measured, type Measure } from "./measurement.js";
import { chosenNumber } from "./parameter.js";

/** E, F and G among homes with a known label; exceptions and unknown labels apart. */
export const labelShare: Measure = (ret, ask) => {
  const stand = labelStand(ret, ask, "LABELSHARE");
  const labels = [...stand.labels.keys()].sort();
  const known = [...stand.labels.values()].reduce((sum, homes) => sum + homes, 0);
  const threshold = chosenNumber(ret, "onbekende-labels-boven", 0.05);
  const many = stand.unknown > threshold * (stand.unknown + known + stand.excepted);
  return measured(
    { labels, counts: labels.map((label) => stand.labels.get(label)!) },
    [
      ...stand.notes,
      many
        ? fill(
            {
              nl: "Meer dan {percent}% van de labels is onbekend; vraag ze eerst op.",
              en: "More than {percent}% of the labels are unknown; ask for them first.",
            },
            { percent: threshold * 100 },
          )
        : null,
    ],
    { open: stand.open, ...(stand.unproven && { unproven: stand.unproven }) },
  );
};
