import { escapeAttribute } from "./markup.js";
import { cellName } from "./reference.js";

/** Column widths and frozen panes, written before the cells of a sheet; the cells stay byte-identical. */

const startOfCells = (xml: string): number => xml.search(/<(?:\w+:)?sheetData[\s/>]/);
const prefixOf = (xml: string): string => /<(\w+:)?sheetData[\s/>]/.exec(xml)?.[1] ?? "";
const attributesOf = (tag: string): Map<string, string> =>
  new Map([...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));

/** The sheet with these column widths, in characters; columns are counted from 1. */
export function withColumnWidths(xml: string, widths: ReadonlyMap<number, number>): string {
  const cells = startOfCells(xml);
  if (cells < 0 || widths.size === 0) return xml;
  const prefix = prefixOf(xml);
  const head = xml.slice(0, cells);
  const list = new RegExp(`<${prefix}cols>([\\s\\S]*?)</${prefix}cols>`).exec(head);
  const own = [...(list?.[1] ?? "").matchAll(/<(?:\w+:)?col\s[^>]*>/g)].map(([tag]) => attributesOf(tag));
  const columns: { readonly min: number; readonly max: number; readonly attributes: ReadonlyMap<string, string> }[] =
    [];
  const taken = new Set<number>();
  for (const attributes of own) {
    const max = Number(attributes.get("max"));
    let min = Number(attributes.get("min"));
    const inside = [...widths.keys()].filter((column) => column >= min && column <= max).sort((a, b) => a - b);
    for (const column of inside) {
      if (column > min) columns.push({ min, max: column - 1, attributes });
      columns.push({ min: column, max: column, attributes: withWidth(attributes, widths.get(column)!) });
      taken.add(column);
      min = column + 1;
    }
    if (min <= max) columns.push({ min, max, attributes });
  }
  for (const [column, width] of widths)
    if (!taken.has(column)) columns.push({ min: column, max: column, attributes: withWidth(new Map(), width) });
  columns.sort((a, b) => a.min - b.min);
  const written = columns.map(({ min, max, attributes }) => {
    const all = new Map([...attributes, ["min", String(min)], ["max", String(max)]]);
    return `<${prefix}col ${[...all].map(([name, value]) => `${name}="${value}"`).join(" ")}/>`;
  });
  const text = `<${prefix}cols>${written.join("")}</${prefix}cols>`;
  const [from, to] = list ? [list.index, list.index + list[0].length] : [cells, cells];
  return xml.slice(0, from) + text + xml.slice(to);
}

const withWidth = (attributes: ReadonlyMap<string, string>, width: number): Map<string, string> =>
  new Map([...attributes, ["width", escapeAttribute(String(Math.round(width * 100) / 100))], ["customWidth", "1"]]);

/** The sheet with this many rows and columns frozen. */
export function withFrozen(
  xml: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): string {
  const cells = startOfCells(xml);
  if (cells < 0) return xml;
  const prefix = prefixOf(xml);
  const head = xml.slice(0, cells);
  const place = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const split = [columns > 0 && `xSplit="${columns}"`, rows > 0 && `ySplit="${rows}"`].filter(Boolean).join(" ");
  const pane =
    rows === 0 && columns === 0
      ? ""
      : `<${prefix}pane ${split} topLeftCell="${cellName(rows + 1, columns + 1)}" activePane="${place}" state="frozen"/>`;
  const view = new RegExp(`<${prefix}sheetView(?:\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${prefix}sheetView>)`).exec(head);
  if (view !== null) {
    const open = /^<[^>]*?(?=\s*\/?>)/.exec(view[0])![0];
    // Drops selections: each names a pane, and the panes change.
    const inside = (view[1] ?? "")
      .replace(new RegExp(`<${prefix}pane(?:\\s[^>]*)?/>`, "g"), "")
      .replace(new RegExp(`<${prefix}selection(?:\\s[^>]*)?/>`, "g"), "");
    const made = `${open}>${pane}${inside}</${prefix}sheetView>`;
    return xml.slice(0, view.index) + made + xml.slice(view.index + view[0].length);
  }
  const views = `<${prefix}sheetViews><${prefix}sheetView workbookViewId="0">${pane}</${prefix}sheetView></${prefix}sheetViews>`;
  const next = new RegExp(`<${prefix}(?:sheetFormatPr|cols)[\\s/>]`).exec(head);
  const at = next?.index ?? cells;
  return xml.slice(0, at) + views + xml.slice(at);
}
