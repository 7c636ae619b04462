import type { JSX } from "preact";
import type { Text } from "@prestatieafspraken/indicators";
import { AgreementScreen } from "./screens/agreement.js";
import { CalendarScreen } from "./screens/calendar.js";
import { ChecksScreen } from "./screens/checks.js";
import { CollectScreen } from "./screens/collect.js";
import { HandOverScreen } from "./screens/hand-over.js";
import { IndicatorsScreen } from "./screens/indicators.js";
import { StartScreen } from "./screens/start.js";

interface Screen {
  readonly View: () => JSX.Element;
  /** The label of its tab. */
  readonly label: Text;
  /** The heading above it. */
  readonly title: Text;
  /** The page of the help about it, with the heading there; a test visits each. */
  readonly help: Text;
}

/** The screens of the pane, in the order of their tabs. */
export const screens = {
  start: {
    View: StartScreen,
    label: { nl: "Overzicht", en: "Overview" },
    title: { nl: "Deze opgave", en: "This return" },
    help: { nl: "start.html", en: "start.html" },
  },
  collect: {
    View: CollectScreen,
    label: { nl: "Verzamelen", en: "Collect" },
    title: { nl: "Opgaven van partijen samenbrengen", en: "Bring the parties' returns together" },
    help: { nl: "quarter.html#3-samenbrengen", en: "quarter.html#3-bringing-together" },
  },
  checks: {
    View: ChecksScreen,
    label: { nl: "Controle", en: "Checks" },
    title: { nl: "Wat moet u nakijken?", en: "What needs your attention?" },
    help: {
      nl: "quarter.html#4-controleren-gemeente-derde-week",
      en: "quarter.html#4-checking-municipality-third-week",
    },
  },
  indicators: {
    View: IndicatorsScreen,
    label: { nl: "Indicatoren", en: "Indicators" },
    title: { nl: "Waar staat elke norm?", en: "How is each norm doing?" },
    help: { nl: "reading.html", en: "reading.html" },
  },
  calendar: {
    View: CalendarScreen,
    label: { nl: "Agenda", en: "Calendar" },
    title: { nl: "Wat komt eraan?", en: "What is due?" },
    help: { nl: "quarter.html#5-lezen-iedereen", en: "quarter.html#5-reading-everyone" },
  },
  handOver: {
    View: HandOverScreen,
    label: { nl: "Overdracht", en: "Hand-over" },
    title: { nl: "Vaststellen en delen", en: "Finalise and share" },
    help: {
      nl: "quarter.html#6-vaststellen-en-delen-gemeente-vierde-week",
      en: "quarter.html#6-finalising-and-sharing-municipality-fourth-week",
    },
  },
  agreement: {
    View: AgreementScreen,
    label: { nl: "Afspraken", en: "Agreement" },
    title: { nl: "Welke afspraken gelden hier?", en: "Which agreement holds here?" },
    help: { nl: "agreement.html", en: "agreement.html" },
  },
} satisfies Readonly<Record<string, Screen>>;

export type ScreenName = keyof typeof screens;
