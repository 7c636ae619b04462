/** Is the amount finer than a cent? What binary fractions leave behind is not. */
export const hasPartsOfCents = (euro: number): boolean => Math.abs(euro * 100 - Math.round(euro * 100)) > 1e-6;

/** To the cent, halves up. */
export const toCents = (euro: number): number => Math.round(euro * 100 + 1e-6) / 100;
