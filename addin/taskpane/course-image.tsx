import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ReportLine } from "@prestatieafspraken/quarterly";
import { usePane } from "./pane-context.js";
import type { Course } from "./trend-drawing.js";
import { words } from "./words.js";

export const drawing = () => import(/* webpackChunkName: "drawing" */ "./trend-drawing.js");

const colour = (element: Element, token: string): string =>
  getComputedStyle(element).getPropertyValue(`--${token}`).trim() || "#000000";

export const coloursOf = (element: Element): Course["colours"] => ({
  ink: colour(element, "colorNeutralForeground2"),
  line: colour(element, "colorBrandForeground1"),
  grid: colour(element, "colorNeutralStrokeAccessible"),
  norm: colour(element, "colorStatusDangerForeground1"),
});

/** The course of a line over the quarters, ready to be drawn; null where there are no two points. */
export function courseOf(line: ReportLine, display: string): Omit<Course, "colours"> | null {
  const points = line.trend.map(({ quarter, value }) => ({ name: quarter, value }));
  if (points.filter(({ value }) => value !== null).length < 2) return null;
  const value = line.norm?.value;
  return {
    unit: line.unit,
    points,
    norm: value === null || value === undefined ? null : { value, display: display.replace(/ \(.*$/, "") },
  };
}

/** A small chart as an image with words; the charting library is fetched when the first one comes. */
export function CourseImage({
  course,
  title,
  small = false,
}: {
  readonly course: Omit<Course, "colours">;
  readonly title: string;
  /** Only the shape, to stand beside a figure. */
  readonly small?: boolean;
}): JSX.Element {
  const { state, t } = usePane();
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ src: string; alt: string } | null>(null);
  const told = JSON.stringify(course);
  useEffect(() => {
    const element = place.current;
    const pane = element?.closest(".pa-pane");
    if (!element || !pane) return;
    let here = true;
    const draw = async (): Promise<void> => {
      const { axisNumber, drawCourse, drawSpark } = await drawing();
      if (!here) return;
      const points = course.points
        .map(({ name, value }) => `${name} ${value === null ? "–" : axisNumber(value, course.unit, state.language)}`)
        .join(", ");
      setDrawn({
        src: small
          ? drawSpark({ ...course, colours: coloursOf(pane) })
          : drawCourse({ ...course, colours: coloursOf(pane) }, state.language),
        alt: t(words.indicators.trend, { title, points }),
      });
    };
    const again = (): void => void draw();
    again();
    pane.addEventListener("theme", again);
    return () => {
      here = false;
      pane.removeEventListener("theme", again);
    };
  }, [told, title, state.language]);
  return (
    <div ref={place} class={small ? "pa-chart pa-spark" : "pa-chart"}>
      {drawn && <img src={drawn.src} alt={drawn.alt} width={small ? 96 : 280} height={small ? 28 : 130} />}
    </div>
  );
}
