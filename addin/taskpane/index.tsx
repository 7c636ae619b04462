import type { Agreement, Language } from "@prestatieafspraken/indicators";
import type { LiveWorkbook } from "@prestatieafspraken/quarterly";
import { render } from "preact";

/** What a host tells the pane besides the workbook. */
export interface PaneOptions {
  readonly language: Language;
  /** Agreements the workbook may be about. */
  readonly agreements: readonly Agreement[];
  /** "Laad PA met deze werkmap"; null where the host does not offer the choice. */
  readonly startup?: {
    loadsWithWorkbook(): Promise<boolean>;
    loadWithWorkbook(load: boolean): Promise<void>;
  } | null;
}

/** Shows the pane in an element; returns how to take it away. Knows no Excel: all it asks is the port. */
export function mountPane(element: HTMLElement, _workbook: LiveWorkbook, { language }: PaneOptions): () => void {
  render(
    <p>
      {language === "nl"
        ? "De PA-functies staan klaar. Typ =PA. in een cel."
        : "The PA functions are ready. Type =PA. in a cell."}
    </p>,
    element,
  );
  return () => render(null, element);
}
