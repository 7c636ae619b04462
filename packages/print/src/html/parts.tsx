import type { ComponentChildren, JSX } from "preact";
import { Spark } from "@prestatieafspraken/charts";
import {
  fill,
  quarterText,
  shortQuarter,
  verdictSigns,
  verdictText,
  type Language,
  type Text,
  normWords,
} from "@prestatieafspraken/indicators";
import type { ReportLine } from "@prestatieafspraken/quarterly";
import { type DeliveredTable, type PartyRow, type Point, type Tile } from "../meeting.js";
import { signalWord } from "../titles.js";
import { dash, deliveryWord, headings } from "../wording.js";

export type T = (text: Text) => string;

/** A verdict: sign, word, and the agreed signal. */
export const VerdictWord = ({
  line,
  t,
}: {
  readonly line: Pick<ReportLine, "verdict"> & Partial<Pick<ReportLine, "signal" | "provisional">>;
  readonly t: T;
}): JSX.Element => (
  <span class={`verdict ${line.verdict}`}>
    <span aria-hidden="true">{verdictSigns[line.verdict]}</span> {t(verdictText(line))}
    {line.signal === true ? ` · ${t(signalWord)}` : ""}
  </span>
);

export const Head = ({ columns, t }: { readonly columns: readonly (Text | string)[]; readonly t: T }): JSX.Element => (
  <thead>
    <tr>
      {columns.map((column) => (
        <th scope="col" key={typeof column === "string" ? column : column.en}>
          {typeof column === "string" ? column : t(column)}
        </th>
      ))}
    </tr>
  </thead>
);

/** A table that scrolls where it is too wide for the page. */
export const Table = ({
  columns,
  caption,
  t,
  children,
}: Parameters<typeof Head>[0] & {
  readonly caption?: string;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <div class="wide">
    <table>
      {caption !== undefined && <caption>{caption}</caption>}
      <Head columns={columns} t={t} />
      <tbody>{children}</tbody>
    </table>
  </div>
);

/** The points and the norm of a line's course, for a chart. */
export const courseOf = ({ trend, norm, unit }: ReportLine, language: Language) => ({
  points: trend.map(({ quarter, value }) => ({
    ...{ name: shortQuarter(quarter), words: quarterText(quarter)[language], value },
  })),
  norm: norm === null || norm.value === null ? null : { value: norm.value, display: normWords(norm, unit)[language] },
});

/** The trend of a line as a small chart; nothing with fewer than two points. */
export function CourseOf({
  line,
  language,
  width,
  height,
}: {
  readonly line: ReportLine;
  readonly language: Language;
  readonly width?: number;
  readonly height?: number;
}): JSX.Element | null {
  const course = courseOf(line, language);
  if (course.points.filter(({ value }) => value !== null).length < 2) return null;
  return (
    <Spark
      title={line.title[language]}
      unit={line.unit}
      {...{ ...course, language }}
      {...(width !== undefined && { width })}
      {...(height !== undefined && { height })}
    />
  );
}

export const TileCard = ({
  tile,
  language,
  t,
}: {
  readonly tile: Tile;
  readonly language: Language;
  readonly t: T;
}): JSX.Element => (
  <section class={`tile ${tile.verdict}`}>
    <h3>
      <span>{t(tile.title)}</span> <VerdictWord line={tile.line} t={t} />
    </h3>
    <div>
      <p>
        <span class="value">{t(tile.value)}</span> <span class="soft">{t(tile.period)}</span>
      </p>
      <p class="small">
        {t({ nl: "Norm: ", en: "Norm: " })}
        {t(tile.norm)}
        {tile.distance === null ? "" : ` · ${t(tile.distance)}`}
      </p>
      {tile.previous !== null && (
        <p class="small">
          {t(fill({ nl: "Vorig kwartaal: {was}", en: "Previous quarter: {was}" }, { was: tile.previous }))}
        </p>
      )}
    </div>
    <CourseOf line={tile.line} language={language} width={120} height={44} />
    <p class="sum">{t(tile.sum)}</p>
  </section>
);

export const Points = ({
  points,
  t,
  none,
}: {
  readonly points: readonly Point[];
  readonly t: T;
  readonly none: Text;
}): JSX.Element =>
  points.length === 0 ? (
    <p>{t(none)}</p>
  ) : (
    <ul>
      {points.map(({ head, text }) => (
        <li key={head.en + text.en}>
          <strong>{t(head)}.</strong> {t(text)}
        </li>
      ))}
    </ul>
  );

export const ByParty = ({
  parties,
  rows,
  t,
}: {
  readonly parties: readonly string[];
  readonly rows: readonly PartyRow[];
  readonly t: T;
}): JSX.Element => (
  <Table columns={[headings.norm, headings.together, ...parties, headings.previous]} t={t}>
    {rows.map((row) => (
      <tr key={row.title.en}>
        <th scope="row">
          {t(row.title)}
          <span class="small">{t(row.norm)}</span>
        </th>
        <td class="number">{t(row.together)}</td>
        {row.values.map((value, i) =>
          value === null ? (
            <td key={parties[i]} class="number">
              {t({ nl: "telt niet mee", en: "not counted" })}
            </td>
          ) : (
            <td key={parties[i]} class={`number ${value.verdict}`}>
              {value.verdict === "attention" || value.verdict === "missed" ? `${verdictSigns[value.verdict]} ` : ""}
              {t(value.shown)}
            </td>
          ),
        )}
        <td class="number">{row.previous === null ? dash : t(row.previous)}</td>
      </tr>
    ))}
  </Table>
);

export const Delivered = ({ tables, rows, t }: DeliveredTable & { readonly t: T }): JSX.Element => (
  <Table columns={[headings.party, ...tables]} t={t}>
    {rows.map(({ party, cells }) => (
      <tr key={party}>
        <th scope="row">{party}</th>
        {cells.map((cell, i) => (
          <td key={tables[i]!.en} class={cell?.state === "missing" ? "missed" : ""}>
            {t(deliveryWord(cell))}
          </td>
        ))}
      </tr>
    ))}
  </Table>
);

export const Section = ({
  title,
  t,
  children,
}: {
  readonly title: Text;
  readonly t: T;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <section>
    <h2>{t(title)}</h2>
    {children}
  </section>
);
