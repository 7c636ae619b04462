/**
 * Checks whether Excel would offer to repair a file: the structural rules that Excel enforces. Order of elements,
 * relationships and content types that match the parts, tables that match their cells, styles and texts that exist.
 * Uses only fflate and saxes, not the code under test.
 */
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser, type SaxesTagPlain } from "saxes";

const sheetOrder =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );
const workbookOrder =
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst".split(
    " ",
  );

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function parse(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", (tag) => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, attribute]) => [
        name,
        typeof attribute === "string" ? attribute : (attribute as { value: string }).value,
      ]),
    );
    const element: Element = {
      name: local((tag as unknown as SaxesTagPlain).name),
      attributes,
      children: [],
      text: "",
    };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => (open.at(-1)!.text += text));
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return root.children[0]!;
}

const named = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...named(child, name)]);

const columnOf = (cell: string): number =>
  [.../^[A-Z]+/.exec(cell)![0]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const rowOf = (cell: string): number => Number(/\d+$/.exec(cell)![0]);

/** Everything in the file that Excel would complain about; empty if it opens without a message. */
export function structuralLint(bytes: Uint8Array): string[] {
  const found: string[] = [];
  const zip = unzipSync(bytes);
  const text = (part: string): string => strFromU8(zip[part]!);
  const parts = Object.keys(zip).filter((name) => !name.endsWith("/"));

  const types = parse(text("[Content_Types].xml"));
  const overrides = named(types, "Override").map(({ attributes }) => attributes["PartName"]!.slice(1));
  const defaults = new Set(named(types, "Default").map(({ attributes }) => attributes["Extension"]!.toLowerCase()));
  for (const part of parts)
    if (
      part !== "[Content_Types].xml" &&
      !overrides.includes(part) &&
      !defaults.has(part.split(".").pop()!.toLowerCase())
    )
      found.push(`no content type for ${part}`);
  for (const part of overrides) if (!zip[part]) found.push(`content type for missing ${part}`);
  if (new Set(overrides).size !== overrides.length) found.push("content type given twice");

  const relationsOf = (part: string) => {
    const slash = part.lastIndexOf("/") + 1;
    const list = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    if (!zip[list]) return [];
    const all = parse(text(list)).children.map(({ attributes }) => {
      const target = attributes["Target"]!;
      const path: string[] = [];
      for (const step of (target.startsWith("/") ? target : part.slice(0, slash) + target).split("/"))
        if (step === "..") path.pop();
        else if (step !== "" && step !== ".") path.push(step);
      const external = attributes["TargetMode"] === "External";
      return {
        id: attributes["Id"]!,
        kind: attributes["Type"]!.split("/").pop()!,
        target: external ? target : path.join("/"),
        external,
      };
    });
    if (new Set(all.map(({ id }) => id)).size !== all.length) found.push(`${list}: an id twice`);
    return all;
  };
  const reached = new Set<string>();
  const walk = (part: string): void => {
    for (const { target, external } of relationsOf(part)) {
      if (external || reached.has(target)) continue;
      if (!zip[target]) found.push(`${part || "file"} points to missing ${target}`);
      else {
        reached.add(target);
        walk(target);
      }
    }
  };
  walk("");
  for (const part of parts)
    if (!/\.rels$|^\[Content/.test(part) && !reached.has(part)) found.push(`nothing points to ${part}`);

  const inOrder = (part: string, element: Element, order: readonly string[]): void => {
    let last = -1;
    for (const { name } of element.children) {
      const place = order.indexOf(name);
      if (place < 0 && !["AlternateContent", "revisionPtr"].includes(name)) found.push(`${part}: unknown <${name}>`);
      if (place >= 0 && place < last) found.push(`${part}: <${name}> out of order`);
      last = Math.max(last, place);
    }
    const single = element.children.map(({ name }) => name).filter((name) => name !== "conditionalFormatting");
    if (new Set(single).size !== single.length) found.push(`${part}: an element twice`);
  };

  const main = relationsOf("").find(({ kind }) => kind === "officeDocument")!.target;
  const workbook = parse(text(main));
  inOrder(main, workbook, workbookOrder);
  const ofWorkbook = relationsOf(main);
  const sheets = named(workbook, "sheet");
  for (const key of ["name", "sheetId"]) {
    const values = sheets.map(({ attributes }) => attributes[key]!.toLowerCase());
    if (new Set(values).size !== values.length) found.push(`${main}: a sheet ${key} twice`);
  }
  for (const { attributes } of sheets) if (attributes["name"]!.length > 31) found.push("sheet name too long");
  for (const { attributes } of named(workbook, "definedName"))
    if (Number(attributes["localSheetId"] ?? 0) >= sheets.length) found.push(`${main}: name of a missing sheet`);

  const stylesPart = ofWorkbook.find(({ kind }) => kind === "styles")?.target;
  const styles = stylesPart ? parse(text(stylesPart)) : undefined;
  const formats = styles?.children.find(({ name }) => name === "cellXfs")?.children.length ?? 1;
  const differences = styles?.children.find(({ name }) => name === "dxfs")?.children.length ?? 0;
  const stringsPart = ofWorkbook.find(({ kind }) => kind === "sharedStrings")?.target;
  const plain = (element: Element): string =>
    named(element, "t")
      .map(({ text: own }) => own)
      .join("");
  const strings = stringsPart
    ? parse(text(stringsPart))
        .children.filter(({ name }) => name === "si")
        .map(plain)
    : [];

  const tableNames = new Set<string>();
  const tableIds = new Set<string>();
  for (const { target: part } of ofWorkbook.filter(({ kind }) => kind === "worksheet")) {
    const sheet = parse(text(part));
    inOrder(part, sheet, sheetOrder);
    const cells = new Map<string, string>();
    let lastRow = 0;
    for (const row of sheet.children.find(({ name }) => name === "sheetData")!.children) {
      const number = Number(row.attributes["r"] ?? lastRow + 1);
      if (number <= lastRow) found.push(`${part}: row ${number} out of order`);
      lastRow = number;
      let lastColumn = 0;
      for (const cell of row.children) {
        const { r, s, t } = cell.attributes;
        if (r !== undefined && (columnOf(r) <= lastColumn || rowOf(r) !== number))
          found.push(`${part}: ${r} out of order`);
        lastColumn = r === undefined ? lastColumn + 1 : columnOf(r);
        if (s !== undefined && Number(s) >= formats) found.push(`${part}: ${r} has unknown style ${s}`);
        const order = cell.children.map(({ name }) => ["f", "v", "is"].indexOf(name));
        if (order.some((place, i) => i > 0 && place <= order[i - 1]!)) found.push(`${part}: ${r} in disorder`);
        const value = cell.children.find(({ name }) => name === "v")?.text ?? "";
        if (t === "s" && strings[Number(value)] === undefined) found.push(`${part}: ${r} has unknown text ${value}`);
        if (value !== "" && (t ?? "n") === "n" && !Number.isFinite(Number(value)))
          found.push(`${part}: ${r} is no number`);
        cells.set(r ?? "", t === "s" ? strings[Number(value)]! : t === "inlineStr" ? plain(cell) : value);
      }
    }
    for (const { attributes } of named(sheet, "cfRule")) {
      if (Number(attributes["dxfId"] ?? -1) >= differences) found.push(`${part}: unknown difference`);
      if (!(Number(attributes["priority"]) >= 1)) found.push(`${part}: rule without priority`);
    }
    const ids = named(sheet, "cfRule").flatMap(({ attributes }) => attributes["id"] ?? []);
    if (new Set(ids).size !== ids.length) found.push(`${part}: a rule id twice`);

    for (const { target } of relationsOf(part).filter(({ kind }) => kind === "table")) {
      const table = parse(text(target));
      const { displayName = "", id = "", ref = "", headerRowCount } = table.attributes;
      if (tableNames.has(displayName) || tableIds.has(id)) found.push(`table ${displayName} twice`);
      tableNames.add(displayName);
      tableIds.add(id);
      const [first = "", last = first] = ref.split(":");
      const columns = named(table, "tableColumn").map(({ attributes }) => attributes["name"]!);
      if (columnOf(last) - columnOf(first) + 1 !== columns.length)
        found.push(`${target}: ${ref} is not ${columns.length} wide`);
      if (rowOf(last) <= rowOf(first) && headerRowCount !== "0") found.push(`${target}: no rows`);
      const filter = table.children.find(({ name }) => name === "autoFilter")?.attributes["ref"];
      if (filter !== undefined && filter.split(":")[0] !== first) found.push(`${target}: filter elsewhere`);
      if (headerRowCount !== "0")
        columns.forEach((name, i) => {
          const letters = (n: number): string =>
            (n > 26 ? letters(Math.floor((n - 1) / 26)) : "") + String.fromCharCode(65 + ((n - 1) % 26));
          const header = cells.get(letters(columnOf(first) + i) + rowOf(first));
          if (header !== name.replace(/_x000a_/gi, "\n")) found.push(`${target}: header "${header}" is "${name}"`);
        });
    }
  }
  return found;
}
