/**
 * Milliseconds a test waits for what a page or a host still has to do. Only what never comes takes this long: on a
 * machine that others use, a second of work can take a minute.
 */
export const patience = 240_000;
