import { basename, dirname } from "node:path";
import { agreements } from "@prestatieafspraken/agreements";
import { fill, untranslated, type Text } from "@prestatieafspraken/indicators";
import {
  bringIn,
  changesNothing,
  contradictionSentence,
  decidedIn,
  fileIssues,
  fileSentence,
  planCollect,
  planSentence,
  profilesIn,
  read,
  readAsSentences,
  readIncoming,
  receiptFor,
  type CellAt,
  type Return,
} from "@prestatieafspraken/quarterly";
import { openXlsx, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import type { Input } from "./input.js";
import { noTables, openReturn } from "./open-return.js";
import { bytesFor } from "./output.js";
import type { Setup } from "./setup.js";

const takenOver = (quarter: string, file: string): Text =>
  fill(
    {
      nl: "De eerste werkmap had over haar eigen kwartaal nog niets; het verslagkwartaal is nu {quarter}, zoals in {file}.",
      en: "The first workbook had nothing on its own quarter yet; the reporting quarter is now {quarter}, as in {file}.",
    },
    { quarter, file },
  );

const noColumn = (table: string, header: string, base: string): Text =>
  fill(
    {
      nl: "{table}: de kolom “{header}” staat niet in {base} en is niet overgenomen. Voeg die kolom daar toe om hem mee te nemen.",
      en: "{table}: the column “{header}” is not in {base} and was not taken over. Add the column there to include it.",
    },
    { table, header, base },
  );

/** The name of a file whose row is now in the growing workbook. */
const broughtIn = (file: string, output: string): Text =>
  output === "-"
    ? untranslated(file)
    : fill({ nl: "{file}, nu in {output}", en: "{file}, now in {output}" }, { file, output: basename(output) });

/** What files are called: by their names, with the folder before it where two of them have the same name. */
function namesFor(paths: readonly string[]): (path: string, name: string) => string {
  const names = Array.from(new Set(paths), (path) => basename(path));
  const isShared = (path: string): boolean => names.filter((name) => name === basename(path)).length > 1;
  return (path, name) => (isShared(path) ? `${basename(dirname(path))}/${basename(path)}` : name);
}

/** Which file each row and cell of the growing workbook came from. */
class Origins {
  readonly #rows: { readonly sheet: string; readonly until: number; readonly file: string }[] = [];
  readonly #cells = new Map<string, string>();

  /** Notes that the rows of a return that are not noted yet came from a file. */
  add({ tables }: Return, file: string): void {
    for (const { raw } of tables.values())
      this.#rows.push({ sheet: raw.sheet, until: raw.headerRow + raw.rows.length, file });
  }

  fill({ sheet, cell }: CellAt, file: string): void {
    this.#cells.set(`${sheet}!${cell}`, file);
  }

  of({ sheet, cell }: CellAt): string | undefined {
    const row = Number(/\d+$/.exec(cell)?.[0]);
    return (
      this.#cells.get(`${sheet}!${cell}`) ?? this.#rows.find((rows) => rows.sheet === sheet && row <= rows.until)?.file
    );
  }
}

export interface Collected {
  readonly base: Input;
  readonly workbook: XlsxWorkbook;
  readonly contradictions: number;
}

/**
 * Adds the other returns to the first one and reports each step; `there`: the workbook itself goes to standard output.
 */
export async function collectReturns(
  paths: readonly string[],
  { there, table, output }: { readonly there: boolean; readonly table?: string; readonly output: string },
  setup: Setup,
): Promise<Collected> {
  const { terminal, t, say } = setup;
  const [first = "", ...others] = paths;
  // --table names the table of each .csv file; workbooks name their own tables. Without a .csv file, --table is
  // refused.
  const csv = paths.some((path) => /\.csv$/i.test(path));
  const of = (path: string) => (table === undefined || (csv && !/\.csv$/i.test(path)) ? {} : { table });
  const called = namesFor(paths);
  const base = await openReturn(first, { ...of(first), mayBeUnknown: true }, terminal);
  const baseName = called(first, base.name);
  // Refuses an invalid output name before the contents are reported.
  let bytes = await bytesFor(output, base.workbook);
  let contradictions = 0;
  const origins = new Origins();
  let latest = baseName;
  for (const path of others) {
    const other = await openReturn(path, { ...of(path), mayBeEmpty: true, mayBeUnknown: true }, terminal);
    const name = called(path, other.name);
    // Read again, because the previous file's rows were added.
    const workbook = openXlsx(bytes);
    const here = await read(workbook, { agreements });
    origins.add(here, latest);
    latest = name;
    // Reads as the pane does: also the EP-online list, and the user's own lists that this workbook has a mapping for.
    const incoming = await readIncoming(other.workbook, here, { agreements, profiles: await profilesIn(workbook) });
    if (incoming.ret.tables.size === 0) throw noTables(name);
    const plan = planCollect(here, incoming.ret, await decidedIn(workbook), name);
    const fileOf = (at: CellAt): string => origins.of(at) ?? baseName;
    if (!changesNothing(plan)) {
      await bringIn(workbook, { plan, received: receiptFor(incoming.ret, name, terminal.today), fileOf });
      bytes = workbook.bytes();
    }
    contradictions += plan.contradictions.length;

    say(`${name}: ${t(planSentence(plan))}\n`, there);
    for (const sentence of readAsSentences(incoming)) say(`  ${t(sentence)}\n`, there);
    if (plan.quarter !== null) say(`  ${t(takenOver(plan.quarter.to, name))}\n`, there);
    for (const issue of fileIssues(incoming.ret))
      if (issue.severity === "info") say(`  ${t(fileSentence(issue))}\n`, there);
      else terminal.err(`  ${t(fileSentence(issue))}\n`);
    for (const { table, header } of plan.leftOut) terminal.err(`  ${t(noColumn(table, header, baseName))}\n`);
    for (const contradiction of plan.contradictions) {
      const own = fileOf(contradiction.here.at);
      const files = { here: own === baseName ? own : t(broughtIn(own, output)), there: name };
      terminal.err(`  ${t(contradictionSentence(contradiction, files))}\n`);
    }
    for (const { sheet, cell } of plan.fill) origins.fill({ sheet, cell }, name);
  }
  return { base, workbook: openXlsx(bytes), contradictions };
}
