import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/tokens";

/** auto: as the system says. The high contrast of Windows itself needs no theme: the style sheet follows its colours. */
export type ThemeName = "auto" | "light" | "dark" | "contrast";

/** The design tokens of Fluent that the style sheet uses, under their own names. */
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

/** Colours of Fluent's dark danger and warning are too faint for text on their own background; these reach 4.5:1. */
const adjusted: Partial<Record<ThemeName, Partial<Record<(typeof used)[number], string>>>> = {
  light: { colorStatusWarningForeground1: "#8a3707" },
  // One letter for every theme: another one does not fit beside itself at 320 pixels.
  contrast: { fontFamilyBase: webLightTheme.fontFamilyBase },
  dark: {
    colorStatusDangerForeground1: "#f1bbbc",
    colorStatusWarningForeground1: "#fdcfb4",
    colorStatusSuccessForeground1: "#9fd89f",
  },
};

/** Dresses an element in a theme, without a style attribute in HTML; returns how to stop following the system. */
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
