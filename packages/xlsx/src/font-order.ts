/** The order in which the format wants what a font says (CT_Font, ECMA-376 part 1, 18.8.22); Excel repairs a file that has another. */
const order = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name"];

/** The place of an element inside a font, by its name without prefix; after all others where nobody knows it. */
export const placeInFont = (name: string): number => {
  const found = order.indexOf(name);
  return found < 0 ? order.length : found;
};
