/** The add-in a workbook belongs to; Excel offers to install it. */
export interface AddIn {
  /** `<Id>` of the manifest. */
  readonly id: string;
  readonly version: string;
  /**
   * Where the add-in comes from: "EXCatalog" for central deployment by the organisation (default), "Registry" for a
   * developer's own machine.
   */
  readonly store?: "EXCatalog" | "Registry";
}

const office = "http://schemas.microsoft.com/office";
const markup = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const main = "http://schemas.openxmlformats.org/drawingml/2006/main";

export const addInContentTypes =
  '<Override PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/>' +
  '<Override PartName="/xl/webextensions/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/>';

/** Belongs in the root `_rels/.rels`, as in files saved by Excel. */
export const addInRelationship = (id: string): string =>
  `<Relationship Id="${id}" Type="${office}/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/>`;

/**
 * The parts in which a workbook names the add-in and the functions it uses ("_xldudf_PA_SOCIALSHARE"). Opening the file
 * does not open the pane (visibility 0): the user has not yet agreed to run the add-in.
 */
export function addInParts(
  { id, version, store = "EXCatalog" }: AddIn,
  functionIds: readonly string[],
): Record<string, string> {
  const storeName = store === "Registry" ? "developer" : store;
  const functionList = functionIds
    .map((name) => `<we:customFunctionIds>_xldudf_PA_${name}</we:customFunctionIds>`)
    .join("");
  return {
    "xl/webextensions/taskpanes.xml":
      `${markup}<wetp:taskpanes xmlns:wetp="${office}/webextensions/taskpanes/2010/11">` +
      '<wetp:taskpane dockstate="right" visibility="0" width="350" row="0">' +
      '<wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>' +
      "</wetp:taskpane></wetp:taskpanes>",
    "xl/webextensions/_rels/taskpanes.xml.rels":
      `${markup}<Relationships xmlns="${relationships}">` +
      `<Relationship Id="rId1" Type="${office}/2011/relationships/webextension" Target="webextension1.xml"/></Relationships>`,
    "xl/webextensions/webextension1.xml":
      `${markup}<we:webextension xmlns:we="${office}/webextensions/webextension/2010/11" id="{${id.toUpperCase()}}">` +
      `<we:reference id="${id}" version="${version}" store="${storeName}" storeType="${store}"/>` +
      "<we:alternateReferences/><we:properties/><we:bindings/>" +
      '<we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>' +
      `<we:extLst><a:ext xmlns:a="${main}" uri="{D87F86FE-615C-45B5-9D79-34F1136793EB}"><we:containsCustomFunctions val="1"/></a:ext>` +
      `<a:ext xmlns:a="${main}" uri="{7C84B067-C214-45C3-A712-C9D94CD141B2}">` +
      `<we:customFunctionIdList>${functionList}</we:customFunctionIdList></a:ext></we:extLst></we:webextension>`,
  };
}
