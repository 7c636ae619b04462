import { fill, type FigureId } from "@prestatieafspraken/indicators";
import type { Return } from "../return.js";
import { CannotSay } from "./measurement.js";

/** A figure the agreement starts from, as a number, or the reason it cannot be used. */
export function figure(ret: Return, id: FigureId): number {
  const found = ret.agreement.figures[id];
  if (found) return Number(found.value);
  throw new CannotSay(
    fill(
      {
        nl: "In de afspraak {agreement} staat het cijfer '{id}' niet. Zet het in het bestand van de afspraak, met bron.",
        en: "The agreement {agreement} does not hold the figure '{id}'. Add it to the agreement file, with its source.",
      },
      { agreement: ret.agreement.title, id },
    ),
  );
}
