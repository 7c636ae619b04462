import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/tokens";

/** "auto" follows the system. Windows high contrast needs no theme: the style sheet uses the system colours. */
export type ThemeName = "auto" | "light" | "dark" | "contrast";

/** The Fluent design tokens used by the style sheet, under their own names. */
const used = [
  "fontFamilyBase",
  "colorNeutralBackground1",
  "colorNeutralBackground2",
  "colorNeutralBackground3",
  "colorNeutralForeground1",
  "colorNeutralForeground2",
  "colorNeutralForeground3",
  "colorNeutralStroke1",
  "colorNeutralStroke2",
  "colorNeutralStrokeAccessible",
  "colorBrandBackground",
  "colorBrandBackgroundHover",
  "colorNeutralForegroundOnBrand",
  "colorBrandForeground1",
  "colorBrandForegroundLink",
  "colorStrokeFocus2",
  "colorStatusDangerForeground1",
  "colorStatusDangerBackground1",
  "colorStatusDangerBorderActive",
  "colorStatusWarningForeground1",
  "colorStatusWarningBackground1",
  "colorStatusWarningBorderActive",
  "colorStatusSuccessForeground1",
  "colorStatusSuccessBackground1",
  "borderRadiusMedium",
] as const satisfies readonly (keyof Theme)[];

const themes: Readonly<Record<Exclude<ThemeName, "auto">, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Replaces Fluent colours with too little contrast on their own background; these reach 4.5:1. */
const adjusted: Partial<Record<ThemeName, Partial<Record<(typeof used)[number], string>>>> = {
  light: { colorStatusWarningForeground1: "#8a3707" },
  // All themes use the same font; the theme's own font is too wide at 320 pixels.
  contrast: { fontFamilyBase: webLightTheme.fontFamilyBase },
  dark: {
    colorStatusDangerForeground1: "#f1bbbc",
    colorStatusWarningForeground1: "#fdcfb4",
    colorStatusSuccessForeground1: "#9fd89f",
  },
};

/**
 * Applies a theme to an element by script, without a style attribute in the HTML. Returns a function that stops
 * following the system theme.
 */
export function applyTheme(element: HTMLElement, name: ThemeName): () => void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const dress = (): void => {
    const chosen = name === "auto" ? (dark.matches ? "dark" : "light") : name;
    for (const token of used)
      element.style.setProperty(`--${token}`, adjusted[chosen]?.[token] ?? themes[chosen][token]);
    element.dataset["theme"] = chosen;
  };
  dress();
  dark.addEventListener("change", dress);
  return () => dark.removeEventListener("change", dress);
}
