import type { JSX } from "preact";
import { verdictSigns, verdictText, type Language, type Verdict } from "@prestatieafspraken/indicators";
import type { Severity } from "@prestatieafspraken/quarterly";
import { usePane } from "./pane-context.js";
import { words } from "./words.js";

const severitySign: Readonly<Record<Severity, string>> = { error: "✕", warning: "!", info: "i" };

/** A severity as sign, word and colour. Stateless, because there may be thousands. */
export function SeverityMark({
  severity,
  language,
}: {
  readonly severity: Severity;
  readonly language: Language;
}): JSX.Element {
  return (
    <span class={`pa-kind pa-${severity}`}>
      <span class="pa-sign" aria-hidden="true">
        {severitySign[severity]}
      </span>{" "}
      {words.checks.severity[severity][language]}
    </span>
  );
}

/** A verdict as sign, word and colour, and whether it is provisional. */
export function VerdictMark({
  verdict,
  provisional = false,
  signal = false,
}: {
  readonly verdict: Verdict;
  readonly provisional?: boolean;
  readonly signal?: boolean;
}): JSX.Element {
  const { t } = usePane();
  return (
    <span class={`pa-kind pa-${verdict}`}>
      <span class="pa-sign" aria-hidden="true">
        {verdictSigns[verdict]}
      </span>{" "}
      {t(verdictText({ verdict, provisional }))}
      {signal && <span> · {t(words.indicators.signal)}</span>}
    </span>
  );
}
