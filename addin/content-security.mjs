// What each page may load. No data leaves the workbook: pages connect only to the product's own origin.

const sources = (officejs) => (/^https:\/\//.test(officejs) ? ["'self'", new URL(officejs).origin] : ["'self'"]);

const policy = (rules) =>
  Object.entries(rules)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");

const closed = {
  "default-src": ["'none'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
};

/** Policy of the pane in Excel. Refuses frames: office.js opens one only for telemetry. */
export const paneContentSecurity = (officejs) =>
  policy({ ...closed, "script-src": sources(officejs), "frame-src": ["'none'"] });

/**
 * Policy of the workbench. Its grid (o-spreadsheet on owl) compiles templates to functions in the browser and positions
 * cells with style attributes, so only this page may do both. It runs only code from its own origin.
 */
export const workbenchContentSecurity = () =>
  policy({
    ...closed,
    "script-src": ["'self'", "'unsafe-eval'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
  });

/** Policy of pages without script. */
export const plainContentSecurity = () => policy(closed);
