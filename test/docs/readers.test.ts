// The record of the seven readers is of the steps that scripts/readers.mjs follows, and each arrived.
import { expect, it } from "vitest";
import { textOf } from "./markdown-files.js";

const script = textOf("scripts/readers.mjs");
const quoted = (pattern: RegExp): string[] => [...script.matchAll(pattern)].map(([, text]) => text!);
const sections = textOf("docs/developers/readers.md").split(/^## /m).slice(1);

it("has a section for each reader: start, steps, end and time", () => {
  const names = quoted(/^ {4}name: "(.+)",$/gm);
  expect(names).toHaveLength(7);
  expect(sections.map((section) => section.split("\n")[0])).toEqual(names);
  for (const section of sections) {
    expect(section).toMatch(/^Start: .+\.$/m);
    expect(section).toMatch(/^End, after \d+ s: (?!NOT THERE).+\.$/m);
  }
});

it("has the steps of the script", () => {
  const followed = sections.flatMap((section) => [...section.matchAll(/^\d\. (.+)\.$/gm)].map(([, step]) => step!));
  expect(followed.map((step) => step.toLowerCase())).toEqual(
    quoted(/^ +step\("(.+)"\);$/gm).map((step) => step.toLowerCase()),
  );
});
