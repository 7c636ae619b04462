import type { Text } from "@prestatieafspraken/indicators";

/** Error: a part of the product could not be loaded. */
export class PartMissing extends Error {
  override readonly name = "PartMissing";
  readonly sentence: Text = {
    nl: "Er is een nieuwe versie van Prestatieafspraken, of de server is niet bereikbaar. Sla de werkmap op, sluit hem en open hem opnieuw.",
    en: "There is a new version of Prestatieafspraken, or the server cannot be reached. Save the workbook, close it and open it again.",
  };
}

/** Loads a part of the product on demand; on failure, rejects with a sentence that says what to do. */
export async function fetched<T>(part: () => Promise<T>): Promise<T> {
  try {
    return await part();
  } catch (error) {
    throw Object.assign(new PartMissing("a part of the add-in could not be fetched"), { cause: error });
  }
}
