import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fingerprint } from "../src/reading/fingerprint.js";
import type { ReturnTable } from "../src/return.js";
import type { CellValue } from "../src/workbook.js";

/** A cell with its type, so that the text "1" and the number 1 differ; receipts of earlier versions rest on this form. */
const written = (value: CellValue): string =>
  value === null || value === ""
    ? ""
    : typeof value === "string"
      ? `"${value}`
      : typeof value === "object"
        ? `!${value.error}`
        : String(value);

it("is the SHA-256 of every cell with its type, whatever kinds of cells a column mixes", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 3 });
  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    text,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant({ error: "#N/A" }),
  );
  const column = fc.oneof(fc.array(text), fc.array(fc.double()), fc.array(cell));
  fc.assert(
    fc.property(column, (cells) => {
      const table = {
        definition: { name: "PA_Woningen", fields: [{ header: "Label" }] },
        length: cells.length,
        has: () => true,
        typedAt: () => (index: number) => cells[index]!,
      } as unknown as ReturnTable;
      const all = `\u001dPA_Woningen\u001f${cells.length}\u001eLabel\u001f${cells.map(written).join("\u001f")}`;
      expect(fingerprint([table])).toBe(createHash("sha256").update(all, "utf8").digest("hex"));
    }),
  );
});
