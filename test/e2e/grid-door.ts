/**
 * Locates cells, filter buttons and headers in the drawn grid by asking its model. owl keeps a list of the apps on a
 * page for its developer tools; tests reach the model through it, so no page needs a test hook.
 */
import type { Page } from "playwright-core";

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Getters {
  getActiveSheetId(): string;
  getRect(zone: object): Rect;
  getGridOffset(): { readonly x: number; readonly y: number };
  getCellIcons(
    position: object,
  ): readonly { readonly onClick?: unknown; readonly margin: number; readonly size: number }[];
  getCellIconRect(icon: object, cell: Rect): Rect;
  getCellComputedStyle(position: object): object;
  getEvaluatedCell(position: object): { readonly formattedValue: string };
  getTextWidth(text: string, style: object): number;
  getColSize(sheetId: string, col: number): number;
  getNumberCols(sheetId: string): number;
  getSheetIdByName(name: string): string | undefined;
}
interface Running {
  readonly root: {
    readonly component: {
      readonly props: { readonly model: { readonly getters: Getters } };
      readonly env: {
        readonly __spreadsheet_stores__: {
          get(store: unknown): {
            readonly currentContent: string;
            readonly editionMode: string;
            readonly highlights: readonly Highlight[];
          };
        };
      };
    };
  };
}
interface Highlight {
  readonly color: string;
  readonly range: { readonly zone: { readonly left: number; readonly top: number } };
}
interface GridWindow {
  readonly __OWL_DEVTOOLS__: { readonly apps: Iterable<Running> };
  readonly o_spreadsheet: { readonly stores: Record<string, unknown> };
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}
type Part = "cell" | "filter" | "column" | "row";

/** The centre of a cell ("B5"), its filter button, or its column or row header, in window coordinates. */
export const spotOf = (page: Page, cell: string, part: Part = "cell"): Promise<Spot> =>
  page.evaluate(
    ([cell, part]) => {
      const [app] = [...(window as unknown as GridWindow).__OWL_DEVTOOLS__.apps];
      const { getters } = app!.root.component.props.model;
      const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
      const col = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const row = Number(digits) - 1;
      const rect = getters.getRect({ left: col, right: col, top: row, bottom: row });
      const headers = getters.getGridOffset();
      const canvas = document.querySelector("#grid .o-grid canvas")!.getBoundingClientRect();
      const middle = ({ x, y, width, height }: Rect): Spot => ({ x: x + width / 2, y: y + height / 2 });
      const icon = getters
        .getCellIcons({ sheetId: getters.getActiveSheetId(), col, row })
        .find(({ onClick }) => onClick !== undefined);
      if (part === "filter" && icon === undefined) throw new Error(`${cell} has no filter`);
      const spot =
        part === "filter"
          ? middle(getters.getCellIconRect(icon!, rect))
          : {
              x: part === "row" ? headers.x / 2 : middle(rect).x,
              y: part === "column" ? headers.y / 2 : middle(rect).y,
            };
      return { x: canvas.x + spot.x, y: canvas.y + spot.y };
    },
    [cell, part] as const,
  );

/** The text typed in the cell so far, once the page shows it; empty if no cell is being edited. */
export const typedSoFar = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { __OWL_DEVTOOLS__, o_spreadsheet } = window as unknown as GridWindow;
    const [app] = [...__OWL_DEVTOOLS__.apps];
    const composer = app!.root.component.env.__spreadsheet_stores__.get(o_spreadsheet.stores["CellComposerStore"]);
    if (composer.editionMode === "inactive") return "";
    // Until the input on the page shows it too, the next key would be added to its old text.
    const box = document.activeElement!.textContent!.replaceAll("\u00a0", " ").replace(/\u200b/g, "");
    return box === composer.currentContent ? box : `${composer.currentContent} (${box})`;
  });

/** Cells of the displayed sheet with a border of this colour. */
export const framed = (page: Page, colour: string): Promise<readonly string[]> =>
  page.evaluate((colour) => {
    const { __OWL_DEVTOOLS__, o_spreadsheet } = window as unknown as GridWindow;
    const [app] = [...__OWL_DEVTOOLS__.apps];
    const { highlights } = app!.root.component.env.__spreadsheet_stores__.get(o_spreadsheet.stores["HighlightStore"]);
    return highlights
      .filter(({ color }) => color === colour)
      .map(({ range: { zone } }) => `${String.fromCharCode(65 + zone.left)}${zone.top + 1}`);
  }, colour);

/** Headers in a row of a sheet with a word wider than the column, in this machine's font. */
export const brokenHeaders = (page: Page, sheet: string, row: number): Promise<readonly string[]> =>
  page.evaluate(
    ([sheet, row]) => {
      const [app] = [...(window as unknown as GridWindow).__OWL_DEVTOOLS__.apps];
      const { getters } = app!.root.component.props.model;
      const sheetId = getters.getSheetIdByName(sheet)!;
      return Array.from({ length: getters.getNumberCols(sheetId) }, (_, col) => ({ sheetId, col, row: row - 1 }))
        .filter((position) => {
          const icons = getters.getCellIcons(position).reduce((sum, { margin, size }) => sum + margin + size, 0);
          const style = getters.getCellComputedStyle(position);
          const words = getters.getEvaluatedCell(position).formattedValue.split(/[\s-]/);
          const widest = Math.max(...words.map((word) => getters.getTextWidth(word, style)));
          // The grid adds four pixels on either side.
          return widest > 0 && widest + icons + 8 > getters.getColSize(sheetId, position.col);
        })
        .map((position) => getters.getEvaluatedCell(position).formattedValue);
    },
    [sheet, row] as const,
  );
