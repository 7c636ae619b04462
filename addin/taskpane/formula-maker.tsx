import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { fetched, PartMissing } from "./fetched.js";
import type { FormulaBuilder } from "./formula-builder.js";
import { usePane } from "./pane-context.js";
import { words } from "./words.js";

/** The form that builds formulas. Its code is loaded when the user opens it. */
export function FormulaMaker(): JSX.Element {
  const { session, t } = usePane();
  const [part, setPart] = useState<{ readonly Builder: typeof FormulaBuilder } | null>(null);
  const open = async (): Promise<void> => {
    try {
      const { FormulaBuilder: Builder } = await fetched(() => import("./formula-builder.js"));
      setPart({ Builder });
    } catch (error) {
      if (!(error instanceof PartMissing)) throw error;
      session.say({ kind: "problem", text: error.sentence });
    }
  };
  return (
    <details class="pa-card" onToggle={(event) => void (event.currentTarget.open && part === null && open())}>
      <summary>{t(words.indicators.makeFormula)}</summary>
      {part && <part.Builder />}
    </details>
  );
}
