import type { Agreement } from "@prestatieafspraken/indicators";
import { Option } from "commander";
import type { Text } from "@prestatieafspraken/indicators";
import { meant } from "./command-line.js";
import { readInput } from "./input.js";
import { Refusal } from "./refusal.js";
import type { Terminal } from "./terminal.js";

/** A problem in an agreement file: where it is, and what to do. */
export interface AgreementProblem {
  /** "Normen!D5", "regel 12, norms[2].value". */
  readonly place: Text;
  readonly message: Text;
}

export interface OpenedAgreement {
  readonly name: string;
  readonly form: "workbook" | "json";
  readonly problems: readonly AgreementProblem[];
  /** The agreement; null if the file has problems. */
  readonly agreement: Agreement | null;
}

/**
 * Decodes a JSON file: UTF-8, with or without byte order mark. Refuses other encodings instead of losing characters.
 */
function textOf(bytes: Uint8Array, path: string): string {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  try {
    if (!wide) return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Refused below, naming the probable encoding.
  }
  const found = wide ? "UTF-16" : "Windows-1252";
  throw new Refusal({
    nl: `${path} is geen UTF-8; het lijkt ${found}. Bewaar het bestand als UTF-8 en probeer opnieuw.`,
    en: `${path} is not UTF-8; it looks like ${found}. Save the file as UTF-8 and try again.`,
  });
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Reads an agreement from a workbook or JSON file, and checks it. */
export async function openAgreement(path: string, terminal: Terminal): Promise<OpenedAgreement> {
  const [{ checkAgreement, checkAgreementSheets }, { indicators }] = await Promise.all([
    import("@prestatieafspraken/agreements"),
    import("@prestatieafspraken/indicators"),
  ]);
  const { name, bytes } = await readInput(path, terminal);
  const known = { indicators };
  if (isZip(bytes)) {
    const { openXlsx } = await import("@prestatieafspraken/xlsx");
    const { problems, file } = await checkAgreementSheets(await openXlsx(bytes).tables(), known);
    return {
      name,
      form: "workbook",
      agreement: file,
      problems: problems.map(({ sheet, cell, message }) => {
        const place = cell === null ? sheet : `${sheet} ${cell}`;
        return { place: { nl: place, en: place }, message };
      }),
    };
  }
  const { problems, file } = await checkAgreement(textOf(bytes, name), known);
  return {
    name,
    form: "json",
    agreement: file,
    problems: problems.map(({ path: where, line, message }) => ({
      place: {
        nl: [line === undefined ? "" : `regel ${line}`, where].filter(Boolean).join(", "),
        en: [line === undefined ? "" : `line ${line}`, where].filter(Boolean).join(", "),
      },
      message,
    })),
  };
}

export const agreementOption = (t: (text: Text) => string): Option =>
  new Option(
    "--agreement <afspraken>",
    t({
      nl: "deze afspraken: een ingebouwd kenmerk, of een bestand (.xlsx of .json)",
      en: "this agreement: a built-in id, or a file (.xlsx or .json)",
    }),
  );

/** A built-in agreement by id, or one from a file. @throws Refusal with the first problem and the number of others */
export async function agreementNamed(asked: string, terminal: Terminal): Promise<Agreement> {
  const { agreement, agreements } = await import("@prestatieafspraken/agreements");
  const builtIn = agreement(asked);
  if (builtIn) return builtIn;
  if (!/\.(?:xlsx|xlsm|json)$/i.test(asked) && asked !== "-") {
    const ids = agreements.map(({ id }) => id);
    const near = meant(asked, ids);
    throw new Refusal({
      nl: `Onbekende afspraken '${asked}'.${near.nl} Ingebouwd zijn: ${ids.join(", ")}; of geef een bestand (.xlsx of .json).`,
      en: `Unknown agreement '${asked}'.${near.en} Built in are: ${ids.join(", ")}; or give a file (.xlsx or .json).`,
    });
  }
  const { name, problems, agreement: found } = await openAgreement(asked, terminal);
  if (found !== null) return found;
  const [first] = problems;
  const more = problems.length - 1;
  throw new Refusal({
    nl: `${name} is nog niet te gebruiken: ${first!.place.nl}: ${first!.message.nl}${more > 0 ? ` En nog ${more}; zie pa agreement check.` : ""}`,
    en: `${name} cannot be used yet: ${first!.place.en}: ${first!.message.en}${more > 0 ? ` And ${more} more; see pa agreement check.` : ""}`,
  });
}

/** The agreements a workbook may use: the one the user named first, then the built-in ones. */
export async function agreementsFor(asked: string | undefined, terminal: Terminal): Promise<readonly Agreement[]> {
  const { agreements } = await import("@prestatieafspraken/agreements");
  if (asked === undefined) return agreements;
  const named = await agreementNamed(asked, terminal);
  return [named, ...agreements.filter(({ id }) => id !== named.id)];
}
