import type { Agreement, LimitSeries } from "@prestatieafspraken/indicators";
import { checkCoherence, type Known } from "./coherence.js";
import { JsonMistake, readJson, type JsonText } from "./json-text.js";
import { problem, type Problem } from "./problem.js";
import { checkShape, type FileKind } from "./shape.js";

/** What a check found. `file` is the file itself, usable as it stands; null when something is wrong with it. */
export interface Checked<File> {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly file: File | null;
}

function check<File>(json: unknown, kind: FileKind, content: (file: File) => readonly Problem[]): Checked<File> {
  let read: JsonText | null = null;
  if (typeof json === "string") {
    try {
      read = readJson(json);
    } catch (mistake) {
      if (!(mistake instanceof JsonMistake)) throw mistake;
      return { ok: false, problems: [{ path: "", line: mistake.line, message: mistake.sentence }], file: null };
    }
  }
  const file = read ? read.value : json;
  const repeated = (read?.repeated ?? []).map(({ path, name }) =>
    problem(file, path, {
      nl: `"${name}" staat er twee keer; alleen de laatste zou tellen. Haal er een weg.`,
      en: `"${name}" stands there twice; only the last would count. Remove one.`,
    }),
  );
  const { problems: shape, sound } = checkShape(file, kind);
  const problems = [...repeated, ...shape, ...(sound ? content(file as File) : [])].map((found) => {
    const line = lineOf(found.path, read);
    return line === undefined ? found : { ...found, line };
  });
  const ok = problems.length === 0;
  return { ok, problems, file: ok ? (file as File) : null };
}

/** The line of a path, or of the nearest thing around it where it is something missing. */
function lineOf(path: string, read: JsonText | null): number | undefined {
  let at = path;
  while (!read?.lines.has(at) && at !== "") {
    const around = at.replace(/(\[\d+\]|\.?[^.[\]]+)$/, "");
    at = around === at ? "" : around;
  }
  return read?.lines.get(at);
}

/**
 * Is this a usable agreement file? Takes the text of the file (problems then name the line) or the parsed JSON. Every problem
 * is a sentence that says where, what and what to do ("Bedoelt u ...?"). `known` holds what the file may refer to.
 */
export const checkAgreement = (json: unknown, known: Known = {}): Checked<Agreement> =>
  check<Agreement>(json, "agreement", (file) => checkCoherence(file, known));

/** Is this a usable file of legal limits? As checkAgreement. */
export const checkLimits = (json: unknown): Checked<LimitSeries> =>
  check<LimitSeries>(json, "limits", (file) =>
    file.values.flatMap(({ year }, index) =>
      file.values.findIndex((other) => other.year === year) < index
        ? [
            problem(file, `values[${index}].year`, {
              nl: `het jaar ${year} staat er twee keer in. Houd één bedrag per jaar.`,
              en: `the year ${year} is in it twice. Keep one amount per year.`,
            }),
          ]
        : [],
    ),
  );
