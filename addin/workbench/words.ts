import { fill, type Facts, type Language, type Text } from "@prestatieafspraken/indicators";

/** Texts of the page around the grid. */
export const words = {
  title: { nl: "Werkbank prestatieafspraken", en: "Housing agreements workbench" },
  open: { nl: "Openen…", en: "Open…" },
  fresh: { nl: "Nieuw uit sjabloon", en: "New from template" },
  sample: { nl: "Voorbeeld", en: "Sample" },
  save: { nl: "Bewaren als .xlsx", en: "Save as .xlsx" },
  asTables: { nl: "Als gewone tabel", en: "As a plain table" },
  asGrid: { nl: "Als rekenblad", en: "As a spreadsheet" },
  help: { nl: "Hulp", en: "Help" },
  other: { nl: "English", en: "Nederlands" },
  grid: { nl: "Rekenblad", en: "Spreadsheet" },
  pane: { nl: "Kwartaal controleren", en: "Check quarter" },
  marks: { nl: "Markeringen", en: "Marks" },
  notes: { nl: "Notities in dit bestand", en: "Notes in this file" },
  note: { nl: "Notitie: {text}", en: "Note: {text}" },
  keys: { nl: "F6: van rekenblad naar taakvenster en terug", en: "F6: from spreadsheet to task pane and back" },
  drawn: {
    nl: "Werkt u met een schermlezer? Een schermlezer kan het rekenblad niet voorlezen. Kies Als gewone tabel om de tabellen te lezen en in te vullen.",
    en: "Do you use a screen reader? It cannot read the spreadsheet aloud. Choose As a plain table to read and fill in the tables.",
  },
  clear: { nl: "Alles wissen uit deze browser", en: "Clear everything from this browser" },
  kept: {
    nl: "Wat u doet staat meteen ook in deze browser en komt na herladen terug. Niets gaat naar een server.",
    en: "Your work is also kept in this browser and comes back after a reload. Nothing goes to a server.",
  },
  notKept: {
    nl: "Wat u doet staat alleen in dit venster: deze browser bewaart niets. Bewaar als .xlsx.",
    en: "What you do is in this window only: this browser keeps nothing. Save as .xlsx.",
  },
  blocked: {
    nl: "Deze browser bewaart niets voor deze pagina (een privévenster, of een instelling van uw organisatie). U kunt gewoon werken, maar bewaar uw werk als .xlsx voor u de pagina sluit.",
    en: "This browser keeps nothing for this page (a private window, or a setting of your organisation). You can work as usual, but save your work as .xlsx before you close the page.",
  },
  full: {
    nl: "De opslag van deze browser is vol: het laatste werk staat alleen in dit venster. Bewaar als .xlsx.",
    en: "The storage of this browser is full: the last work is in this window only. Save as .xlsx.",
  },
  fullSince: {
    nl: "De opslag van deze browser is vol. Wat u na {moment} hebt gedaan staat alleen in dit venster en komt na herladen niet terug. Bewaar als .xlsx, of maak ruimte in de lijst Bewaard in deze browser.",
    en: "The storage of this browser is full. What you did after {moment} is in this window only and does not come back after a reload. Save as .xlsx, or make room in the list Kept in this browser.",
  },
  cleared: {
    nl: "Gewist uit deze browser. Wat open staat blijft staan tot u de pagina sluit.",
    en: "Cleared from this browser. What is open stays until you close the page.",
  },
  keptTitle: { nl: "Bewaard in deze browser", en: "Kept in this browser" },
  keptWhat: {
    nl: "Werk dat in deze browser staat. Het is niet op een server, en andere mensen en andere computers zien het niet.",
    en: "Work stored in this browser. It is not on a server, and other people and computers cannot see it.",
  },
  keptNothing: { nl: "Er is nog niets bewaard.", en: "Nothing has been kept yet." },
  keptHere: { nl: "Staat nu open.", en: "Is open now." },
  keptElsewhere: { nl: "Staat open in een ander tabblad.", en: "Is open in another tab." },
  keptDropped: {
    nl: "Hiermee bent u gestopt zonder het als bestand te bewaren.",
    en: "You left this without saving it as a file.",
  },
  keptUnsaved: { nl: "Niet als bestand bewaard.", en: "Not saved as a file." },
  keptSaved: { nl: "Bewaard als bestand.", en: "Saved as a file." },
  keptDamaged: {
    nl: "kan niet meer worden geopend (laatst gewijzigd {moment}).",
    en: "can no longer be opened (last changed {moment}).",
  },
  keepDamaged: { nl: "Bewaar de beschadigde kopie", en: "Save the damaged copy" },
  damaged: {
    nl: "{name}, laatst gewijzigd {moment}, kan niet meer worden geopend. Wat er in deze browser van staat is apart gezet; er is niets overschreven.",
    en: "{name}, last changed {moment}, can no longer be opened. What this browser has of it was set aside; nothing was overwritten.",
  },
  openAgain: { nl: "Openen", en: "Open" },
  remove: { nl: "Verwijderen", en: "Remove" },
  versions: { nl: "Eerdere versies", en: "Earlier versions" },
  asOpened: { nl: "Zoals het werd geopend", en: "As it was opened" },
  otherTab: {
    nl: "Dit bestand is ook open in een ander tabblad. Wat u hier wijzigt komt daar niet bij, en andersom.",
    en: "This file is also open in another tab. What you change here does not appear there, or the other way round.",
  },
  otherTabCopy: {
    nl: "{name} is ook open in een ander tabblad. Dit is een kopie: wat u hier wijzigt komt daar niet bij, en andersom.",
    en: "{name} is also open in another tab. This is a copy: what you change here does not appear there, or the other way round.",
  },
  offline: { nl: "Ook zonder netwerk te gebruiken.", en: "Also works without a network." },
  newVersion: {
    nl: "Er is een nieuwe versie van de werkbank. Wat u deed komt na het herladen terug.",
    en: "There is a new version of the workbench. What you did comes back after reloading.",
  },
  reload: { nl: "Bewaar en herlaad", en: "Keep and reload" },
  close: { nl: "Sluiten", en: "Close" },
  stop: { nl: "Stoppen", en: "Stop" },
  unsavedShort: { nl: "niet bewaard", en: "not saved" },
  foldPane: { nl: "Taakvenster weg", en: "Hide task pane" },
  unfoldPane: { nl: "Taakvenster tonen", en: "Show task pane" },
  loading: { nl: "De werkmap wordt geopend…", en: "Opening the workbook…" },
  saving: { nl: "Het bestand wordt gemaakt…", en: "Making the file…" },
  saveStopped: { nl: "Gestopt: er is geen bestand gemaakt.", en: "Stopped: no file was made." },
  pasting: { nl: "De rijen worden geplakt…", en: "Pasting the rows…" },
  pasted: { nl: "{all} rijen geplakt.", en: "Pasted {all} rows." },
  pasteStopped: {
    nl: "Gestopt: {pasted} van {all} rijen zijn geplakt. Ctrl+Z haalt ze weer weg.",
    en: "Stopped: {pasted} of {all} rows were pasted. Ctrl+Z takes them away again.",
  },
  opened: { nl: "Geopend: {name}.", en: "Opened: {name}." },
  returned: {
    nl: "Verder waar u was: {name}, zoals het was op {moment}. Nog niet als bestand bewaard.",
    en: "Continuing where you were: {name}, as it was on {moment}. Not yet saved as a file.",
  },
  returnedSaved: {
    nl: "Verder waar u was: {name}, zoals het was op {moment}.",
    en: "Continuing where you were: {name}, as it was on {moment}.",
  },
  saved: {
    nl: "Bewaard als {name}. Alles wat u niet hebt aangepast is gelijk gebleven.",
    en: "Saved as {name}. Everything you did not change is as it was.",
  },
  written: {
    nl: "Bewaard als {name}, op de plaats waar u het opende. Alles wat u niet hebt aangepast is gelijk gebleven.",
    en: "Saved as {name}, where you opened it. Everything you did not change is as it was.",
  },
  unsaved: {
    nl: "Er is werk dat nog niet als .xlsx is bewaard. Doorgaan zonder dat werk? U vindt het terug in de lijst Bewaard in deze browser.",
    en: "There is work not yet saved as .xlsx. Continue without that work? You will find it in the list Kept in this browser.",
  },
  rowsAbove: { nl: "Rijen erboven invoegen", en: "Insert rows above" },
  rowsBelow: { nl: "Rijen eronder invoegen", en: "Insert rows below" },
  columnAdd: { nl: "Kolom aan de tabel toevoegen", en: "Add a column to the table" },
  columnsDelete: { nl: "Kolommen verwijderen", en: "Delete columns" },
  columnName: { nl: "Kolom", en: "Column" },
  rowsDelete: { nl: "Rijen verwijderen", en: "Delete rows" },
  waysTitle: { nl: "Waar wilt u mee beginnen?", en: "Where do you want to begin?" },
  wayOpen: { nl: "Mijn opgave openen", en: "Open my return" },
  wayNew: { nl: "Leeg sjabloon", en: "Empty template" },
  wayMine: {
    nl: "Open uw werkmap (.xlsx, .ods of .csv) of begin met een leeg sjabloon. Het taakvenster zegt dan wat niet klopt en wat ontbreekt; bewaar en stuur de werkmap naar de gemeente.",
    en: "Open your workbook (.xlsx, .ods or .csv) or begin with an empty template. The pane then says what is wrong and what is missing; save and send the workbook to the municipality.",
  },
  wayCollect: { nl: "Opgaven samenbrengen", en: "Bring returns together" },
  wayCollectWhat: {
    nl: "Voor wie de werkmappen van alle partijen krijgt: kies de bestanden, beslis waar ze elkaar tegenspreken, en zie wie nog ontbreekt.",
    en: "For the person who receives the workbooks of all parties: choose the files, decide where they contradict each other, and see who is missing.",
  },
  waySample: { nl: "Rondkijken in het voorbeeld", en: "Look around in the sample" },
  waySampleWhat: {
    nl: "Hieronder staat een opgave met verzonnen cijfers en enkele fouten. Klik in het taakvenster op een fout en kijk wat er gebeurt. U kunt niets stukmaken.",
    en: "Below is a return with invented figures and some mistakes. Click a mistake in the pane and see what happens. You cannot break anything.",
  },
  newTitle: { nl: "Nieuwe opgave", en: "New return" },
  newAgreement: { nl: "Afspraken van", en: "Agreement of" },
  newQuarter: { nl: "Kwartaal waarover u opgeeft", en: "Quarter to report on" },
  newMake: { nl: "Maak de werkmap", en: "Make the workbook" },
  newOwn: { nl: "Mijn gemeente staat er niet bij", en: "My municipality is not in the list" },
  agreementName: { nl: "nieuwe-afspraken", en: "new-agreement" },
  read: {
    nl: "{name} is gelezen als werkmap. Bewaren maakt er een .xlsx van; het bestand dat u koos blijft zoals het is.",
    en: "{name} was read as a workbook. Saving turns it into an .xlsx; the file you chose stays as it is.",
  },
  goOn: { nl: "Doorgaan", en: "Continue" },
  stay: { nl: "Blijven", en: "Stay" },
  refused: {
    nl: "Dit kan de werkbank niet. Doe het in Excel of LibreOffice. Een rij erbij: typ direct onder de tabel. Een rij weg: maak de cellen leeg.",
    en: "The workbench cannot do this. Do it in Excel or LibreOffice. To add a row, type right below the table. To remove one, empty its cells.",
  },
  notAllowed: { nl: "Dat kan hier niet.", en: "That is not possible here." },
  failed: {
    nl: "Er ging iets mis in de werkbank. Bewaar uw werk als .xlsx, herlaad de pagina en meld wat u deed.",
    en: "Something went wrong in the workbench. Save your work as .xlsx, reload the page and report what you did.",
  },
  tooManyFiles: { nl: "Open één werkmap tegelijk.", en: "Open one workbook at a time." },
  empty: { nl: "leeg", en: "empty" },
  sheetLocked: {
    nl: "Dit blad is beveiligd, want het kwartaal is vastgesteld. Er is niets veranderd; pas de opgave zelf aan en stel zo nodig opnieuw vast.",
    en: "This sheet is protected, because the quarter is finalised. Nothing was changed; change the return itself and finalise again if needed.",
  },
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
  (text: Text, values: Facts = {}): string =>
    fill(text, values)[language];
