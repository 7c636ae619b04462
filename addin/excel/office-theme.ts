import type { ThemeName } from "../taskpane/index.js";

/** How light a colour as "#1f1f1f" is, 0-255; null where it is no such colour. */
function lightness(colour: string | undefined): number | null {
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(colour ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  const part = (hexadecimal: string): number => Number.parseInt(hexadecimal, 16);
  return 0.299 * part(red) + 0.587 * part(green) + 0.114 * part(blue);
}

/**
 * The theme of Office itself, which need not be the one of the system: a black Excel on a light Windows. Where Office does not
 * tell (Excel on the web), the system decides. High contrast is followed by the style sheet.
 */
export function officeTheme(): ThemeName {
  const theme = Office.context.officeTheme as Partial<Office.OfficeTheme> | undefined;
  const light = lightness(theme?.bodyBackgroundColor);
  if (typeof theme?.isDarkTheme === "boolean") return theme.isDarkTheme ? "dark" : "light";
  return light === null ? "auto" : light < 128 ? "dark" : "light";
}
