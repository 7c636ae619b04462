/**
 * The policy a report as one HTML file carries in itself: opened from a disk it gets no headers. Nothing runs, nothing is fetched;
 * its style and pictures are inside it.
 */
export const reportContentSecurity =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
