// A renderer that follows GitHub (HTML allowed, bare addresses become links) shows every text unchanged.
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { markdownText } from "../src/index.js";

const markdown = new MarkdownIt({ html: true, linkify: true });
/** The text shown, and the types of its Markdown tokens. */
function rendered(text: string): { shown: string; kinds: Set<string> } {
  const parts = markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  return {
    shown: parts
      .filter(({ type }) => type === "text" || type === "text_special")
      .map(({ content }) => content)
      .join(""),
    kinds: new Set(parts.map(({ type }) => type)),
  };
}
const only = ["paragraph_open", "paragraph_close", "inline", "text", "text_special"];

describe("a text in Markdown", () => {
  it.each([
    "<script>alert(1)</script>",
    "![x](https://elders.example/x.png)",
    "[klik](javascript:alert(1))",
    "https://elders.example",
    "www.elders.example",
    "naam@elders.example",
    "**vet** _schuin_ `code` ~~weg~~",
    "# kop",
    "- lijst",
    "1. lijst",
    "a | b",
    "&lt;b&gt; &copy;",
    "8,3% = 55 / 660 (norm ≥ 30%)",
  ])("%s says just that", (text) => {
    const { shown, kinds } = rendered(markdownText(text));
    expect(shown).toBe(text);
    expect([...kinds].filter((kind) => !only.includes(kind))).toEqual([]);
  });

  it("whatever it is made of", () => {
    const part = fc.constantFrom(
      "<b>",
      "](",
      "[",
      "!",
      "*",
      "_",
      "`",
      "~~",
      "|",
      "\\",
      "#",
      "1.",
      "-",
      "&amp;",
      "://",
      "www.",
      "a",
      " b",
      "=",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = `x${parts.join("")}`;
        const { shown, kinds } = rendered(markdownText(text));
        expect(shown).toBe(text.trim());
        expect([...kinds].filter((kind) => !only.includes(kind))).toEqual([]);
      }),
    );
  });

  it("stays on one line", () => {
    expect(markdownText("a\n\n# b\r\nc")).toBe("a # b c");
  });
});
