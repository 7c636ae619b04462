import { bookOf, relations, row, style, tableText, tableType } from "../workbooks/book.js";

export const projectHeaders = [
  "Kwartaal",
  "Project_id",
  "Sociale huur",
  "Totaal",
  "Aandeel",
  "Oplevering werkelijk",
  "Akkoord",
  "Eigen kolom",
];

/**
 * The workbook for testing every adapter: an Excel table that does not start in A1 and has a user's own column, a
 * second table, a plain sheet with a title, and an unrelated sheet.
 */
export const contractWorkbook = (): Uint8Array =>
  bookOf({
    sheets: [
      {
        name: "Nieuwbouw",
        xml: [
          row(3, projectHeaders, 2),
          // 30-9-2026 is 46295 days after 30-12-1899.
          row(4, ["2026-Q3", "OEG-01", 24, 80, { xml: "<c><f>D4/E4</f><v>0.3</v></c>" }, 46295, true, "van ons"], 2, [
            0,
            0,
            0,
            0,
            style.percentage,
            style.date,
            0,
            0,
          ]),
          row(5, ["2026-Q3", "OEG-02", 0, 40, { xml: "<c><f>D5/E5</f><v>0</v></c>" }, null, false, null], 2, [
            0,
            0,
            0,
            0,
            style.percentage,
            style.date,
            0,
            0,
          ]),
          row(6, ["2026-Q3", "0003", null, { error: "#N/A" }, null, null, null, "ca. 12"], 2, [
            0,
            0,
            0,
            0,
            style.percentage,
            style.date,
            0,
            0,
          ]),
        ].join(""),
        tables: [tableText(1, "PA_Nieuwbouw", "B3:I6", projectHeaders)],
      },
      {
        name: "Voorraad",
        xml: [row(1, ["Kwartaal", "Eindstand"]), row(2, ["2026-Q3", 1840])].join(""),
        tables: [tableText(2, "PA_Voorraad", "A1:B2", ["Kwartaal", "Eindstand"])],
      },
      {
        name: "Toewijzingen",
        xml: [
          row(1, ["Toewijzingen Oegstgeest"]),
          row(3, ["Kwartaal", "Verhuurder", "Aantal"]),
          row(4, ["2026-Q3", "WYwonen", 31]),
          row(5, ["2026-Q3", "Portaal", 12]),
        ].join(""),
      },
      { name: "Rest", xml: row(1, ["niet van ons"]) },
    ],
  });

/**
 * Projects with a group header above the last columns, whose names are in the row below: a plain list, or an Excel table
 * of which that row is the first. One of the names takes two lines.
 */
export const twoHeaderRows = (kind: "list" | "table"): Uint8Array => {
  const first = ["Kwartaal", "Project_id", "Projectnaam", "Ontwikkelaar", "Partijtype", "Fase", "Aantal woningen"];
  const second = [null, null, null, null, null, null, "Sociale\nhuur", "Middeldure huur", "Totaal"];
  const project = ["2026-Q3", "OEG-01", "Wilhelminahof", "WYwonen", "corporatie", "realisatie", 10, 5, 15];
  const under = [row(2, second), row(3, project)];
  if (kind === "list") return bookOf({ sheets: [{ name: "Projecten", xml: [row(1, first), ...under].join("") }] });
  const names = [...first, "Kolom1", "Kolom2"];
  return bookOf({
    sheets: [
      {
        name: "Projecten",
        xml: [row(1, names), ...under].join(""),
        tables: [tableText(1, "PA_Nieuwbouw", "A1:I3", names)],
      },
    ],
  });
};

/** Two tables side by side, with a footnote below the second. */
export const neighbours = (): Uint8Array =>
  bookOf({
    sheets: [
      {
        name: "Naast elkaar",
        xml: [
          row(1, ["Kwartaal", "Eindstand", null, "Kwartaal", "Aantal"]),
          row(2, ["2026-Q2", 1830, null, "2026-Q2", 31]),
          row(3, ["2026-Q3", 1840, null, "2026-Q3", 12]),
          row(4, ["2026-Q3", 1840, null, "2026-Q4", 14]),
          row(6, [null, null, null, "voetnoot"]),
        ].join(""),
        tables: [
          tableText(1, "PA_Voorraad", "A1:B4", ["Kwartaal", "Eindstand"]),
          tableText(2, "PA_Toewijzingen", "D1:E4", ["Kwartaal", "Aantal"]),
        ],
      },
    ],
  });

const link = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/**
 * A workbook with facts beyond values: a row struck through, a percentage, a date, leading zeros, a value from another
 * workbook, a linked data type, a totals row, rows pasted below a table, and a hidden sheet.
 */
