import { compileOwn } from "@prestatieafspraken/expressions";
import { InputError, type Agreement, type Source, type Text } from "@prestatieafspraken/indicators";
import { checkCoherence, type Known } from "./coherence.js";
import { JsonMistake, member, readJson, type JsonText } from "./json-text.js";
import { complete } from "./complete.js";
import { problem, type Problem } from "./problem.js";
import { checkShape, type FileKind } from "./shape.js";
import { ofFile, worded, type Wording } from "./wording.js";

/** The outcome of a check. `file` is ready for use (an agreement has its defaults filled in); null if there are problems. */
export interface Checked<File> {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly file: File | null;
}

interface Shaped<File> extends Checked<File> {
  /** Puts problems in the words of this form, and adds line numbers. */
  readonly placed: (problems: readonly Problem[]) => readonly Problem[];
}

function check<File>(
  json: unknown,
  kind: FileKind,
  content: (file: File) => readonly Problem[],
  wording: Wording = ofFile,
): Shaped<File> {
  let read: JsonText | null = null;
  if (typeof json === "string") {
    try {
      read = readJson(json);
    } catch (mistake) {
      if (!(mistake instanceof JsonMistake)) throw mistake;
      return {
        ok: false,
        problems: [{ path: "", line: mistake.line, message: mistake.sentence }],
        file: null,
        placed: (problems) => problems,
      };
    }
  }
  const file = read ? read.value : json;
  const repeated = (read?.repeated ?? []).map(({ path, name }) =>
    problem(file, path, {
      nl: `"${name}" staat er twee keer; alleen de laatste zou tellen. Haal er een weg.`,
      en: `"${name}" occurs twice; only the last would count. Remove one.`,
    }),
  );
  const { problems: shape, sound } = checkShape(file, kind);
  const placed = (problems: readonly Problem[]): readonly Problem[] =>
    problems.map(({ path, message }) => {
      const line = lineOf(path, read);
      return { path, message: worded(message, path, wording), ...(line !== undefined && { line }) };
    });
  const problems = placed([...repeated, ...shape, ...(sound ? content(file as File) : [])]);
  const ok = problems.length === 0;
  return { ok, problems, file: ok ? (file as File) : null, placed };
}

/** The line of a path; for a part that is missing, the line of the nearest part that contains it. */
function lineOf(path: string, read: JsonText | null): number | undefined {
  let at = path;
  while (!read?.lines.has(at) && at !== "") {
    const around = at.replace(/(\[\d+\]|\.?[^.[\]]+)$/, "");
    at = around === at ? "" : around;
  }
  return read?.lines.get(at);
}

/** Expressions of own indicators that do not compile; compiled here exactly as they are for evaluation. */
async function refusedExpressions(file: Agreement): Promise<readonly Problem[]> {
  const refused = await Promise.all(
    file.indicators.map(async ({ expression, inputs }, index) => {
      try {
        await compileOwn(expression, Object.keys(inputs));
        return [];
      } catch (mistake) {
        if (!(mistake instanceof InputError)) throw mistake;
        return [problem(file, `indicators[${index}].expression`, mistake.sentence)];
      }
    }),
  );
  return refused.flat();
}

/**
 * Checks an agreement file, given as text (problems then have a line) or as parsed JSON.
 * Every problem says where, what and what to do ("Bedoelt u ...?"). `known` lists the indicators it may refer to. A file that
 * passes can be evaluated, because own expressions are compiled as they are for evaluation; the compiler is loaded only if there
 * are any, hence asynchronous.
 */
export const checkAgreement = (json: unknown, known: Known = {}): Promise<Checked<Agreement>> =>
  checkWorded(json, known, ofFile);

/** As checkAgreement, for another form of the agreement, with its own names for things. */
export async function checkWorded(json: unknown, known: Known, wording: Wording): Promise<Checked<Agreement>> {
  const { ok, problems, file, placed } = check<Agreement>(
    json,
    "agreement",
    (each) => checkCoherence(complete(each), known),
    wording,
  );
  if (file === null) return { ok, problems, file };
  const whole = complete(file);
  const refused = placed(await refusedExpressions(whole));
  return refused.length === 0 ? { ok, problems, file: whole } : { ok: false, problems: refused, file: null };
}

/** The limits of one year as published by law, in EUR: `data/law/<year>.json`. */
export interface LimitYear {
  readonly year: number;
  readonly source: Source;
  readonly limits: Readonly<Record<string, { readonly value: string; readonly source?: Source; readonly note?: Text }>>;
  readonly unverified?: Readonly<Record<string, Text>>;
}

/** Checks a file with the legal limits of a year; input and problems as in checkAgreement. */
export function checkLimits(json: unknown): Checked<LimitYear> {
  const { ok, problems, file } = check<LimitYear>(json, "limits", (year) =>
    Object.keys(year.unverified ?? {})
      .filter((id) => id in year.limits)
      .map((id) =>
        problem(year, member("unverified", id), {
          nl: `"${id}" heeft ook een bedrag. Houd het bedrag of de noot.`,
          en: `"${id}" has an amount as well. Keep the amount or the note.`,
        }),
      ),
  );
  return { ok, problems, file };
}
