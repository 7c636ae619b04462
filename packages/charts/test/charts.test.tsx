/** @jsxImportSource preact */
import { JSDOM } from "jsdom";
import type { JSX } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bars, Classes, Course, Spark, courseInWords, onPaper, type CourseProps } from "../src/index.js";

const drawn = (chart: JSX.Element): SVGSVGElement =>
  new JSDOM(renderToStaticMarkup(chart)).window.document.querySelector("svg")!;
const numbers = (element: Element, ...names: string[]): number[] =>
  names.map((name) => Number(element.getAttribute(name)));

// Oegstgeest: 16.0% social in the third quarter of 2026, with an interim goal of 33%.
const share: CourseProps = {
  title: "Sociale voorraad",
  unit: "share",
  points: [
    { name: "Q1 2026", words: "eerste kwartaal 2026", value: 0.158 },
    { name: "Q2 2026", words: "tweede kwartaal 2026", value: null },
    { name: "Q3 2026", words: "derde kwartaal 2026", value: 0.1604 },
  ],
  norm: { value: 0.33, display: "ten minste 33%" },
  language: "nl",
};

describe("the name of a chart", () => {
  it("contains title, each moment and the norm, and occurs once", () => {
    const svg = drawn(<Course {...share} />);
    const name =
      "Sociale voorraad. eerste kwartaal 2026: 15,8%, tweede kwartaal 2026: onbekend, derde kwartaal 2026: 16,0%. Norm: ten minste 33%.";
    expect(courseInWords(share)).toBe(name);
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-label")).toBe(name);
    expect(svg.querySelectorAll("[aria-label], title")).toHaveLength(0);
    expect(drawn(<Spark {...share} />).getAttribute("aria-label")).toBe(name);
  });
  it("is in English if asked, with thousands separators", () => {
    const homes: CourseProps = {
      ...share,
      title: "Social homes",
      unit: "homes",
      points: [
        { name: "2026", value: 1090 },
        { name: "2027", value: null },
      ],
      norm: null,
      language: "en",
    };
    expect(courseInWords(homes)).toBe("Social homes. 2026: 1,090, 2027: unknown.");
  });
});

describe("a line chart", () => {
  it("leaves a gap for an unknown value: two lines, two dots", () => {
    const svg = drawn(<Course {...share} />);
    expect(svg.querySelectorAll("circle")).toHaveLength(2);
    expect(svg.querySelector("path")!.getAttribute("d")!.match(/M/g)).toHaveLength(2);
  });
  it("draws the norm as a dashed line at the right height, with its text", () => {
    const svg = drawn(<Course {...share} />);
    const [norm] = svg.querySelectorAll("line[stroke-dasharray]");
    const dots = [...svg.querySelectorAll("circle")].map((dot) => Number(dot.getAttribute("cy")));
    // 33% is above 16%, so its y is smaller.
    expect(Number(norm!.getAttribute("y1"))).toBeLessThan(Math.min(...dots));
    expect([...svg.querySelectorAll("text")].map((text) => text.textContent)).toContain("ten minste 33%");
  });
  it("puts equal values at equal heights, higher values higher", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 5000 }), { minLength: 2, maxLength: 20 }), (values) => {
        const points = values.map((value, i) => ({ name: String(i), value }));
        const svg = drawn(<Course {...share} unit="homes" norm={null} points={points} />);
        const ys = [...svg.querySelectorAll("circle")].map((dot) => Number(dot.getAttribute("cy")));
        values.forEach((value, i) =>
          values.forEach((other, j) => {
            if (value > other) expect(ys[i]!).toBeLessThan(ys[j]!);
            if (value === other) expect(ys[i]!).toBe(ys[j]!);
          }),
        );
      }),
      { numRuns: 40 },
    );
  });
  it("draws the future as a dashed line with open dots: a path to a goal", () => {
    const points = [0.16, 0.18, 0.21, 0.25, 0.3].map((value, i) => ({ name: String(2026 + i), value }));
    const svg = drawn(<Course {...share} points={points} ahead={2} />);
    expect(svg.querySelectorAll("path[stroke-dasharray]")).toHaveLength(1);
    expect([...svg.querySelectorAll("circle")].map((dot) => dot.getAttribute("fill"))).toEqual([
      onPaper.line,
      onPaper.line,
      "none",
      "none",
      "none",
    ]);
  });
  it("names as many moments as fit, and always the last", () => {
    const points = Array.from({ length: 24 }, (_, i) => ({
      name: `Q${(i % 4) + 1} ${2020 + Math.floor(i / 4)}`,
      value: i,
    }));
    const svg = drawn(<Course {...share} unit="homes" norm={null} points={points} />);
    const texts = [...svg.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts).toContain("Q4 2025");
    expect(texts.filter((text) => /^Q/.test(text)).length).toBeLessThan(8);
  });
  it("stays inside its frame for all values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 16 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, norm) => {
          const points = values.map((value, i) => ({ name: `Q${i}`, value }));
          const svg = drawn(<Course {...share} points={points} norm={{ value: norm, display: "norm" }} />);
          const [, , width, height] = svg.getAttribute("viewBox")!.split(" ").map(Number);
          for (const dot of svg.querySelectorAll("circle")) {
            const [x, y] = numbers(dot, "cx", "cy");
            expect(x! >= 0 && x! <= width! && y! >= 0 && y! <= height!).toBe(true);
          }
          for (const each of svg.querySelectorAll("line, text")) {
            const [y1 = 0, y = 0] = [each.getAttribute("y1"), each.getAttribute("y")].map((told) => Number(told ?? 0));
            expect(y1 >= 0 && y1 <= height! && y >= 0 && y <= height!).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("bars", () => {
  // Homes of three corporations, invented: 120 is twice 60.
  const bars = [
    { name: "MeerWonen", value: 120 },
    { name: "WYwonen", value: 60 },
    { name: "Portaal", value: null },
  ];
  const norm = { value: 90, display: "90" };
  const svg = drawn(<Bars title="Opgeleverd" unit="homes" bars={bars} norm={norm} language="nl" />);
  it("are as long as their values; an unknown value has a text and no bar", () => {
    const widths = [...svg.querySelectorAll("rect")].map((rect) => Number(rect.getAttribute("width")));
    expect(widths).toHaveLength(2);
    expect(widths[0]! / widths[1]!).toBeCloseTo(2, 6);
    expect(svg.getAttribute("aria-label")).toBe(
      "Opgeleverd. MeerWonen: 120, WYwonen: 60, Portaal: onbekend. Norm: 90.",
    );
  });
});

describe("classes", () => {
  const rows = [
    { name: "nulmeting", counts: { A: 20, C: 60, E: 20 } },
    { name: "nu", counts: { A: 50, C: 40, E: 10 } },
  ];
  const svg = drawn(<Classes title="Labels" classes={["A", "B", "C", "E"]} rows={rows} marked={["E"]} language="nl" />);
  it("divide each bar by homes, name the class inside, and outline the classes to be phased out", () => {
    const rects = [...svg.querySelectorAll("rect")];
    expect(rects).toHaveLength(6);
    const [a, c] = rects.map((rect) => Number(rect.getAttribute("width")));
    expect(c! / a!).toBeCloseTo(3, 6);
    expect(rects.filter((rect) => rect.getAttribute("stroke") === onPaper.norm)).toHaveLength(2);
    expect([...svg.querySelectorAll("text")].filter(({ textContent }) => textContent === "E")).toHaveLength(2);
    expect(svg.getAttribute("aria-label")).toBe("Labels. nulmeting: A 20, C 60, E 20. nu: A 50, C 40, E 10.");
  });
});
