/**
 * A workbook with everything other programs tend to lose: chart, comments, pivot table, custom XML, web extensions,
 * custom properties, hidden sheet, names, validation, conditional formats, protection, shared and array formulas.
 * Built from XML, so that tests know every byte; LibreOffice opens it, and the structural lint finds no errors.
 */
import { bookParts, fileOf, relations, row, style, tableText, tableType } from "./book.js";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const richHeaders = [
  "Kwartaal",
  "Project_id",
  "Projectnaam",
  "Sociale huur",
  "Totaal",
  "Aandeel",
  "Oplevering",
  "Eigen kolom",
];

const projects: [string, string, string, number, number, number | null, string | null][] = [
  ["2026-Q3", "OEG-01", "Nieuw-Rhijngeest", 24, 80, 46113, "van ons"],
  ["2026-Q3", "OEG-02", "De Boerhaave", 12, 40, null, null],
  ["2026-Q3", "OEG-03", "MEOB & omgeving", 0, 30, 46478, "let op"],
];

const nieuwbouw = `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H8"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="8" width="16" customWidth="1"/></cols><sheetData>${[
  row(1, ["Nieuwbouw in Oegstgeest"], 1, [style.bold]),
  row(4, richHeaders),
  ...projects.map(([quarter, id, name, social, total, day, own], i) =>
    row(
      5 + i,
      [
        quarter,
        id,
        name,
        social,
        total,
        { xml: `<c><f>IF(E${5 + i}=0,"",D${5 + i}/E${5 + i})</f><v>${social / total}</v></c>` },
        day,
        own,
      ],
      1,
      [0, 0, 0, 0, 0, style.percentage, style.date, 0],
    ),
  ),
].join(
  "",
)}</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><conditionalFormatting sqref="D5:D7"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" operator="greaterThanOrEqual" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="D5:E7"><formula1>0</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="H5" r:id="rId4"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="2" id="{11111111-2222-4333-8444-555555555555}"><xm:f>Verborgen!$A$1&gt;100</xm:f><x14:dxf><font><b/></font></x14:dxf></x14:cfRule><xm:sqref>E5:E7</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;

const verborgen = `<sheetData>${[
  row(1, [
    10,
    { xml: '<c><f t="shared" ref="B1:B3" si="0">A1*$A$3</f><v>300</v></c>' },
    { xml: '<c cm="1"><f t="array" ref="C1:C3">SORT(A1:A3)</f><v>10</v></c>' },
  ]),
  row(2, [20, { xml: '<c><f t="shared" si="0"/><v>600</v></c>' }, { xml: "<c><v>20</v></c>" }]),
  row(3, [30, { xml: '<c><f t="shared" si="0"/><v>900</v></c>' }, { xml: "<c><v>30</v></c>" }]),
  row(5, [{ xml: "<c><f>_xldudf_PA_SOCIALSHARE(24,80)</f><v>0.3</v></c>" }]),
].join("")}</sheetData>`;

const beveiligd = `<sheetData>${row(1, ["Wat", "Invullen"])}${row(2, ["Peildatum", 46295], 1, [0, style.unlocked])}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/>`;

const draai = `<sheetData>${row(3, ["Rijlabels", "Som van Totaal"])}${row(4, ["2026-Q3", 150])}</sheetData>`;

const cache = `<cacheField name="Kwartaal" numFmtId="0"><sharedItems count="1"><s v="2026-Q3"/></sharedItems></cacheField><cacheField name="Totaal" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="30" maxValue="80"/></cacheField>`;

/** The parts of the rich workbook, in file order. */
export const richParts = (): Record<string, string | Uint8Array | null> =>
  bookParts({
    sheets: [
      {
        name: "Nieuwbouw",
        xml: nieuwbouw,
        relations: [
          { id: "rId1", type: "table", target: "../tables/table1.xml" },
          { id: "rId2", type: "drawing", target: "../drawings/drawing1.xml" },
          { id: "rId3", type: "vmlDrawing", target: "../drawings/vmlDrawing1.vml" },
          { id: "rId4", type: "hyperlink", target: "https://www.oegstgeest.nl/", external: true },
          { id: "rId5", type: "comments", target: "../comments1.xml" },
        ],
      },
      { name: "Verborgen", xml: verborgen, state: "hidden" },
      { name: "Beveiligd", xml: beveiligd },
      {
        name: "Draai",
        xml: draai,
        relations: [{ id: "rId1", type: "pivotTable", target: "../pivotTables/pivotTable1.xml" }],
      },
    ],
    strings: ["ongebruikt"],
    workbook: {
      before: '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="10000"/></bookViews>',
      after: `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Nieuwbouw!$4:$4</definedName><definedName name="Doel">Verborgen!$A$1</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rIdCache"/></pivotCaches>`,
    },
    workbookRelations: [
      { id: "rIdChain", type: "calcChain", target: "calcChain.xml" },
      { id: "rIdCache", type: "pivotCacheDefinition", target: "pivotCache/pivotCacheDefinition1.xml" },
      { id: "rIdXml", type: "customXml", target: "../customXml/item1.xml" },
      { id: "rIdMeta", type: "sheetMetadata", target: "metadata.xml" },
    ],
    rootRelations: [
      {
        id: "rId2",
        type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        target: "docProps/core.xml",
      },
      { id: "rId3", type: "extended-properties", target: "docProps/app.xml" },
      { id: "rId4", type: "custom-properties", target: "docProps/custom.xml" },
      {
        id: "rId5",
        type: "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
        target: "xl/webextensions/taskpanes.xml",
      },
    ],
    defaults: { vml: "application/vnd.openxmlformats-officedocument.vmlDrawing" },
    contentTypes: {
      "xl/tables/table1.xml": tableType,
      "xl/drawings/drawing1.xml": "application/vnd.openxmlformats-officedocument.drawing+xml",
      "xl/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
      "xl/comments1.xml": `${spreadsheet}.comments+xml`,
      "xl/calcChain.xml": `${spreadsheet}.calcChain+xml`,
      "xl/metadata.xml": `${spreadsheet}.sheetMetadata+xml`,
      "xl/pivotTables/pivotTable1.xml": `${spreadsheet}.pivotTable+xml`,
      "xl/pivotCache/pivotCacheDefinition1.xml": `${spreadsheet}.pivotCacheDefinition+xml`,
      "xl/pivotCache/pivotCacheRecords1.xml": `${spreadsheet}.pivotCacheRecords+xml`,
      "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
      "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
      "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
      "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
      "xl/webextensions/taskpanes.xml": "application/vnd.ms-office.webextensiontaskpanes+xml",
      "xl/webextensions/webextension1.xml": "application/vnd.ms-office.webextension+xml",
    },
    parts: {
      "xl/tables/table1.xml": tableText(1, "PA_Nieuwbouw", "A4:H7", richHeaders),
      "xl/drawings/drawing1.xml": `${head}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>15</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>18</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Grafiek 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${office}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
      "xl/drawings/_rels/drawing1.xml.rels": relations([{ id: "rId1", type: "chart", target: "../charts/chart1.xml" }]),
      "xl/charts/chart1.xml": `${head}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Nieuwbouw!$E$5:$E$7</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`,
      "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>4</x:Row><x:Column>3</x:Column></x:ClientData></v:shape></xml>`,
      "xl/comments1.xml": `${head}<comments xmlns="${main}"><authors><author>WYwonen</author></authors><commentList><comment ref="D5" authorId="0"><text><t>geteld op 30 september</t></text></comment></commentList></comments>`,
      "xl/calcChain.xml": `${head}<calcChain xmlns="${main}"><c r="F5" i="1"/><c r="F6"/><c r="F7"/><c r="B1" i="2"/><c r="B2"/><c r="B3"/><c r="A5"/></calcChain>`,
      "xl/metadata.xml": `${head}<metadata xmlns="${main}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
      "xl/pivotTables/pivotTable1.xml": `${head}<pivotTableDefinition xmlns="${main}" name="Draaitabel1" cacheId="1" dataCaption="Waarden"><location ref="A3:B4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="1"><i><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="Som van Totaal" fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>`,
      "xl/pivotTables/_rels/pivotTable1.xml.rels": relations([
        { id: "rId1", type: "pivotCacheDefinition", target: "../pivotCache/pivotCacheDefinition1.xml" },
      ]),
      "xl/pivotCache/pivotCacheDefinition1.xml": `${head}<pivotCacheDefinition xmlns="${main}" xmlns:r="${office}" r:id="rId1" refreshedBy="WYwonen" recordCount="1"><cacheSource type="worksheet"><worksheetSource name="PA_Nieuwbouw"/></cacheSource><cacheFields count="2">${cache}</cacheFields></pivotCacheDefinition>`,
      "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relations([
        { id: "rId1", type: "pivotCacheRecords", target: "pivotCacheRecords1.xml" },
      ]),
      "xl/pivotCache/pivotCacheRecords1.xml": `${head}<pivotCacheRecords xmlns="${main}" count="1"><r><x v="0"/><n v="80"/></r></pivotCacheRecords>`,
      "customXml/item1.xml": '<iets xmlns="urn:van-een-ander">laat mij staan</iets>',
      "customXml/_rels/item1.xml.rels": relations([{ id: "rId1", type: "customXmlProps", target: "itemProps1.xml" }]),
      "customXml/itemProps1.xml": `${head}<ds:datastoreItem ds:itemID="{6A1B6C0E-7D52-4B0B-9C41-000000000001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:van-een-ander"/></ds:schemaRefs></ds:datastoreItem>`,
      "docProps/core.xml": `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>WYwonen</dc:creator></cp:coreProperties>`,
      "docProps/app.xml": `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
      "docProps/custom.xml": `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Versie"><vt:lpwstr>3</vt:lpwstr></property></Properties>`,
      "xl/webextensions/taskpanes.xml": `${head}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="350" row="0"><wetp:webextensionref xmlns:r="${office}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
      "xl/webextensions/_rels/taskpanes.xml.rels": relations([
        {
          id: "rId1",
          type: "http://schemas.microsoft.com/office/2011/relationships/webextension",
          target: "webextension1.xml",
        },
      ]),
      "xl/webextensions/webextension1.xml": `${head}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{7B1B6C0E-7D52-4B0B-9C41-000000000002}"><we:reference id="11111111-2222-3333-4444-555555555555" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties/><we:bindings/><we:snapshot xmlns:r="${office}"/></we:webextension>`,
    },
  });

const richFile = fileOf(richParts());
export const richWorkbook = (): Uint8Array => richFile.slice();
