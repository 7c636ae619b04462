import { InputError, type Text } from "@prestatieafspraken/indicators";
import { WorkbookError } from "@prestatieafspraken/quarterly";

/** Exit codes of `pa`: 0 clean, 1 errors found in the input, 2 the input or command cannot be used. */
export const exit = { clean: 0, errors: 1, unusable: 2 } as const;

/** An error that stops `pa`, with one sentence for standard error. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(readonly sentence: Text) {
    super(sentence.nl);
  }
}

const isFileProblem = (problem: unknown): problem is NodeJS.ErrnoException =>
  problem instanceof Error && "code" in problem && "syscall" in problem;

/** Any error as a sentence that users can act on; programming errors keep their own message. */
export function sentenceOf(problem: unknown): Text {
  if (problem instanceof Refusal || problem instanceof InputError || problem instanceof WorkbookError)
    return problem.sentence;
  if (isFileProblem(problem)) {
    const path = problem.path ?? "?";
    if (path === "") {
      return {
        nl: "De naam van een bestand is leeg. Geef een naam; is een variabele in een script niet gevuld?",
        en: "The name of a file is empty. Give a name; is a variable in a script not filled?",
      };
    }
    switch (problem.code) {
      case "ENOENT":
        return {
          nl: `Bestand of map niet gevonden: ${path}. Controleer de naam en de map.`,
          en: `File or folder not found: ${path}. Check the name and the folder.`,
        };
      case "EISDIR":
        return {
          nl: `${path} is een map, geen bestand. Geef de naam van een .xlsx-bestand.`,
          en: `${path} is a folder, not a file. Give the name of an .xlsx file.`,
        };
      case "EACCES":
      case "EPERM":
        return {
          nl: `Geen toegang tot ${path}. Controleer de rechten, of kies een andere map.`,
          en: `No access to ${path}. Check the permissions, or choose another folder.`,
        };
      case "EBUSY":
        return {
          nl: `${path} is in gebruik. Sluit het bestand in Excel en probeer opnieuw.`,
          en: `${path} is in use. Close the file in Excel and try again.`,
        };
      case "ENAMETOOLONG":
        return {
          nl: `De naam ${path} is te lang voor deze schijf. Kies een kortere naam.`,
          en: `The name ${path} is too long for this disk. Choose a shorter name.`,
        };
      case "EROFS":
        return {
          nl: `${path} staat op een schijf waarop niet geschreven mag worden. Kies een andere map.`,
          en: `${path} is on a disk that cannot be written to. Choose another folder.`,
        };
      case "EDQUOT":
      case "ENOSPC":
        return {
          nl: `De schijf is vol; ${path} is niet geschreven.`,
          en: `The disk is full; ${path} was not written.`,
        };
      default:
        return {
          nl: `${path} kon niet worden gelezen of geschreven (${problem.code ?? "?"}).`,
          en: `${path} could not be read or written (${problem.code ?? "?"}).`,
        };
    }
  }
  const told = problem instanceof Error ? problem.message : String(problem);
  return {
    nl: `Dit had niet mogen gebeuren: ${told}. Uw bestanden zijn niet gewijzigd. Meld dit bij de makers.`,
    en: `This should not have happened: ${told}. Your files were not changed. Please report it to the makers.`,
  };
}
