/** The pane over a workbook in memory, in a window without a browser: for what a user reads and does, not how it looks. */
import { resolveObjectURL } from "node:buffer";
import { JSDOM } from "jsdom";
import { agreements } from "@prestatieafspraken/agreements";
import type { Language } from "@prestatieafspraken/indicators";
import { expect, vi } from "vitest";
import { mountPane, type MountedPane } from "../../addin/taskpane/index.js";
import { screens, type ScreenName } from "../../addin/taskpane/screens.js";
import { FileWorkbook } from "../e2e/file-workbook.js";
import { workbooks } from "../e2e/pane-workbooks.mjs";

type Says = string | RegExp;

type Name = keyof typeof workbooks;
const made = new Map<Name, Uint8Array | Promise<Uint8Array>>();
const bytesOf = async (name: Name): Promise<Uint8Array> => {
  if (!made.has(name)) made.set(name, workbooks[name]());
  return made.get(name)!;
};

/** What a browser has and this window lacks: nothing is drawn, so nothing scrolls and every theme is as asked. */
function openWindow(): JSDOM {
  const dom = new JSDOM('<!doctype html><html lang="nl"><body></body></html>', { url: "https://localhost/" });
  const { window } = dom;
  window.Element.prototype.scrollIntoView = () => undefined;
  window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  class Unseen {
    observe(): void {}
    disconnect(): void {}
  }
  for (const [name, value] of Object.entries({
    window,
    document: window.document,
    HTMLElement: window.HTMLElement,
    IntersectionObserver: Unseen,
  }))
    vi.stubGlobal(name, value);
  return dom;
}

const inline = new Set(["a", "abbr", "b", "button", "em", "small", "span", "strong"]);
const read = (element: Element): string =>
  [...element.childNodes]
    .map((node) => {
      if (node.nodeType === 3) return node.textContent ?? "";
      if (node.nodeType !== 1) return "";
      const child = node as Element;
      const folded = element.matches("details:not([open])") && child.localName !== "summary";
      if (folded || child.localName === "select" || child.hasAttribute("hidden")) return "";
      return inline.has(child.localName) ? read(child) : ` ${read(child)} `;
    })
    .join("");
/** The text on screen: without what is folded away, and without the choices of a list. */
export const textOf = (element: Element): string => read(element).replace(/\s+/g, " ").trim();

const isIn = (element: Element, says: Says | undefined): boolean => {
  if (says === undefined) return true;
  const text = textOf(element);
  return typeof says === "string" ? text.includes(says) : says.test(text);
};
const isShown = (element: Element): boolean => {
  for (let at: Element = element; at.parentElement; at = at.parentElement)
    if (at.parentElement.matches("details:not([open])") && at.localName !== "summary") return false;
  return true;
};

export class ShownPane {
  /** What was asked of the host. */
  readonly languages: Language[] = [];
  startupLoads = false;
  /** Files offered for download. */
  readonly saved: { readonly name: string; readonly text: Promise<string>; readonly bytes: Promise<Uint8Array> }[] = [];
  readonly #dom = openWindow();
  readonly #pane: MountedPane;
  readonly element = this.#dom.window.document.body.appendChild(this.#dom.window.document.createElement("main"));

