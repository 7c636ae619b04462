import { comparable } from "@prestatieafspraken/indicators";

/** An article as people write it ("art. 9", "Artikel 19a", "9.") in one spelling, to compare with the agreement's. */
export const articleOf = (text: string): string =>
  // A dot between figures tells 1.4.2 from 14.2; any other sign is a way of writing.
  comparable(text.replace(/(?<=\d)\.(?=\d)/g, "punt")).replace(
    /^(?:artikel|article|afspraak|art|nr)(?=[\da-z]*\d)/,
    "",
  );
