import { withEnglishNames } from "@prestatieafspraken/functions";
import type { ShownModel } from "./shown-engine.js";

/**
 * Reads a typed formula as Dutch Excel does: =SOM(A1;A2) is stored, and shown from then on, as =SUM(A1;A2). The engine knows
 * English names only, as a file does.
 */
export function readDutchNames(model: ShownModel): void {
  const dispatch = model.dispatch.bind(model);
  model.dispatch = (type, payload) => {
    const content =
      type === "UPDATE_CELL" ? (payload as { readonly content?: unknown } | undefined)?.content : undefined;
    return dispatch(type, typeof content === "string" ? { ...payload, content: withEnglishNames(content) } : payload);
  };
}
