import * as owlModule from "@odoo/owl";
import type { Language } from "@prestatieafspraken/indicators";
import type { GridWorkbook } from "./grid-workbook.js";
import { fitMenus, inDutch, setTableActions } from "./menus.js";
import { shownEngine, type HighlightStore, type ShownModel } from "./shown-engine.js";

/** The part of owl that we use, the component library of the grid. */
interface Owl {
  readonly App: new (
    component: unknown,
    config: object,
  ) => { mount(element: HTMLElement): Promise<unknown>; destroy(): void };
  readonly Component: new () => { readonly props: { readonly model: ShownModel } };
  xml(parts: TemplateStringsArray): unknown;
}
const owl = owlModule as unknown as Owl;

export interface GridMessages {
  /** Shows a message from the grid. */
  said(text: string): void;
  /** Reports a refused change, by its code. */
  refused(code: string): void;
  /** Reports a failed action. */
  failed(problem: unknown): void;
  /** Asks for confirmation of something that cannot be undone. */
  confirm(text: string, yes: () => void): void;
}

/** Hash of the build, used as a version in the address of files with a fixed name. */
declare const __webpack_hash__: string;

/** Pixels: the width of a page on a phone held upright. */
const phone = 480;

const noteColour = "#6B5B95";
const colours = { error: "#B3261E", warning: "#8A5A00", info: "#1F5FA8" } as const;

let templates: Promise<string> | null = null;
const templateText = (): Promise<string> =>
  (templates ??= fetch(`vendor/o_spreadsheet.xml?${__webpack_hash__}`).then((answer) => {
    if (!answer.ok) throw new Error(`vendor/o_spreadsheet.xml: ${answer.status}`);
    return answer.text().then(withHelpUnfolded);
  }));

/** Shows a function's help unfolded until the user folds it; the grid's default is folded. */
const withHelpUnfolded = (templates: string): string =>
  templates.replace(/<t t-name="o-spreadsheet-FunctionDescriptionProvider">[\s\S]*?(?=<t t-name=|$)/, (template) =>
    template.replaceAll("state.isCollapsed", "!state.isCollapsed"),
  );

/** Shows a workbook in an element; returns a function that removes it. */
export async function showGrid(
  element: HTMLElement,
  workbook: GridWorkbook,
  language: Language,
  messages: GridMessages,
): Promise<() => void> {
  fitMenus(language);
  const { model } = workbook;
  const onSheet = (work: (sheetId: string) => Promise<void>): void =>
    void work(model.getters.getActiveSheetId()).catch((problem: unknown) => messages.failed(problem));
  setTableActions({
    insertRows: (before, count) => onSheet((id) => workbook.insertRows(id, before, count)),
    deleteRows: (top, bottom) => onSheet((id) => workbook.deleteRows(id, top, bottom)),
    insertColumns: (before, count) => onSheet((id) => workbook.insertColumns(id, before, count)),
    deleteColumns: (left, right) => onSheet((id) => workbook.deleteColumns(id, left, right)),
  });
  let highlights: HighlightStore | null = null;

  class Sheets extends owl.Component {
    static readonly template = owl.xml`<div class="pa-grid"><Spreadsheet model="props.model" notifyUser="props.notifyUser" raiseError="props.raiseError" askConfirmation="props.askConfirmation"/></div>`;
    static readonly components = { Spreadsheet: shownEngine.Spreadsheet };
    static readonly props = ["*"];
    setup(): void {
      const stores = shownEngine.stores.useStoreProvider();
      stores.inject(shownEngine.stores.ModelStore, this.props.model);
      highlights = stores.get(shownEngine.stores.HighlightStore);
    }
  }

  const app = new owl.App(Sheets, {
    templates: await templateText(),
    warnIfNoStaticProps: false,
    translateFn: (text: string) => (language === "nl" ? inDutch(text) : text),
    // The grid hides its menus on a phone. Zooming in narrows a page too, and must keep them.
    env: {
      get isSmall() {
        return window.innerWidth < phone;
      },
    },
    props: {
      model,
      notifyUser: ({ text }: { readonly text: string }) => messages.said(text),
      raiseError: (text: string, done?: () => void) => {
        messages.said(text);
        done?.();
      },
      askConfirmation: (text: string, yes: () => void) => messages.confirm(text, yes),
    },
  });
  await app.mount(element);
  model.on("command-rejected", element, ({ result }) => messages.refused(result.reasons[0] ?? ""));
  (highlights as HighlightStore | null)?.register({
    get highlights() {
      const { getters } = model;
      const sheetId = getters.getActiveSheetId();
      const name = getters.getSheetName(sheetId);
      const drawn = [
        ...workbook.notes.map((note) => ({ ...note, color: noteColour, fillAlpha: 0 })),
        ...workbook.marks.map((mark) => ({ ...mark, color: colours[mark.severity], fillAlpha: 0.15 })),
      ];
      return drawn
        .filter(({ sheet }) => sheet === name)
        .map(({ cell, color, fillAlpha }) => ({ range: getters.getRangeFromSheetXC(sheetId, cell), color, fillAlpha }));
    },
  });
  return () => app.destroy();
}
