import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { fill, shortQuarter } from "@prestatieafspraken/indicators";
import { publishedIssues, reportTable, toJson, type Report } from "@prestatieafspraken/quarterly";
import { Button } from "./button.js";
import { CopyText } from "./copy-text.js";
import { frozenRows, revisionOf } from "./frozen.js";
import { usePane } from "./pane-context.js";
import { printRoom, rasterize } from "./printing.js";
import { saveFile } from "./save-file.js";
import { words } from "./words.js";

/** A short summary of the quarter, for an e-mail. */
export function MailText({ report }: { readonly report: Report }): JSX.Element {
  const { state, t } = usePane();
  const [text, setText] = useState("");
  useEffect(() => {
    let here = true;
    void printRoom().then(({ mailText }) => here && setText(mailText(report, state.language)));
    return () => {
      here = false;
    };
  }, [report, state.language]);
  return (
    <section class="pa-card">
      <h2 id="pa-summary-text">{t(words.handOver.summary)}</h2>
      <CopyText text={text} labelledBy="pa-summary-text" />
    </section>
  );
}

/**
 * Saves the report as a file: two pages for the meeting, the full report, Word for the minutes, or data for programs.
 */
export function SaveReport({ report }: { readonly report: Report }): JSX.Element {
  const { session, state, t } = usePane();
  const { language } = state;
  const save = (ending: string, type: string, content: string | Uint8Array): void => {
    const file = `${report.agreement.id}-${report.quarter}.${ending}`;
    if (session.workbook.capabilities.savesNoFiles === true) {
      void onSheet();
      return;
    }
    saveFile(file, type, content);
    session.done(fill(words.handOver.exported, { file }));
  };
  /** If the host cannot save files, puts the report's lines on a new sheet, to save or print from there. */
  const onSheet = async (): Promise<void> => {
    const rows = reportTable(report, language);
    const name = fill(words.handOver.reportSheet, { quarter: shortQuarter(report.quarter) })[language];
    const sheet = await session.attempt(words.busy.writing, () => session.workbook.addSheet(name, rows));
    if (sheet) session.done(fill(words.handOver.exportedOnSheet, { sheet: sheet.value }));
  };
  const printing = (make: (room: Awaited<ReturnType<typeof printRoom>>) => Promise<void> | void): void =>
    void session.attempt(words.busy.reporting, async () => make(await printRoom()));
  const html = (full: boolean) =>
    printing(({ printHtml }) => {
      const frozen = frozenRows(state.blocks, report);
      const parts = {
        report,
        issues: publishedIssues(state.issues),
        language,
        full,
        frozen: frozen && { sheet: frozen.sheet, revisions: revisionOf(frozen.rows, report) },
      };
      save(full ? "bijlage.html" : "html", "text/html", printHtml(parts));
    });
  const word = () =>
    printing(async ({ printWord }) => {
      const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      save("docx", type, await printWord({ report, language, full: true, rasterize }));
    });
  return (
    <section class="pa-card">
      <h2>{t(words.handOver.export)}</h2>
      <div class="pa-row">
        <Button says={t(words.handOver.exportHtml)} primary onClick={() => html(false)} />
        <Button says={t(words.handOver.exportFull)} onClick={() => html(true)} />
        <Button says={t(words.handOver.exportWord)} onClick={word} />
        <Button
          says={t(words.handOver.exportCsv)}
          onClick={() => printing(({ printCsv }) => save("csv", "text/csv", printCsv(report, language)))}
        />
        <Button
          says={t(words.handOver.exportJson)}
          onClick={() => save("json", "application/json", `${JSON.stringify(toJson(report, language), null, 2)}\n`)}
        />
      </div>
    </section>
  );
}
