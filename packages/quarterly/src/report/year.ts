/** The year of a date ("2026-09-30") or quarter ("2026-Q3"). */
export const yearOf = (dayOrQuarter: string): number => Number(dayOrQuarter.slice(0, 4));
