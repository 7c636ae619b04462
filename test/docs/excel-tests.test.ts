// The list of what real Excel does names tests that exist, by how their titles begin.
import { expect, it } from "vitest";
import { textOf } from "./markdown-files.js";

const named = [...textOf("docs/developers/excel.md").matchAll(/^\|.*\| `([^`]+\.test\.ts)`: (.+?)\s*\|$/gm)].map(
  ([, file, title]) => ({ file: file!, title: title! }),
);

it("names a test for everything it says Excel does", () => {
  expect(named.length).toBeGreaterThan(35);
  const missing = named.filter(({ file, title }) => textOf(file).split(`("${title}`).length !== 2);
  expect(missing).toEqual([]);
});
