import { WorkbookError } from "@prestatieafspraken/quarterly";

interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/**
 * Why a file or change is refused: one sentence per code, in both languages. `%` stands for the part, sheet or cell.
 */
const sentences = {
  NOT_ZIP: {
    nl: "Dit is geen werkmap. Vraag de afzender om een .xlsx of .ods, of om een .csv per tabel; open een .csv niet eerst in Excel, want dat verandert lange nummers.",
    en: "This is not a workbook. Ask the sender for an .xlsx or .ods, or for a .csv per table; do not open a .csv in Excel first, because that changes long numbers.",
  },
  EMPTY_FILE: {
    nl: "Het bestand is leeg (0 bytes). Vraag de afzender om het opnieuw te sturen.",
    en: "The file is empty (0 bytes). Ask the sender to send it again.",
  },
  ENCRYPTED: {
    nl: "De werkmap is met een wachtwoord beveiligd. Haal in Excel het wachtwoord weg en bewaar de werkmap opnieuw.",
    en: "The workbook is protected with a password. Remove the password in Excel and save the workbook again.",
  },
  OLD_XLS: {
    nl: "Dit is een oud Excel-bestand (.xls). Open het in Excel of LibreOffice en bewaar het als .xlsx.",
    en: "This is an old Excel file (.xls). Open it in Excel or LibreOffice and save it as .xlsx.",
  },
  LOCK_FILE: {
    nl: "Dit is het hulpbestand dat Excel of LibreOffice maakt zolang een werkmap open staat. Kies de werkmap zelf, met de naam zonder ~$ of .~lock.",
    en: "This is the helper file that Excel or LibreOffice makes while a workbook is open. Choose the workbook itself, with the name without ~$ or .~lock.",
  },
  LABELLED: {
    nl: "De werkmap heeft een vertrouwelijkheidslabel dat de inhoud versleutelt; er is geen wachtwoord voor. Vraag de afzender om een kopie met een label zonder versleuteling.",
    en: "The workbook has a sensitivity label that encrypts its content; there is no password for it. Ask the sender for a copy with a label without encryption.",
  },
  BINARY_WORKBOOK: {
    nl: "Dit is een binaire Excel-werkmap (.xlsb). Open het bestand in Excel of LibreOffice en bewaar het als .xlsx.",
    en: "This is a binary Excel workbook (.xlsb). Open the file in Excel or LibreOffice and save it as .xlsx.",
  },
  NUMBERS: {
    nl: "Dit is een bestand van Numbers. Kies in Numbers voor Exporteren naar Excel en stuur dat bestand.",
    en: "This is a Numbers file. Choose Export To Excel in Numbers and send that file.",
  },
  NO_CSV_TABLE: {
    nl: "De tabel % bestaat niet in de kwartaalopgave. Geef met --table een tabel als PA_Woningen of PA_Labels.",
    en: "The table % is not part of the quarterly return. Give a table such as PA_Woningen or PA_Labels with --table.",
  },
  EMPTY_CSV: {
    nl: "In het .csv-bestand staat geen kopregel met rijen eronder. Vraag de afzender om het opnieuw te maken.",
    en: "The .csv file holds no header with rows under it. Ask the sender to make it again.",
  },
  NOT_WORKBOOK: {
    nl: "Dit bestand is geen .xlsx-werkmap maar een ander soort document. Bewaar de werkmap in Excel of LibreOffice als .xlsx.",
    en: "This file is not an .xlsx workbook but another kind of document. Save the workbook as .xlsx in Excel or LibreOffice.",
  },
  CORRUPT_ZIP: {
    nl: "Het bestand is beschadigd of niet helemaal overgekomen (%). Vraag de afzender om het opnieuw te sturen.",
    en: "The file is damaged or did not arrive completely (%). Ask the sender to send it again.",
  },
  DUPLICATE_PART: {
    nl: "Het bestand is beschadigd: onderdeel % staat er twee keer in. Bewaar de werkmap opnieuw in Excel.",
    en: "The file is damaged: part % occurs twice. Save the workbook again in Excel.",
  },
  BAD_PATH: {
    nl: "Het bestand bevat een onveilige naam (%) en wordt niet geopend. Bewaar de werkmap opnieuw in Excel.",
    en: "The file contains an unsafe name (%) and is not opened. Save the workbook again in Excel.",
  },
  TOO_LARGE: {
    nl: "De werkmap is te groot om te lezen (%). Haal bladen weg die niet nodig zijn en probeer het opnieuw.",
    en: "The workbook is too large to read (%). Remove sheets that are not needed and try again.",
  },
  ZIP_BOMB: {
    nl: "Het bestand zegt uitgepakt groter te zijn dan een werkmap kan zijn (%) en wordt niet geopend. Bewaar de werkmap opnieuw in Excel.",
    en: "The file claims to unpack to more than a workbook can be (%) and is not opened. Save the workbook again in Excel.",
  },
  MISSING_PART: {
    nl: "De werkmap is beschadigd: % ontbreekt. Herstel de werkmap in Excel en bewaar hem opnieuw.",
    en: "The workbook is damaged: % is missing. Repair the workbook in Excel and save it again.",
  },
  DTD: {
    nl: "De werkmap wordt niet geopend: in % staat een DTD, en die hoort niet in een werkmap. Bewaar de werkmap opnieuw in Excel.",
    en: "The workbook is not opened: % contains a DTD, which does not belong in a workbook. Save the workbook again in Excel.",
  },
  BAD_XML: {
    nl: "De werkmap is beschadigd: % is niet te lezen. Herstel de werkmap in Excel en bewaar hem opnieuw.",
    en: "The workbook is damaged: % cannot be read. Repair the workbook in Excel and save it again.",
  },
  TOO_DEEP: {
    nl: "De werkmap wordt niet geopend: % is onmogelijk diep genest. Bewaar de werkmap opnieuw in Excel.",
    en: "The workbook is not opened: % is nested impossibly deep. Save the workbook again in Excel.",
  },
  BAD_REFERENCE: {
    nl: "De werkmap is beschadigd: % is geen geldige plaats op een blad. Herstel de werkmap in Excel en bewaar hem opnieuw.",
    en: "The workbook is damaged: % is not a valid place on a sheet. Repair the workbook in Excel and save it again.",
  },
  BAD_TABLE: {
    nl: "De werkmap is beschadigd: tabel % heeft meer kop- en totaalrijen dan in het gebied van de tabel passen. Herstel de werkmap in Excel en bewaar hem opnieuw.",
    en: "The workbook is damaged: table % has more header and totals rows than fit in its area. Repair the workbook in Excel and save it again.",
  },
  BAD_VALUE: {
    nl: "De werkmap is beschadigd: de inhoud van % is niet te lezen. Herstel de werkmap in Excel en bewaar hem opnieuw.",
    en: "The workbook is damaged: the content of % cannot be read. Repair the workbook in Excel and save it again.",
  },
  WRONG_EXTENSION: {
    nl: "Een werkmap wordt niet geschreven als %. Geef een naam die eindigt op .xlsx.",
    en: "A workbook is not written as %. Give a name that ends in .xlsx.",
  },
  HAS_MACROS: {
    nl: "De werkmap bevat macro's en kan daarom niet als % worden geschreven: Excel zou hem niet openen. Geef een naam die eindigt op .xlsm.",
    en: "The workbook holds macros and cannot be written as %: Excel would not open it. Give a name that ends in .xlsm.",
  },
  NO_SHEET: {
    nl: "Het blad % staat niet in deze werkmap. Kijk of het is hernoemd of verwijderd.",
    en: "The sheet % is not in this workbook. See whether it was renamed or deleted.",
  },
  NO_TABLE: {
    nl: "De tabel % staat niet in deze werkmap. Kijk of hij is hernoemd of verwijderd.",
    en: "The table % is not in this workbook. See whether it was renamed or deleted.",
  },
  NO_CELL: {
    nl: "% is geen cel. Schrijf een cel als B7.",
    en: "% is not a cell. Write a cell as B7.",
  },
  NOT_A_VALUE: {
    nl: "De waarde voor % past niet in een cel. Geef een gewoon getal, of een tekst van hoogstens 32.767 tekens.",
    en: "The value for % does not fit in a cell. Give an ordinary number, or a text of at most 32,767 characters.",
  },
  CHANGED_SINCE: {
    nl: "Cel % is intussen veranderd; er is niets aangepast. Controleer de werkmap opnieuw.",
    en: "Cell % has changed in the meantime; nothing was adjusted. Check the workbook again.",
  },
  PROTECTED_SHEET: {
    nl: "Het blad is beveiligd en cel % is vergrendeld; er is niets aangepast. Hef de beveiliging op of pas de cel zelf aan.",
    en: "The sheet is protected and cell % is locked; nothing was adjusted. Remove the protection or change the cell yourself.",
  },
  SHARED_FORMULA: {
    nl: "Cel % draagt een formule waar andere cellen van afhangen; er is niets aangepast. Pas de formule in Excel aan.",
    en: "Cell % carries a formula that other cells depend on; nothing was adjusted. Change the formula in Excel.",
  },
  TABLE_HEADER: {
    nl: "Cel % is een kolomkop van een tabel; er is niets aangepast. Pas de kop in Excel aan, dan blijven formules kloppen.",
    en: "Cell % is a column header of a table; nothing was adjusted. Change the header in Excel, so that formulas stay right.",
  },
  MERGED_CELL: {
    nl: "Cel % is deel van een samengevoegde cel; er is niets aangepast. Hef de samenvoeging op en probeer het opnieuw.",
    en: "Cell % is part of a merged cell; nothing was adjusted. Unmerge the cells and try again.",
  },
  BELOW_IN_USE: {
    nl: "Onder de tabel staat al iets in cel %; er zijn geen rijen toegevoegd. Maak ruimte onder de tabel en probeer het opnieuw.",
    en: "Cell % below the table is in use; no rows were added. Make room below the table and try again.",
  },
  BESIDE_IN_USE: {
    nl: "Rechts van de tabel staat al iets in cel %; er is niets veranderd. Maak daar ruimte en probeer het opnieuw.",
    en: "Cell % to the right of the table is in use; nothing was changed. Make room there and try again.",
  },
  COLUMNS_STAY: {
    nl: "Bij cel % kan geen kolom worden ingevoegd of verwijderd: een formule verwijst naar de kolom, of er staan notities, afbeeldingen, een matrixformule of een draaitabel. Er is niets veranderd. Zet een nieuwe kolom aan het eind van de tabel, of doe het in Excel.",
    en: "No column can be inserted or deleted at cell %: a formula refers to the column, or there are notes, pictures, an array formula or a pivot table. Nothing was changed. Put a new column at the end of the table, or do it in Excel.",
  },
  TOTALS_ROW: {
    nl: "De tabel % heeft een totaalrij; er zijn geen rijen toegevoegd. Zet de totaalrij uit en probeer het opnieuw.",
    en: "The table % has a totals row; no rows were added. Switch the totals row off and try again.",
  },
  TOTALS_IN_USE: {
    nl: "De totaalrij van de tabel % kan niet opschuiven: een formule daar verwijst naar een cel van die rij. Er zijn geen rijen toegevoegd. Laat de formule naar de tabel verwijzen en probeer het opnieuw.",
    en: "The totals row of the table % cannot move down: a formula there refers to a cell of that row. No rows were added. Let the formula refer to the table and try again.",
  },
  ROW_TOO_WIDE: {
    nl: "Een nieuwe rij heeft meer waarden dan de tabel % kolommen heeft; er zijn geen rijen toegevoegd.",
    en: "A new row has more values than the table % has columns; no rows were added.",
  },
  TABLE_TAKEN: {
    nl: "De tabel % staat al in deze werkmap; er zijn geen bladen ingevoegd. Vul die tabel verder in, of geef hem eerst een andere naam.",
    en: "The table % is already in this workbook; no sheets were inserted. Go on in that table, or give it another name first.",
  },
  PROTECTED_STRUCTURE: {
    nl: "De opbouw van de werkmap is beveiligd; er is geen blad toegevoegd of verwijderd. Hef de beveiliging op en probeer het opnieuw.",
    en: "The structure of the workbook is protected; no sheet was added or removed. Remove the protection and try again.",
  },
} as const satisfies Record<string, Sentence>;