export const factsWorkbook = (): Uint8Array => {
  const headers = ["Kwartaal", "Project_id", "Sociale huur"];
  const looks = (last: number): number[] => [0, 0, last];
  return bookOf({
    sheets: [
      {
        name: "Nieuwbouw",
        xml: [
          row(1, headers),
          row(2, ["2026-Q3", "OEG-01", 0.15], 1, looks(style.percentage)),
          row(3, ["2026-Q3", "OEG-02", 12], 1, [style.struck, style.struck, style.struck]),
          row(4, ["2026-Q3", 7, { xml: "<c><f>[1]Blad1!$B$2</f><v>31</v></c>" }], 1, [0, style.zeros, 0]),
          row(5, ["2026-Q3", { xml: '<c t="e" vm="1"><v>#VALUE!</v></c>' }, 46295], 1, looks(style.date)),
          row(6, ["2026-Q3", "OEG-05", 8]),
          row(7, ["2026-Q3", "OEG-06", 9]),
          row(9, ["los", "hiervan"]),
        ].join(""),
        tables: [tableText(1, "PA_Nieuwbouw", "A1:C5", headers)],
      },
      {
        name: "Voorraad",
        state: "hidden",
        xml: [
          row(1, ["Kwartaal", "Eindstand"]),
          row(2, ["2026-Q3", 1840]),
          row(3, ["Totaal", { xml: "<c><f>SUM(B2:B2)</f><v>1840</v></c>" }]),
        ].join(""),
        tables: [
          tableText(2, "PA_Voorraad", "A1:B3", ["Kwartaal", "Eindstand"]).replace(
            'totalsRowShown="0"',
            'totalsRowCount="1"',
          ),
        ],
      },
    ],
    contentTypes: {
      "xl/externalLinks/externalLink1.xml":
        "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
    },
    workbook: { after: '<externalReferences><externalReference r:id="rIdLink"/></externalReferences>' },
    workbookRelations: [{ id: "rIdLink", type: "externalLink", target: "externalLinks/externalLink1.xml" }],
    parts: {
      "xl/externalLinks/externalLink1.xml": `<externalLink xmlns="${link}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><externalBook r:id="rId1"/></externalLink>`,
      "xl/externalLinks/_rels/externalLink1.xml.rels": relations([
        { id: "rId1", type: "externalLinkPath", target: "Opgave%20Q2.xlsx", external: true },
      ]),
    },
  });
};

/**
 * Two tables below each other and one beside them, with rows pasted below the first: one after an empty row, and one after another
 * that is shown as a date. Below the second table is the header of a plain list of the return.
 * Row 3 is hidden, and so are the columns B and C.
 */
export const belowWorkbook = (): Uint8Array => {
  const projects = ["Kwartaal", "Project_id", "Oplevering werkelijk"];
  const students = ["Kwartaal", "Plan_id"];
  return bookOf({
    sheets: [
      {
        name: "Alles",
        xml: `<cols><col min="2" max="3" width="9" hidden="1"/></cols><sheetData>${[
          row(1, [...projects, null, ...students]),
          row(2, ["2026-Q3", "OEG-01", 46295, null, "2026-Q3", "P1"], 1, [0, 0, style.date]),
          row(3, [null, null, null, null, "2026-Q3", "P2"]).replace("<row ", '<row hidden="1" '),
          row(5, ["2026-Q3", "OEG-02", 46295]),
          row(7, ["2026-Q3", "OEG-03", 46295], 1, [0, 0, style.date]),
          row(10, ["Kwartaal", "Eindstand"]),
          row(11, ["2026-Q3", 1840]),
          row(13, ["Kwartaal", "Verhuurder", "Categorie", "Aantal"]),
          row(14, ["2026-Q3", "WYwonen", "urgent", 3]),
        ].join(
          "",
        )}</sheetData><tableParts count="3"><tablePart r:id="rId1"/><tablePart r:id="rId2"/><tablePart r:id="rId3"/></tableParts>`,
        relations: [1, 2, 3].map((n) => ({ id: `rId${n}`, type: "table", target: `../tables/table${n}.xml` })),
      },
    ],
    contentTypes: Object.fromEntries([1, 2, 3].map((n) => [`xl/tables/table${n}.xml`, tableType])),
    parts: {
      "xl/tables/table1.xml": tableText(1, "PA_Nieuwbouw", "A1:C2", projects),
      "xl/tables/table2.xml": tableText(2, "PA_Voorraad", "A10:B11", ["Kwartaal", "Eindstand"]),
      "xl/tables/table3.xml": tableText(3, "PA_Studenten", "E1:F3", students),
    },
  });
};
