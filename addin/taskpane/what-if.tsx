import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { display, Fraction, InputError, type Text } from "@prestatieafspraken/indicators";
import { path, type Path, type Return } from "@prestatieafspraken/quarterly";
import { CourseImage } from "./course-image.js";
import { usePane } from "./pane-context.js";
import { words } from "./words.js";

/** Homes per year according to the agreement: the slider's initial value. */
function plannedPerYear({ agreement }: Return): number {
  const remaining = Number(agreement.figures.agreedRemaining?.value ?? agreement.figures.need?.value ?? 1000);
  const years = Number(agreement.until.slice(0, 4)) - Number(agreement.from.slice(0, 4)) + 1;
  return Math.max(10, Math.round(remaining / years / 10) * 10);
}

/** The path to the target share of social homes, for a number of new homes per year and a social share of these. */
export function WhatIf(): JSX.Element | null {
  const { state, t } = usePane();
  const { ret } = state;
  const [additions, setAdditions] = useState<number | null>(null);
  const [part, setPart] = useState(30);
  if (!ret) return null;
  const perYear = additions ?? plannedPerYear(ret);
  const until = Number(ret.agreement.until.slice(0, 4));
  const found = projected(ret, perYear, part, until);
  return (
    <section>
      <h2>{t(words.indicators.path)}</h2>
      <p class="pa-help">{t(words.indicators.pathWhat)}</p>
      <Slider
        id="pa-additions"
        label={t(words.indicators.additions)}
        value={perYear}
        shown={String(perYear)}
        min={10}
        max={1000}
        step={10}
        choose={setAdditions}
      />
      <Slider
        id="pa-social-part"
        label={t(words.indicators.socialPart)}
        value={part}
        shown={`${part}%`}
        min={0}
        max={100}
        step={5}
        choose={setPart}
      />
      {"nl" in found ? <p role="status">{t(found)}</p> : <Projection found={found} until={until} />}
    </section>
  );
}

function Slider({
  id,
  label,
  value,
  shown,
  min,
  max,
  step,
  choose,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly choose: (value: number) => void;
}): JSX.Element {
  return (
    <div class="pa-field">
      <div class="pa-pair">
        <label for={id}>{label}</label>
        <output for={id}>{shown}</output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onInput={(event) => choose(Number(event.currentTarget.value))}
      />
    </div>
  );
}

function projected(ret: Return, additionsPerYear: number, part: number, until: number): Path | Text {
  try {
    return path(ret, { additionsPerYear, socialShareInAdditions: part / 100, until });
  } catch (error) {
    if (error instanceof InputError) return error.sentence;
    throw error;
  }
}

function Projection({ found, until }: { readonly found: Path; readonly until: number }): JSX.Element {
  const { t } = usePane();
  const target = t(display(new Fraction(found.target), "share"));
  const first = found.years[0]?.year ?? until;
  const homes = found.homesToTarget.value;
  const years = until - first;
  return (
    <>
      <div role="status">
        <p>
          {found.reachedIn === null
            ? t(words.indicators.reachedNever, { target })
            : found.reachedIn <= until
              ? t(words.indicators.reachedIn, { target, year: String(found.reachedIn) })
              : t(words.indicators.reachedLate, { target, until: String(until), year: String(found.reachedIn) })}
        </p>
        {homes !== null && homes > 0 && years > 0 && (
          <p>
            {t(words.indicators.pace, {
              target,
              homes: t(found.homesToTarget.display),
              until: String(until),
              pace: Math.ceil(homes / years),
            })}
          </p>
        )}
      </div>
      <CourseImage
        title={t(words.indicators.pathTable)}
        course={{
          unit: "share",
          points: found.years.map(({ year, share }) => ({ name: String(year), value: share })),
          norm: { value: Number(found.target), display: target },
        }}
      />
      <div class="pa-scroll" tabIndex={0} role="group" aria-label={t(words.indicators.pathTable)}>
        <table>
          <caption>{t(words.indicators.pathTable)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(words.indicators.year)}</th>
              <th scope="col">{t(words.indicators.homes)}</th>
              <th scope="col">{t(words.indicators.social)}</th>
              <th scope="col">{t(words.indicators.share)}</th>
            </tr>
          </thead>
          <tbody>
            {found.years.map(({ year, homes: all, social, exact, reached }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>{t(display(new Fraction(all), "homes"))}</td>
                <td>{t(display(new Fraction(social), "homes"))}</td>
                <td>
                  {t(display(new Fraction(exact), "share", [new Fraction(found.target)]))}
                  {reached ? ` ✓ ${t(words.indicators.reached)}` : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