/** Stable codes for everything this reader and writer refuses. */
export type RefusalCode = keyof typeof sentences;

/** Codes about a part of the file: a plain string names a part. */
const aboutParts: ReadonlySet<RefusalCode> = new Set(["MISSING_PART", "DTD", "BAD_XML", "TOO_DEEP"]);

/** The subject of a sentence: a cell or name reads the same in both languages, "blad Labels" does not. */
export type Named = string | Sentence;

type CodeOf<Text extends string> = {
  [Code in RefusalCode]: (typeof sentences)[Code]["nl"] extends Text ? Code : never;
}[RefusalCode];
/** Codes whose sentence contains a name, which is then required. */
type NamingCode = CodeOf<`${string}%${string}`>;

export const sheetNamed = (name: string): Sentence => ({ nl: `blad ${name}`, en: `sheet ${name}` });

const partNamed = (name: string): Sentence => ({ nl: `onderdeel ${name}`, en: `part ${name}` });

// Names come from the file, so line breaks are removed and the length is limited.
const shown = (what: string): string => what.replace(/[\p{Cc}\s]+/gu, " ").slice(0, 120);

/** The error for a code; `what` is the part, sheet, cell or size the sentence names. */
export function refusal(code: NamingCode, what: Named): WorkbookError;
export function refusal(code: Exclude<RefusalCode, NamingCode>): WorkbookError;
export function refusal(code: RefusalCode, what: Named = ""): WorkbookError {
  const { nl, en } = sentences[code];
  const named = typeof what === "object" ? what : aboutParts.has(code) ? partNamed(what) : { nl: what, en: what };
  return new WorkbookError(code, {
    nl: nl.replace("%", () => shown(named.nl)),
    en: en.replace("%", () => shown(named.en)),
  });
}

/** All refusal codes, for documentation and tests. */
export const refusalCodes = Object.keys(sentences) as readonly RefusalCode[];
