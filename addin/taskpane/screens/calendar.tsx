import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { articleText, capital, dayText, quarterOfDay, type Text } from "@prestatieafspraken/indicators";
import { calendar, type Duty } from "@prestatieafspraken/quarterly";
import { usePane } from "../pane-context.js";
import { quarterAfter } from "@prestatieafspraken/indicators";
import { NotReadYet } from "../not-read-yet.js";
import { words } from "../words.js";

/** Dated duties and meetings: overdue, this quarter, the next quarter, done. */
export function CalendarScreen(): JSX.Element {
  const { session, state, t } = usePane();
  const { ret } = state;
  const { today } = session.options;
  const now = quarterOfDay(today);
  // Uses today, not the reporting quarter, which is usually over.
  const all = useMemo(() => (ret ? calendar(ret, { quarter: now, day: today }) : []), [ret, now, today]);
  if (!ret) return <NotReadYet />;
  if (all.length === 0) return <p>{t(words.calendar.none)}</p>;
  const next = quarterAfter(now);
  const party = ret.agreement.parties.find(({ id }) => id === state.party)?.name;
  const duties = all.filter(({ lead }) => party === undefined || lead.length === 0 || lead.includes(party));
  const open = duties.filter(({ done }) => done !== true);
  const ahead = open.filter(({ day }) => day >= today);
  const within = (quarter: string): readonly Duty[] => ahead.filter(({ day }) => quarterOfDay(day) === quarter);
  return (
    <>
      <p class="pa-faint">{t(words.calendar.asOf, { day: dayText(today) })}</p>
      <Duties
        title={t(words.calendar.late)}
        duties={open.filter(({ day, done }) => day < today && done === false)}
        mark={words.calendar.lateMark}
        hideEmpty
      />
      <Duties title={t(words.calendar.now, { quarter: now })} duties={within(now)} mark={words.calendar.openMark} />
      <Duties title={t(words.calendar.next, { quarter: next })} duties={within(next)} mark={words.calendar.openMark} />
      <Folded
        title={t(words.calendar.later)}
        duties={ahead.filter(({ day }) => quarterOfDay(day) > next)}
        mark={words.calendar.openMark}
      />
      <Folded
        title={t(words.calendar.past)}
        duties={open.filter(({ day, done }) => day < today && done === null)}
        mark={words.calendar.unknownMark}
      />
      <Folded
        title={t(words.calendar.done)}
        duties={duties.filter(({ done }) => done === true)}
        mark={words.calendar.doneMark}
      />
    </>
  );
}

interface DutiesParts {
  readonly title: string;
  readonly duties: readonly Duty[];
  readonly mark: Text;
  readonly hideEmpty?: boolean;
}

function Duties({ title, duties, mark, hideEmpty = false }: DutiesParts): JSX.Element | null {
  const { t } = usePane();
  if (hideEmpty && duties.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {duties.length === 0 ? <p class="pa-faint">{t(words.calendar.nothing)}</p> : <List duties={duties} mark={mark} />}
    </section>
  );
}

function Folded({ title, duties, mark }: DutiesParts): JSX.Element | null {
  if (duties.length === 0) return null;
  return (
    <details class="pa-card">
      <summary>
        {title} ({duties.length})
      </summary>
      <List duties={duties} mark={mark} />
    </details>
  );
}

function List({ duties, mark }: { readonly duties: readonly Duty[]; readonly mark: Text }): JSX.Element {
  const { t } = usePane();
  return (
    <ol class="pa-plain">
      {duties.map((duty, i) => (
        <li
          key={`${duty.day} ${duty.article} ${i}`}
          class={`pa-duty ${mark === words.calendar.lateMark ? "pa-late" : ""}`}
        >
          <p class="pa-pair">
            <strong>
              <time dateTime={duty.day}>{t(dayText(duty.day))}</time>
            </strong>
            <span class="pa-faint">{t(mark)}</span>
          </p>
          <p>{t(duty.title)}</p>
          <p class="pa-faint">
            {duty.article !== "" && t(capital(articleText(duty)))}
            {duty.lead.length > 0 && ` · ${duty.lead.join(", ")}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
