import { bookOf, row, style, tableText, tableType } from "../workbooks/book.js";

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
 * The workbook that every adapter is tried on: an Excel table that does not begin in A1, with a column of the user's own,
 * a second table, a plain sheet under a title, and a sheet that is nobody's business.
 */
export const contractWorkbook = (): Uint8Array =>
  bookOf({
    sheets: [
      {
        name: "Nieuwbouw",
        xml: `<sheetData>${[
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
        ].join("")}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
        relations: [{ id: "rId1", type: "table", target: "../tables/table1.xml" }],
      },
      {
        name: "Voorraad",
        xml: `<sheetData>${[row(1, ["Kwartaal", "Eindstand"]), row(2, ["2026-Q3", 1840])].join("")}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
        relations: [{ id: "rId1", type: "table", target: "../tables/table2.xml" }],
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
    contentTypes: { "xl/tables/table1.xml": tableType, "xl/tables/table2.xml": tableType },
    parts: {
      "xl/tables/table1.xml": tableText(1, "PA_Nieuwbouw", "B3:I6", projectHeaders),
      "xl/tables/table2.xml": tableText(2, "PA_Voorraad", "A1:B2", ["Kwartaal", "Eindstand"]),
    },
  });
