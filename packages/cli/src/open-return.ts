import { agreementsFor } from "./agreement-file.js";
import { partyAsked, read, WorkbookError, type Return } from "@prestatieafspraken/quarterly";
import { openWorkbook, type XlsxWorkbook } from "@prestatieafspraken/xlsx";
import { readInput, type Input } from "./input.js";
import { Refusal } from "./refusal.js";
import type { Terminal } from "./terminal.js";

export interface OpenedReturn extends Input {
  readonly workbook: XlsxWorkbook;
  readonly return: Return;
  /** Id of the requested party. */
  readonly party: string | null;
}

/**
 * Reads a workbook as a quarterly return. Refuses one without any table of the return, or with an unknown agreement,
 * unless that should be reported as a finding: another agreement's norms would give wrong verdicts.
 */
export async function openReturn(
  path: string,
  asked: {
    readonly quarter?: string;
    readonly party?: string;
    readonly agreement?: string;
    readonly table?: string;
    readonly mayBeEmpty?: boolean;
    readonly mayBeUnknown?: boolean;
  },
  terminal: Terminal,
): Promise<OpenedReturn> {
  if (asked.table !== undefined && /\.(?:xlsx|xlsm|ods)$/i.test(path)) {
    throw new Refusal({
      nl: `--table hoort bij een .csv; de tabellen in ${path} hebben zelf een naam. Laat --table weg, of geef de .csv.`,
      en: `--table is for a .csv; the tables in ${path} have names of their own. Leave --table out, or give the .csv.`,
    });
  }
  const input = await readInput(path, terminal);
  const { name, bytes } = input;
  const agreements = await agreementsFor(asked.agreement, terminal);
  const workbook = await naming(name, () => openWorkbook(bytes, { name, table: asked.table ?? null }));
  const found = await naming(name, () => read(workbook, { agreements, quarter: asked.quarter ?? null }));
  if (found.tables.size === 0 && asked.mayBeEmpty !== true) {
    throw noTables(name);
  }
  const unknown = found.issues.find(({ rule }) => rule === "PA-003");
  if (unknown !== undefined && asked.agreement === undefined && asked.mayBeUnknown !== true) {
    const place = `${name} ${unknown.sheet}!${unknown.cell ?? ""}`;
    throw new Refusal({
      nl: `${place}: de afspraken die daar staan zijn niet bekend, en staan niet in de werkmap. Geef ze mee met --agreement (een bestand of een kenmerk), of vul een bekend kenmerk in; pa agreement list noemt ze.`,
      en: `${place}: the agreement named there is not known, and is not in the workbook. Give it with --agreement (a file or an id), or enter a known id; pa agreement list names them.`,
    });
  }
  return { ...input, workbook, return: found, party: partyAsked(found, asked.party) };
}

/** The refusal of a workbook without any table of the return. */
export const noTables = (name: string): Refusal =>
  new Refusal({
    nl: `In ${name} staat geen enkele PA-tabel. Begin met een leeg sjabloon (pa template opgave.xlsx), of geef uw tabellen de namen en kolommen van het sjabloon.`,
    en: `There is no PA table in ${name}. Start from an empty template (pa template return.xlsx), or give your tables the names and columns of the template.`,
  });

/** Adds the file's name to a refusal, because there may be several files. */
async function naming<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    if (!(problem instanceof WorkbookError)) throw problem;
    const { nl, en } = problem.sentence;
    throw new Refusal({ nl: `${name}: ${nl}`, en: `${name}: ${en}` });
  }
}
