import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { dayText, type QuarterId } from "@prestatieafspraken/indicators";
import { broughtBy, type Delivery, type Report } from "@prestatieafspraken/quarterly";
import { CopyText } from "./copy-text.js";
import { usePane } from "./pane-context.js";
import { printRoom } from "./printing.js";
import { words } from "./words.js";

type PrintRoom = Awaited<ReturnType<typeof printRoom>>;

/**
 * A table of parties by table: what was received, and from which file. Signs and upright headings, explained below it, fit a
 * narrow pane. Then a reminder for each party that is late.
 */
export function Delivered({ report }: { readonly report: Report }): JSX.Element | null {
  const { state, t } = usePane();
  const [room, enter] = useState<PrintRoom | null>(null);
  useEffect(() => {
    let here = true;
    void printRoom().then((opened) => here && enter(opened));
    return () => {
      here = false;
    };
  }, []);
  const shown = room?.deliveredTable(report);
  if (!room || !shown) return null;
  const { quarter } = report;
  const parties = Array.from(new Set(report.delivered.map(({ party }) => party)));
  return (
    <section class="pa-card">
      <h2 id="pa-delivered">{t(words.collect.who, { quarter })}</h2>
      <div class="pa-scroll" role="region" tabIndex={0} aria-labelledby="pa-delivered">
        <table class="pa-matrix" aria-labelledby="pa-delivered">
          <thead>
            <tr>
              <th scope="col">{t(words.party)}</th>
              {shown.tables.map((title) => (
                <th scope="col" key={title.en}>
                  <span>{t(title)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.rows.map(({ party, cells }) => (
              <tr key={party}>
                <th scope="row">
                  {party}
                  <From deliveries={cells} quarter={quarter} />
                </th>
                {cells.map((cell, i) => (
                  <td
                    key={shown.tables[i]!.en}
                    class={cell === null ? "pa-faint" : cell.state === "received" ? "" : "pa-error"}
                  >
                    <span aria-hidden="true">{room.deliverySign(cell).sign}</span>
                    <span class="pa-unseen">{t(room.deliverySign(cell).word)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="pa-help" aria-hidden="true">
        {Array.from(new Set(shown.rows.flatMap(({ cells }) => cells.map((cell) => t(room.deliveryWord(cell)))))).join(
          " · ",
        )}
      </p>
      {parties.map((party) => {
        const text = room.reminderText(report, party, state.language);
        const { name } = report.delivered.find((one) => one.party === party)!;
        return (
          text !== null && (
            <details key={party}>
              <summary id={`pa-reminder-${party}`}>{t(words.collect.reminder, { name })}</summary>
              <CopyText text={text} labelledBy={`pa-reminder-${party}`} />
            </details>
          )
        );
      })}
    </section>
  );
}

/** The files in which a party's deliveries came, and when; nothing for what was entered in this workbook. */
function From({
  deliveries,
  quarter,
}: {
  readonly deliveries: readonly (Delivery | null)[];
  readonly quarter: QuarterId;
}): JSX.Element {
  const { state, t } = usePane();
  const from = deliveries.map((one) =>
    one === null || one.state === "missing" ? null : broughtBy(one, state.received, quarter),
  );
  return (
    <>
      {Array.from(new Set(from)).map(
        (one) =>
          one && (
            <small class="pa-faint" key={one.hash}>
              {one.file}, {t(dayText(one.day))}
            </small>
          ),
      )}
    </>
  );
}
