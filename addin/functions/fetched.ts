import type { Text } from "@prestatieafspraken/indicators";

/** A part of the product that is fetched when it is needed, and was not there. */
export class PartMissing extends Error {
  override readonly name = "PartMissing";
  readonly sentence: Text = {
    nl: "Er is een nieuwe versie van Prestatieafspraken, of de server is niet bereikbaar. Sla de werkmap op, sluit hem en open hem opnieuw.",
    en: "There is a new version of Prestatieafspraken, or the server cannot be reached. Save the workbook, close it and open it again.",
  };
}

/** Fetches a part of the product; what cannot be fetched is said in a sentence that names the remedy. */
export async function fetched<T>(part: () => Promise<T>): Promise<T> {
  try {
    return await part();
  } catch (error) {
    throw Object.assign(new PartMissing("a part of the add-in could not be fetched"), { cause: error });
  }
}
