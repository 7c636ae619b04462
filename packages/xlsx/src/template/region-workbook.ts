import { writeXlsx } from "hucre/xlsx";
import { verdictWords, type Language, type Text } from "@prestatieafspraken/indicators";
import { regionTotal, type Region } from "@prestatieafspraken/quarterly";
import { finishPackage } from "./finish-package.js";
import { style } from "./style.js";
import { TextSheet } from "./text-sheet.js";

const words = {
  title: { nl: "Gemeenten naast elkaar", en: "Municipalities side by side" },
  help: {
    nl: "Een cijfer voor de regio staat er alleen als alle gemeenten hetzelfde tellen, over hetzelfde kwartaal, en compleet zijn.",
    en: "A figure for the region is given only if all municipalities count the same thing, for the same quarter, and are complete.",
  },
  indicator: { nl: "Indicator", en: "Indicator" },
  region: { nl: "Regio", en: "Region" },
  differences: { nl: "Verschillen", en: "Differences" },
  differencesHelp: {
    nl: "Wat niet overal hetzelfde is gekozen. Deze cijfers zijn niet opgeteld.",
    en: "What was not chosen the same everywhere. These figures were not added up.",
  },
  municipality: { nl: "Gemeente", en: "Municipality" },
  definition: { nl: "Definitie", en: "Definition" },
} as const satisfies Record<string, Text>;

/** The reports of several municipalities side by side, with the differences in definition on a second sheet. */
export async function makeRegionWorkbook(
  region: Region,
  municipalities: readonly string[],
  { language, day }: { readonly language: Language; readonly day: string },
): Promise<Uint8Array> {
  const head = (text: string) => ({ value: text, style: style.requiredHeader });
  const cell = (text: string) => ({ value: text, style: style.shown });
  const beside = new TextSheet();
  beside
    .add({ value: words.title[language], style: style.title })
    .add({ value: words.help[language], style: style.help })
    .skip()
    .add(head(words.indicator[language]), head(words.region[language]), ...municipalities.map(head));
  const headerRow = beside.row;
  const differences = new TextSheet();
  differences
    .add({ value: words.differences[language], style: style.title })
    .add({ value: words.differencesHelp[language], style: style.help })
    .skip()
    .add(...[words.indicator, words.municipality, words.definition].map((text) => head(text[language])));
  for (const line of region.values()) {
    const of = new Map(line.figures.map((figure) => [figure.municipality, figure]));
    beside.add(
      cell(line.title[language]),
      cell(regionTotal(line, municipalities.length).shown[language]),
      ...municipalities.map((name) => {
        const figure = of.get(name);
        return cell(figure ? `${figure.shown[language]} · ${verdictWords[figure.verdict][language]}` : "–");
      }),
    );
    if (new Set(line.figures.map(({ definition }) => definition)).size < 2) continue;
    const everywhere = line.figures.map(({ words: said }) => new Set(said));
    for (const { municipality, words: said } of line.figures) {
      const own = said.filter((one) => !everywhere.every((all) => all.has(one)));
      differences.add(cell(line.title[language]), cell(municipality), cell(own.join("; ") || said.join("; ")));
    }
  }
  const created = new Date(`${day}T00:00:00Z`);
  const xlsx = await writeXlsx({
    sheets: [
      beside.sheet(words.region[language], [42, 24, ...municipalities.map(() => 24)], {
        freezePane: { rows: headerRow, columns: 2 },
        a11y: { summary: words.help[language], headerRow: headerRow - 1 },
      }),
      differences.sheet(words.differences[language], [42, 24, 90], {
        a11y: { summary: words.differencesHelp[language], headerRow: 3 },
      }),
    ],
    properties: { title: words.title[language], creator: "Prestatieafspraken", created, modified: created },
    defaultFont: { name: "Calibri", size: 11 },
  });
  return finishPackage(xlsx, { columnsLike: [], addIn: undefined, functionIds: [] });
}
