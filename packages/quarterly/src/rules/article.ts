import { comparable } from "@prestatieafspraken/indicators";

/** Normalises an article number ("art. 9", "Artikel 19a", "9.") for comparison with the agreement's. */
export const articleOf = (text: string): string =>
  // A dot between digits distinguishes 1.4.2 from 14.2; other punctuation does not matter.
  comparable(text.replace(/(\d)\.(?=\d)/g, "$1punt")).replace(/^(?:artikel|article|afspraak|art|nr)(?=[\da-z]*\d)/, "");
