/** The add-in's page in Excel: mounts the pane on this workbook and handles the ribbon commands. */
import { agreements } from "@prestatieafspraken/agreements";
import { fill, type Text } from "@prestatieafspraken/indicators";
import { WorkbookError } from "@prestatieafspraken/quarterly";
import { ourAddIn } from "@prestatieafspraken/xlsx";
import { language } from "../functions/language.js";
import { fetched, PartMissing } from "../taskpane/fetched.js";
import { mountPane, type MountedPane } from "../taskpane/index.js";
import { chosenLanguage, rememberLanguage } from "./chosen-language.js";
import { refreshAtOpening, refreshed } from "./function-list.js";
import { officeTheme } from "./office-theme.js";
import { whenPaneShown } from "./pane-shown.js";
import { followStuckFormulas } from "./repair-button.js";
import type { Repaired } from "./repair-formulas.js";
import { startup } from "./startup.js";
import { thisWorkbook } from "./this-workbook.js";

const say = (text: Text): void => {
  const status = document.querySelector("#status");
  if (status !== null) status.textContent = text[language()];
};

const hasSentence = (error: unknown): error is WorkbookError | PartMissing =>
  error instanceof WorkbookError || error instanceof PartMissing;

function outcome({ cells, protectedSheets }: Repaired): Text {
  const left = protectedSheets.join(", ");
  const repaired: Text =
    cells === 0
      ? { nl: "Er zijn geen PA-formules om te herstellen.", en: "There are no PA formulas to repair." }
      : fill(
          {
            nl: "{cells:PA-formule|PA-formules} opnieuw ingevoerd.",
            en: "{cells:PA formula|PA formulas} entered again.",
          },
          { cells },
        );
  return left === ""
    ? repaired
    : {
        nl: `${repaired.nl} Overgeslagen omdat het blad beveiligd is: ${left}. Hef de beveiliging op en kies opnieuw Herstel PA-formules.`,
        en: `${repaired.en} Skipped because the sheet is protected: ${left}. Remove the protection and choose Repair PA formulas again.`,
      };
}

/** Handles the button "Herstel PA-formules". The pane shows the result, and opens if something is left to do. */
async function repair(event: Office.AddinCommands.Event): Promise<void> {
  try {
    const { repairFormulas } = await fetched(() => import(/* webpackChunkName: "repair" */ "./repair-formulas.js"));
    const repaired = await repairFormulas();
    // The formulas may be broken because Excel still caches an older version's functions.
    if (repaired.cells > 0) refreshAtOpening();
    say(outcome(repaired));
    if (repaired.protectedSheets.length > 0) await Office.addin.showAsTaskpane();
  } catch (error) {
    console.error(error);
    say(
      hasSentence(error)
        ? error.sentence
        : {
            nl: "De PA-formules konden niet worden hersteld. Sluit de werkmap, open hem weer en probeer het opnieuw.",
            en: "The PA formulas could not be repaired. Close the workbook, open it again and try again.",
          },
    );
  } finally {
    // Excel keeps the button busy until the command reports completion.
    event.completed();
  }
  // Whether the formulas work now decides whether the button stays enabled.
  thisWorkbook.copy.doubtStuck();
  await thisWorkbook.tables().catch(() => undefined);
}

Office.actions.associate("repairFormulas", (event: Office.AddinCommands.Event) => void repair(event));

let mounted: MountedPane | null = null;

/** Registers a command that opens the pane and shows its answer there. */
function command(name: string, job: (pane: MountedPane) => Promise<Text | null>): void {
  const carryOut = async (event?: Partial<Office.AddinCommands.Event>): Promise<void> => {
    try {
      await Office.addin.showAsTaskpane();
      await shownOnce;
      const said = await job(mounted!);
      if (said !== null) mounted!.say(said);
    } catch (error) {
      console.error(error);
      const sentence = hasSentence(error) ? error.sentence : failed;
      if (mounted === null) say(sentence);
      else mounted.say(sentence);
    } finally {
      // Excel keeps the button busy until the command reports completion; a keyboard shortcut passes no event.
      event?.completed?.();
    }
  };
  Office.actions.associate(name, (event?: Partial<Office.AddinCommands.Event>) => void carryOut(event));
}

const failed: Text = {
  nl: "Dit is niet gelukt. Probeer het opnieuw; blijft het zo, sluit de werkmap dan en open hem weer.",
  en: "This did not work. Try again; if it stays, close the workbook and open it again.",
};

const ofCell = () => fetched(() => import(/* webpackChunkName: "commands" */ "./commands.js"));
command("explainCell", async () => (await ofCell()).explained());
command("showRows", async () => (await ofCell()).shownRows());
command("nextIssue", (pane) => pane.run("nextIssue"));
command("fixIssue", (pane) => pane.run("fixIssue"));
command("markIssues", (pane) => pane.run("markIssues"));
command("nextQuarter", (pane) => pane.run("nextQuarter"));
command("readAgain", (pane) => pane.run("readAgain"));

let paneMounted: () => void = () => undefined;
/** Resolves once the pane is mounted. */
const shownOnce = new Promise<void>((resolve) => (paneMounted = resolve));

void Office.onReady().then(({ host }) => {
  refreshed();
  const inPane = chosenLanguage() ?? language();
  document.documentElement.lang = inPane;
  const pane = document.querySelector<HTMLElement>("#pane");
  if (pane === null) return;
  if ((host as Office.HostType | null) !== Office.HostType.Excel) {
    say({
      nl: "Deze pagina hoort in Excel. Open een werkmap en kies op het tabblad Start: Kwartaal controleren.",
      en: "This page belongs in Excel. Open a workbook and choose on the Home tab: Check quarter.",
    });
    return;
  }
  followStuckFormulas(thisWorkbook.copy);
  whenPaneShown((shown) => {
    // Excel reports no event for a renamed table, so the names are read again when the pane is shown.
    if (shown) thisWorkbook.copy.look();
    if (mounted !== null) mounted.setShown(shown);
    else if (shown) {
      mounted = mountPane(pane, thisWorkbook, {
        language: inPane,
        agreements,
        theme: officeTheme(),
        startup: startup(),
        addIn: ourAddIn,
        onLanguage: (chosen) => {
          document.documentElement.lang = chosen;
          rememberLanguage(chosen);
        },
      });
      paneMounted();
    }
  });
  // Excel reports no event for a changed Office theme, so it is checked on focus.
  window.addEventListener("focus", () => mounted?.setTheme(officeTheme()));
});
