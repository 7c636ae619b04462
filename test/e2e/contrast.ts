/** Measures contrast on a page from computed colours: texts, also in charts, against the background behind them. */
import type { Page } from "playwright-core";

/** The number of texts checked, and those below 4.5:1 (3:1 for large text). Disabled controls are exempt. */
export const faintTexts = (page: Page): Promise<{ readonly looked: number; readonly faint: readonly string[] }> =>
  page.evaluate(() => {
    type Colour = readonly [number, number, number, number];
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
    const known = new Map<string, Colour>();
    const colourOf = (text: string): Colour => {
      const seen = known.get(text);
      if (seen) return seen;
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const colour: Colour = [r, g, b, a / 255];
      known.set(text, colour);
      return colour;
    };
    const over = (front: Colour, back: Colour): Colour => {
      const mix = (i: 0 | 1 | 2): number => front[i] * front[3] + back[i] * (1 - front[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    /** Relative luminance, WCAG 2.2. */
    const light = (colour: Colour): number => {
      const [r, g, b] = [colour[0], colour[1], colour[2]].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const backgrounds = new Map<Element | null, Colour>([[null, [255, 255, 255, 1]]]);
    const backgroundOf = (element: Element | null): Colour => {
      const seen = backgrounds.get(element);
      if (seen) return seen;
      const behind = over(colourOf(getComputedStyle(element!).backgroundColor), backgroundOf(element!.parentElement));
      backgrounds.set(element, behind);
      return behind;
    };
    const faint: string[] = [];
    let looked = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      const text = node.textContent!.trim();
      if (
        text === "" ||
        !element.checkVisibility() ||
        element.closest(":disabled, [aria-disabled=true], script, style")
      )
        continue;
      looked += 1;
      const style = getComputedStyle(element);
      const back = backgroundOf(element);
      const front = over(colourOf(element instanceof SVGElement ? style.fill : style.color), back);
      const [high, low] = [light(front), light(back)].sort((a, b) => b - a);
      const size = parseFloat(style.fontSize);
      const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      const ratio = (high! + 0.05) / (low! + 0.05);
      if (ratio < needed) faint.push(`${text.slice(0, 40)} ${ratio.toFixed(2)}`);
    }
    return { looked, faint };
  });
