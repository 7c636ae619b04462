/** All pages of the help: the manual, the agreements, and the reference generated from the definitions. */
import { agreements } from "@prestatieafspraken/agreements";
import { functions } from "@prestatieafspraken/functions";
import { tables } from "@prestatieafspraken/quarterly";
import { agreementPage } from "./agreement-page.js";
import { commandsPage } from "./commands-page.js";
import { contentsPage } from "./contents-page.js";
import { functionPage } from "./function-page.js";
import { functionsPage } from "./functions-page.js";
import { glossaryPage } from "./glossary.js";
import { limitsPage } from "./limits-page.js";
import { manualPages } from "./manual-pages.js";
import type { Page } from "./markdown.js";
import { groups, rulesPage } from "./rules-page.js";
import { tablePage } from "./table-page.js";

/** All pages, in both languages. */
export async function allPages(): Promise<readonly Page[]> {
  const written = manualPages();
  return [
    contentsPage(written),
    ...written,
    glossaryPage(),
    limitsPage(),
    functionsPage(),
    commandsPage(),
    ...agreements.map(agreementPage),
    ...(await Promise.all(functions.map(functionPage))),
    ...tables.map(tablePage),
    ...(await Promise.all(Object.keys(groups).map(rulesPage))),
  ];
}
