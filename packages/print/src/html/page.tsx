import { renderToStaticMarkup } from "preact-render-to-string";
import type { JSX } from "preact";
import { fill } from "@prestatieafspraken/indicators";
import { reportContentSecurity } from "@prestatieafspraken/quarterly";
import { twoPages, type Meeting } from "../meeting.js";
import { fictitiousFigures, noTalk, nothingAhead, standAt, titles } from "../titles.js";
import { checkNumberText } from "../wording.js";
import { Annex, type AnnexParts } from "./annex.js";
import { ByParty, Delivered, Points, Section, TileCard, type T } from "./parts.js";
import { style } from "./style.js";

/** The contents of the HTML report. */
export interface PageParts extends AnnexParts {
  /** Adds the annex with each figure's calculation and each commitment. Default: only the two pages. */
  readonly full?: boolean;
}

function TwoPages({
  told,
  parts,
  t,
}: {
  readonly told: Meeting;
  readonly parts: PageParts;
  readonly t: T;
}): JSX.Element {
  return (
    <>
      {told.notReady.length > 0 && (
        <div class="waiting">
          {told.notReady.map((sentence) => (
            <p key={sentence.en}>{t(sentence)}</p>
          ))}
        </div>
      )}
      <div class="lead">
        {told.summary.map((sentence) => (
          <p key={sentence.en}>{t(sentence)}</p>
        ))}
      </div>
      <Section title={titles.howItStands} t={t}>
        <div class="tiles">
          {told.tiles.map((tile) => (
            <TileCard key={tile.line.indicator} tile={tile} language={parts.language} t={t} />
          ))}
        </div>
      </Section>
      <div class="two page">
        <Section title={titles.talk} t={t}>
          <Points points={told.talk} none={noTalk} t={t} />
        </Section>
        <Section title={titles.ahead} t={t}>
          <Points points={told.ahead} none={nothingAhead} t={t} />
        </Section>
      </div>
      {told.perParty.length > 0 && (
        <Section title={titles.perParty} t={t}>
          <ByParty parties={told.parties} rows={told.perParty} t={t} />
        </Section>
      )}
      {told.delivered !== null && (
        <Section title={titles.delivered} t={t}>
          <Delivered {...told.delivered} t={t} />
        </Section>
      )}
      <div class="two">
        <Section title={titles.efforts} t={t}>
          <p>{t(told.efforts)}</p>
        </Section>
        {told.choices.length > 0 && (
          <Section title={titles.choices} t={t}>
            <ul>
              {told.choices.map((choice) => (
                <li key={choice.en}>{t(choice)}</li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}

function Page(parts: PageParts): JSX.Element {
  const { report, language, full } = parts;
  const t: T = (text) => text[language];
  const told = twoPages(report);
  const { receipt } = report;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={reportContentSecurity} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${t(told.title)} · ${t(told.quarter)}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <div>
            <h1>{t(told.title)}</h1>
            <p>{t(fill(standAt, { day: told.day, quarter: told.quarter }))}</p>
          </div>
          {told.fictitious && <div class="stamp">{t(fictitiousFigures)}</div>}
        </header>
        <main>
          <TwoPages told={told} parts={parts} t={t} />
          {full === true && <Annex {...parts} />}
        </main>
        <footer>
          {t(told.title)} · {t(told.quarter)} · {t(checkNumberText(report))} ·{" "}
          {Object.entries(receipt.versions)
            .map(([name, version]) => `${name} ${version}`)
            .join(", ")}
        </footer>
      </body>
    </html>
  );
}

/** The report as one HTML file: without script or external resources, printable and accessible to screen readers. */
export const printHtml = (parts: PageParts): string =>
  `<!doctype html>\n${renderToStaticMarkup(<Page {...parts} />)}\n`;
