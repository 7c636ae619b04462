import fc from "fast-check";
import { expect, it } from "vitest";
import { pairsByKey } from "../src/rules/columns.js";

it("finds for every row the first one with its key, as a map of all keys would", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.string({ maxLength: 2 })), { maxLength: 200 }), (keys) => {
      const first = new Map<string, number>();
      const wanted = keys.flatMap((key, index) => {
        if (key === null) return [];
        const other = first.get(key);
        if (other === undefined) first.set(key, index);
        return other === undefined ? [] : [{ index, other }];
      });
      expect(pairsByKey(keys.length, (index) => keys[index]!)).toEqual(wanted);
    }),
  );
});
