/** Order of elements in a font (CT_Font, ECMA-376 part 1, 18.8.22); Excel "repairs" files that use another order. */
const order = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name"];

/** The position of an element in a font, by its name without prefix; unknown elements come last. */
export const placeInFont = (name: string): number => {
  const found = order.indexOf(name);
  return found < 0 ? order.length : found;
};
