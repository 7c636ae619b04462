/**
 * The content security policy inside a single-file HTML report, which gets no headers when opened from disk: no scripts, nothing
 * fetched; style and pictures are inline.
 */
export const reportContentSecurity =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
