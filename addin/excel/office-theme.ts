import type { ThemeName } from "../taskpane/index.js";

/** Lightness (0-255) of a hex colour, or null. */
function lightness(colour: string | undefined): number | null {
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(colour ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  const part = (hexadecimal: string): number => Number.parseInt(hexadecimal, 16);
  return 0.299 * part(red) + 0.587 * part(green) + 0.114 * part(blue);
}

/**
 * The theme of Office, which may differ from the system's: a black Excel on a light Windows. If Office does not report
 * it (Excel on the web), the system decides. The style sheet handles high contrast.
 */
export function officeTheme(): ThemeName {
  const theme = Office.context.officeTheme as Partial<Office.OfficeTheme> | undefined;
  const light = lightness(theme?.bodyBackgroundColor);
  if (typeof theme?.isDarkTheme === "boolean") return theme.isDarkTheme ? "dark" : "light";
  return light === null ? "auto" : light < 128 ? "dark" : "light";
}
