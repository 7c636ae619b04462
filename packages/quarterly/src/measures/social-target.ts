import { fill } from "@prestatieafspraken/indicators";
import { measured, type Measure } from "./measurement.js";

/** How many social homes the remaining need asks for: on the figures of the agreement, with what its arithmetic gives beside it. */
export const socialTarget: Measure = (ret) => {
  const { agreedRemaining, need, realisedAtStart } = ret.agreement.figures;
  const computed = need && realisedAtStart ? Number(need.value) - Number(realisedAtStart.value) : null;
  return measured({}, [
    agreedRemaining && computed !== null && Number(agreedRemaining.value) !== computed
      ? fill(
          {
            nl: "Berekend over {agreed} woningen, zoals de tekst zegt; de rekensom van de afspraak geeft {computed}.",
            en: "Computed on {agreed} homes, as the text says; the arithmetic of the agreement gives {computed}.",
          },
          { agreed: agreedRemaining.value, computed },
        )
      : null,
  ]);
};
