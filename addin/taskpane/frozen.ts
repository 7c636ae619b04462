import { fill, type Language } from "@prestatieafspraken/indicators";
import {
  freeze,
  frozenSheet,
  isFrozenHeader,
  keepInputs,
  revision,
  type CellValue,
  type FrozenBy,
  type Report,
  type Revision,
  type SheetTable,
} from "@prestatieafspraken/quarterly";
import type { Session } from "./session.js";
import { words } from "./words.js";

/**
 * The rows of the last frozen sheet of a quarter, "Vastgesteld 2026-Q3" or "Finalised 2026-Q3 (2)", in whatever language
 * it was frozen; null if it never was.
 */
export function frozenRows(
  blocks: readonly SheetTable[],
  { quarter }: Report,
): { readonly sheet: string; readonly rows: readonly (readonly CellValue[])[] } | null {
  const names = Object.values(frozenSheet(quarter));
  const found = blocks
    .filter(({ headers, sheet }) => isFrozenHeader(headers) && names.includes(withoutNumber(sheet)))
    .sort((a, b) => a.sheet.length - b.sheet.length || (a.sheet < b.sheet ? -1 : 1))
    .at(-1);
  return found ? { sheet: found.sheet, rows: [found.headers, ...found.rows] } : null;
}

const withoutNumber = (sheet: string): string => sheet.replace(/ \(\d+\)$/, "");

/** The name of a quarter's next frozen sheet: that of the previous one, numbered so that the last can be told. */
export function nextFrozenSheet(blocks: readonly SheetTable[], report: Report, language: Language): string {
  const before = frozenRows(blocks, report);
  return before === null ? frozenSheet(report.quarter)[language] : withoutNumber(before.sheet);
}

export const revisionOf = (rows: readonly (readonly CellValue[])[], report: Report): readonly Revision[] =>
  revision(rows, report);

/** The explanations of warnings, as rows below the figures and the receipt. */
function acceptedRows({ accepted }: Report, language: Language): readonly (readonly CellValue[])[] {
  if (accepted.length === 0) return [];
  return [
    [],
    [words.handOver.accepted[language]],
    ...accepted.map((issue): CellValue[] => [
      issue.rule,
      [issue.sheet, issue.cell].filter(Boolean).join("!"),
      issue.message[language],
      issue.accepted?.sentence ?? null,
      issue.accepted?.party ?? null,
      issue.accepted?.day ?? null,
    ]),
  ];
}

export async function freezeQuarter(session: Session, report: Report, by: FrozenBy): Promise<void> {
  const { language } = session.state;
  const { rows, look } = freeze(report, language, by);
  const sheet = nextFrozenSheet(session.state.blocks, report, language);
  const added = await session.attempt(words.busy.writing, async () => {
    const name = await session.workbook.addSheet(sheet, [...rows, ...acceptedRows(report, language)], look);
    if (session.state.ret !== null) await keepInputs(session.workbook, report.quarter, session.state.ret);
    return name;
  });
  if (!added) return;
  await session.check({ quietly: true });
  session.done(fill(words.handOver.frozen, { sheet: added.value }));
}
