/** True if the amount has a fraction of a cent, apart from floating-point noise. */
export const hasPartsOfCents = (euro: number): boolean => Math.abs(euro * 100 - Math.round(euro * 100)) > 1e-6;

/** Rounds to the cent, halves up. */
export const toCents = (euro: number): number => Math.round(euro * 100 + 1e-6) / 100;
