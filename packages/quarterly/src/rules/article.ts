import { comparable } from "@prestatieafspraken/indicators";

/** An article as people write it ("art. 9", "Artikel 19a", "9.") in one spelling, to compare with the agreement's. */
export const articleOf = (text: string): string =>
  comparable(text).replace(/^(?:artikel|article|afspraak|art|nr)(?=\d)/, "");
