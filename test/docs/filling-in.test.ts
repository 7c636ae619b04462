// The good row of each table on the page about filling in is one: its columns are those of the table, and it is read without an error.
import { describe, expect, it } from "vitest";
import { agreements } from "@prestatieafspraken/agreements";
import { returnFrom, table as definitionOf, validate } from "@prestatieafspraken/quarterly";
import { textOf } from "./markdown-files.js";

const cellsOf = (line: string): string[] =>
  line
    .slice(1, line.lastIndexOf("|"))
    .split("|")
    .map((cell) => cell.trim());

const rows = (["nl", "en"] as const).flatMap((language) =>
  [...textOf(`docs/manual/${language}/filling-in.md`).matchAll(/^## (\w+)$[\s\S]*?^(\|.+)\n\|[ :|-]+\n(\|.+)$/gm)].map(
    ([, name, head, row]) => [`${language}: ${name!}`, `PA_${name!}`, cellsOf(head!), cellsOf(row!)] as const,
  ),
);

it("six tables have one, in each language", () => {
  expect(rows.length).toBe(12);
});

describe.each(rows)("%s", (_title, name, heads, cells) => {
  const { fields } = definitionOf(name)!;
  it("has columns of the table, all required ones among them", () => {
    const headers = fields.map(({ header }): string => header);
    expect(heads.filter((head) => !headers.includes(head))).toEqual([]);
    expect(
      fields.filter(({ header, required }) => required && !heads.includes(header)).map(({ header }) => header),
    ).toEqual([]);
  });
  it("is read without an error", async () => {
    const row = Object.fromEntries(heads.map((head, i) => [head, cells[i]!]));
    const made = await returnFrom({ [name]: [row] }, { agreements, quarter: "2026-Q3" });
    const wrong = validate(made).filter(
      ({ severity, table, cell }) => severity === "error" && table === name && cell !== null,
    );
    expect(wrong.map(({ rule, message }) => `${rule}: ${message.nl}`)).toEqual([]);
  });
});
