// What each page may load. Nothing leaves the workbook: no connection but to the place the product itself came from.

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

/** The pane in Excel. Frames are refused: office.js opens one for telemetry only. */
export const paneContentSecurity = (officejs) =>
  policy({ ...closed, "script-src": sources(officejs), "frame-src": ["'none'"] });

/**
 * The workbench. Its grid (o-spreadsheet on owl) compiles its templates to functions in the browser and places cells
 * with style attributes; that page alone may do both. It runs no code but what lies beside it.
 */
export const workbenchContentSecurity = () =>
  policy({
    ...closed,
    "script-src": ["'self'", "'unsafe-eval'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
  });

/** Pages without script. */
export const plainContentSecurity = () => policy(closed);
