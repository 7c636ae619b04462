import type { ShownModel } from "./shown-engine.js";

/**
 * Scrolls a selected cell out from under frozen columns and rows. The engine scrolls too far by the size of what is frozen; asked
 * once more, it scrolls back until the cell is whole.
 */
export function keepInSight({ selection, getters }: ShownModel): void {
  selection.observe(getters, {
    handleEvent: ({ anchor: { cell, zone }, options }) => {
      // With a larger selection, the cell in sight is the one it was last extended to.
      const isOneCell = zone.left === zone.right && zone.top === zone.bottom;
      if (options.scrollIntoView && isOneCell)
        getters.getViewportCollection().refreshViewport(getters.getActiveSheetId(), cell);
    },
  });
}
