import { fill, InputError } from "@prestatieafspraken/indicators";
import { report, type ReportOptions } from "../report/report.js";
import type { Return } from "../return.js";
import { addToRegion, type Region } from "./region.js";

/** A return with the name of its file, for messages. */
export interface NamedReturn {
  readonly name: string;
  readonly ret: Return;
}

/** The published reports of several municipalities, by indicator. */
export interface SideBySide {
  readonly region: Region;
  /** In the order of the returns. */
  readonly municipalities: readonly string[];
}

/**
 * Puts the reports of municipalities side by side, as `pa region` and the pane do. Takes one return at a time and keeps only its
 * figures, so a thousand returns need no more memory than one.
 * @throws InputError if two returns are about the same municipality, or a quarter is unknown.
 */
export async function sideBySide(
  returns: AsyncIterable<NamedReturn>,
  options: Pick<ReportOptions, "quarter" | "versions"> = {},
): Promise<SideBySide> {
  const region: Region = new Map();
  const from = new Map<string, string>();
  for await (const { name, ret } of returns) {
    const made = await report(ret, { ...options, publication: true });
    const { municipality } = made.agreement;
    const before = from.get(municipality);
    if (before !== undefined)
      throw new InputError(
        fill(
          {
            nl: "{before} en {name} gaan allebei over {municipality}. Breng ze eerst samen: pa merge, of Verzamelen in het taakvenster.",
            en: "{before} and {name} are both about {municipality}. Bring them together first: pa merge, or Collect in the pane.",
          },
          { before, name, municipality },
        ),
        "returns",
      );
    from.set(municipality, name);
    addToRegion(region, ret, made);
  }
  return { region, municipalities: [...from.keys()] };
}
