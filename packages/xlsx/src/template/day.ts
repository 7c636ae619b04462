/** The number a sheet keeps for a day ("2026-09-30" is 46295), in the 1900 date system. */
export function serialOfDay(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
