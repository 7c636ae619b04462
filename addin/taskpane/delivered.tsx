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
 * A table of parties by table: what was received, and from which file. Below it a reminder for each party that is late.
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
        <table aria-labelledby="pa-delivered">
          <thead>
            <tr>
              {[words.party, ...shown.tables].map((title) => (
                <th scope="col" key={title.en}>
                  {t(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.rows.map(({ party, cells }) => (
              <tr key={party}>
                <th scope="row">{party}</th>
                {cells.map((cell, i) => (
                  <td key={shown.tables[i]!.en}>
                    <span class={cell === null ? "pa-faint" : cell.state === "received" ? "" : "pa-error"}>
                      {t(room.deliveryWord(cell))}
                    </span>
                    {cell !== null && <From delivery={cell} quarter={quarter} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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

/** The file a delivery came in, and when; nothing if it was entered in this workbook. */
function From({ delivery, quarter }: { readonly delivery: Delivery; readonly quarter: QuarterId }): JSX.Element | null {
  const { state, t } = usePane();
  const from = delivery.state === "missing" ? null : broughtBy(delivery, state.received, quarter);
  return (
    from && (
      <span class="pa-faint">
        {" "}
        {from.file}, {t(dayText(from.day))}
      </span>
    )
  );
}
