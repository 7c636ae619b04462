/** Messages and questions of the page around the grid. */
import { dayText, fill, type Language, type Text } from "@prestatieafspraken/indicators";
import { WorkbookError } from "@prestatieafspraken/quarterly";
import { remembered } from "./remembered.js";
import { say, words } from "./words.js";

export const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`#${id}`);
  return found;
};

export const languageKey = "pa-language";
const chosen = remembered(languageKey) ?? (/^nl\b/i.test(navigator.language) ? "nl" : "en");
export const language: Language = chosen === "en" ? "en" : "nl";
export const t = say(language);

const twoDigits = (part: number): string => String(part).padStart(2, "0");
const dayOf = (moment: Date): string =>
  `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;

export const today = (): string => dayOf(new Date());

/** "26 november 2026 om 14:03". */
export function momentOf(milliseconds: number): string {
  const moment = new Date(milliseconds);
  const time = `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;
  return fill({ nl: "{day} om {time}", en: "{day} at {time}" }, { day: dayText(dayOf(moment)), time })[language];
}

/** Shows a message in the status line below the grid. */
export const tell = (sentence: string): void => {
  element("status").textContent = sentence;
};

export interface Choice {
  readonly label: Text;
  readonly run: () => unknown;
}

/** Shows an important message above the grid, until it is closed. */
export function warn(sentence: string, ...choices: readonly Choice[]): void {
  tell(sentence);
  const box = element("notice");
  const line = Object.assign(document.createElement("p"), { textContent: sentence });
  const buttons = [...choices, { label: words.close, run: () => undefined }].map(({ label, run }) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: t(label) });
    button.addEventListener("click", () => {
      unwarn();
      attempt(() => Promise.resolve(run()));
    });
    return button;
  });
  box.replaceChildren(line, ...buttons);
  box.hidden = false;
}

export function unwarn(): void {
  const box = element("notice");
  box.hidden = true;
  box.replaceChildren();
}

export const sentenceOf = (error: unknown): string => {
  if (error instanceof WorkbookError) return error.sentence[language];
  console.error(error);
  return t(words.failed);
};

/** Moves focus to the sheet: the grid's canvas, or the table list of the plain view. */
export function intoSheet(): void {
  const main = document.querySelector<HTMLElement>("main > section:not([hidden])");
  (
    main?.querySelector<HTMLElement>(".o-grid-composer [contenteditable], .o-grid [contenteditable], select") ?? main
  )?.focus();
}

/** Runs a user's action and reports its failure. */
export const attempt = (work: () => Promise<unknown> | undefined): void => {
  void Promise.resolve()
    .then(work)
    .catch((error: unknown) => {
      idle();
      warn(sentenceOf(error));
    });
};

/** Waits until the message is drawn, before long work blocks the page. */
export const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** Shows that work is in progress, with a button to stop it if possible. */
export function busy(sentence: string, stop?: () => void): void {
  tell(sentence);
  element("doing").textContent = sentence;
  const button = element("stop") as HTMLButtonElement;
  button.hidden = stop === undefined;
  button.onclick = () => {
    stop?.();
    idle();
  };
  element("busy").hidden = false;
}

export function idle(): void {
  element("busy").hidden = true;
}

export function ask(question: string, yes: Text = words.goOn): Promise<boolean> {
  const dialog = element("ask") as HTMLDialogElement;
  element("question").textContent = question;
  element("yes").textContent = t(yes);
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }),
  );
}

/** Downloads bytes as a file. */
export function download(name: string, bytes: Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