  private constructor(
    readonly workbook: FileWorkbook,
    language: Language,
  ) {
    this.#dom.window.document.addEventListener("click", (event) => {
      const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[download]");
      if (!link) return;
      event.preventDefault();
      const file = resolveObjectURL(link.href)!;
      const bytes = file.arrayBuffer().then((all) => new Uint8Array(all));
      this.saved.push({ name: link.download, text: file.text(), bytes });
    });
    this.#pane = mountPane(this.element, workbook, {
      language,
      agreements: [...agreements].sort((a) => (a.id.startsWith("oegstgeest") ? -1 : 1)),
      theme: "light",
      today: "2026-11-23",
      startup: {
        loadsWithWorkbook: () => Promise.resolve(this.startupLoads),
        loadWithWorkbook: (load) => {
          this.startupLoads = load;
          return Promise.resolve();
        },
      },
      onLanguage: (chosen) => void this.languages.push(chosen),
    });
  }

  /** Opens the pane on a workbook nobody has touched, and waits for its first check unless reading is held. */
  static async open(workbook: Name = "sample", { held = false } = {}): Promise<ShownPane> {
    const book = new FileWorkbook(await bytesOf(workbook));
    if (held) book.hold();
    const pane = new ShownPane(book, "nl");
    if (held) return pane;
    await pane.find(".pa-body .pa-card");
    await pane.isGone(".pa-busy");
    return pane;
  }

  close(): void {
    this.#pane.unmount();
    this.#dom.window.close();
    vi.unstubAllGlobals();
  }

  /** The elements on screen that say this. */
  all<E extends HTMLElement = HTMLElement>(selector: string, says?: Says, within: Element = this.element): E[] {
    return [...within.querySelectorAll<E>(selector)].filter((one) => isShown(one) && isIn(one, says));
  }

  /** Waits for the first of them. */
  async find<E extends HTMLElement = HTMLElement>(selector: string, says?: Says, within?: Element): Promise<E> {
    let found: E | undefined;
    await expect
      .poll(() => (found = this.all<E>(selector, says, within)[0]) !== undefined, {
        interval: 20,
        message: `${selector} ${String(says ?? "")}`,
      })
      .toBe(true);
    return found!;
  }

  async isGone(selector: string, says?: Says): Promise<void> {
    await expect.poll(() => this.all(selector, says).map(textOf), { interval: 20 }).toEqual([]);
  }

  async go(screen: ScreenName): Promise<void> {
    const { nl, en } = screens[screen].label;
    (await this.find("nav button", new RegExp(`^(?:${nl}|${en})$`))).click();
    await this.find("nav button[aria-current]", new RegExp(`^(?:${nl}|${en})$`));
  }

  /** Presses a button, once it can be pressed; without a name, the first one in this part. */
  async press(name?: Says, within?: Element): Promise<void> {
    (await this.find("button:not([disabled])", name, within)).click();
  }

  async unfold(summary: Says, within?: Element): Promise<void> {
    (await this.find("summary", summary, within)).click();
  }

  /** The control with this label. */
  async field<E extends HTMLElement = HTMLInputElement>(label: Says, within?: Element): Promise<E> {
    const named = await this.find<HTMLLabelElement>("label", label, within);
    return named.control as HTMLElement as E;
  }

  /** Types or chooses this in the control with this label. */
  async fill(label: Says, value: string, within?: Element): Promise<void> {
    const control = await this.field<HTMLInputElement | HTMLSelectElement>(label, within);
    control.value = value;
    expect(control.value).toBe(value);
    for (const kind of ["input", "change"]) control.dispatchEvent(new this.#dom.window.Event(kind, { bubbles: true }));
  }

  /** Chooses files in the control with this label. */
  async choose(label: Says, files: readonly File[]): Promise<void> {
    const control = await this.field(label);
    Object.defineProperty(control, "files", { configurable: true, value: files });
    control.dispatchEvent(new this.#dom.window.Event("change", { bubbles: true }));
  }

  issue(text: string): Promise<HTMLElement> {
    return this.find(".pa-issue", text);
  }
  /** Opens or closes an issue. */
  async openIssue(text: string): Promise<HTMLElement> {
    (await this.find(".pa-issue .pa-issue-row", text)).click();
    return this.issue(text);
  }
  async isIssue(text: string, is: boolean): Promise<void> {
    await expect.poll(() => this.all(".pa-issue", text).length > 0, { interval: 20 }).toBe(is);
  }
  /** Waits for the message about what was done. */
  says(text: Says): Promise<HTMLElement> {
    return this.find(".pa-notice", text);
  }
  /** Waits for a text that is on screen, not only announced. */
  sees(text: Says): Promise<HTMLElement> {
    return this.find(".pa-body *", text);
  }
  /** What a screen reader is told. */
  announced(): string {
    return this.element.querySelector(".pa-frame > [role=status]")!.textContent ?? "";
  }
  value(sheet: string, cell: string): Promise<unknown> {
    return this.workbook.value(sheet, cell);
  }
}
