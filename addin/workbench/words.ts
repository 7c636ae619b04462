import type { Language, Text } from "@prestatieafspraken/indicators";

/** What the page around the grid says. */
export const words = {
  title: { nl: "Werkbank prestatieafspraken", en: "Performance agreements workbench" },
  open: { nl: "Openen…", en: "Open…" },
  fresh: { nl: "Nieuw uit sjabloon", en: "New from template" },
  sample: { nl: "Voorbeeld", en: "Sample" },
  save: { nl: "Bewaren als .xlsx", en: "Save as .xlsx" },
  asTables: { nl: "Als gewone tabel", en: "As a plain table" },
  asGrid: { nl: "Als rekenblad", en: "As a spreadsheet" },
  other: { nl: "English", en: "Nederlands" },
  grid: { nl: "Rekenblad", en: "Spreadsheet" },
  pane: { nl: "Kwartaal controleren", en: "Check quarter" },
  marks: { nl: "Markeringen", en: "Marks" },
  keys: { nl: "F6: van rekenblad naar paneel en terug", en: "F6: from spreadsheet to pane and back" },
  drawn: {
    nl: "Werkt u met een schermlezer? Het rekenblad is getekend en wordt niet voorgelezen. Kies Als gewone tabel om de tabellen te lezen en in te vullen.",
    en: "Do you use a screen reader? The spreadsheet is drawn and is not read aloud. Choose As a plain table to read and fill in the tables.",
  },
  clear: { nl: "Wissen uit deze browser", en: "Clear from this browser" },
  kept: {
    nl: "Uw werk staat ook in deze browser en komt na herladen terug. Niets gaat naar een server.",
    en: "Your work is also kept in this browser and comes back after a reload. Nothing goes to a server.",
  },
  notKept: {
    nl: "Uw werk kon niet in deze browser worden bewaard. Bewaar het als .xlsx.",
    en: "Your work could not be kept in this browser. Save it as .xlsx.",
  },
  cleared: {
    nl: "Gewist uit deze browser. Wat open staat blijft staan tot u de pagina sluit.",
    en: "Cleared from this browser. What is open stays until you close the page.",
  },
  loading: { nl: "De werkmap wordt geopend…", en: "Opening the workbook…" },
  opened: { nl: "Geopend: {name}.", en: "Opened: {name}." },
  returned: {
    nl: "Verder waar u was: {name}.",
    en: "Continuing where you were: {name}.",
  },
  saved: {
    nl: "Bewaard als {name}. Alles wat u niet hebt aangepast is gelijk gebleven.",
    en: "Saved as {name}. Everything you did not change is as it was.",
  },
  unsaved: {
    nl: "Er is werk dat nog niet als .xlsx is bewaard. Doorgaan en dat werk weggooien?",
    en: "There is work not yet saved as .xlsx. Continue and drop that work?",
  },
  goOn: { nl: "Doorgaan", en: "Continue" },
  stay: { nl: "Blijven", en: "Stay" },
  refused: {
    nl: "Dat kan in de werkbank niet, omdat het niet precies in het bestand terug te zetten is. Doe het in Excel of LibreOffice. Een rij erbij: typ direct onder de tabel. Een rij weg: maak de cellen leeg.",
    en: "The workbench cannot do that, because it could not be put back in the file exactly. Do it in Excel or LibreOffice. A row more: type right below the table. A row less: empty its cells.",
  },
  notAllowed: { nl: "Dat kan hier niet.", en: "That is not possible here." },
  failed: {
    nl: "Er ging iets mis in de werkbank. Bewaar uw werk als .xlsx, herlaad de pagina en meld wat u deed.",
    en: "Something went wrong in the workbench. Save your work as .xlsx, reload the page and report what you did.",
  },
  tooManyFiles: { nl: "Open één werkmap tegelijk.", en: "Open one workbook at a time." },
  empty: { nl: "leeg", en: "empty" },
  lockedShort: { nl: "vergrendeld", en: "locked" },
  rows: { nl: "Rij {from} tot en met {until} van {count}", en: "Rows {from} to {until} of {count}" },
  earlier: { nl: "Vorige", en: "Previous" },
  later: { nl: "Volgende", en: "Next" },
  table: { nl: "Tabel", en: "Table" },
  row: { nl: "rij", en: "row" },
  noTables: { nl: "Deze werkmap heeft geen tabellen.", en: "This workbook has no tables." },
  fileName: { nl: "kwartaalopgave", en: "quarterly-return" },
  sampleName: { nl: "voorbeeld-kwartaalopgave", en: "sample-quarterly-return" },
} as const satisfies Record<string, Text>;

export const say =
  (language: Language) =>
  (text: Text, values: Readonly<Record<string, string | number>> = {}): string =>
    text[language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
