import type { CellInput } from "@prestatieafspraken/functions";
import type { Argument } from "@prestatieafspraken/indicators";

/** Days between the date systems: from 1900, and from 1904 in old workbooks of Excel for Mac. */
const from1904To1900 = 1_462;

let known: Promise<boolean> | null = null;
let from1904: boolean | null = null;

/** Asks whether this workbook uses the 1904 system; once, and only if a date was passed as a number. */
function ask(): Promise<boolean> {
  known ??= Office.onReady()
    .then(() =>
      Excel.run({ delayForCellEdit: true }, async (context) => {
        // 2 January 1904 is day 1,463 in the 1900 system, and day 1 in the 1904 system.
        const day = context.workbook.functions.date(1904, 1, 2).load("value");
        await context.sync();
        return day.value === 1;
      }),
    )
    .catch(() => false)
    .then((answer) => (from1904 = answer));
  return known;
}

const isDay = ({ kind }: Argument): boolean => kind === "date" || kind === "quarter" || kind === "any";

/** True if the number may be a date: with or without a time, between 1950 and 2100. */
const dayNumber = (input: CellInput | undefined): input is number =>
  typeof input === "number" && input >= 18_264 - from1904To1900 && input < 73_051;

/**
 * The inputs with dates in the 1900 system. A promise if a number may be a date and the workbook's date system is not
 * known yet.
 */
export function inDays(
  inputs: readonly CellInput[],
  called: { readonly arguments: readonly Argument[] },
): readonly CellInput[] | Promise<readonly CellInput[]> {
  if (!called.arguments.some((argument, i) => isDay(argument) && dayNumber(inputs[i]))) return inputs;
  const counted = (old: boolean): readonly CellInput[] =>
    old
      ? inputs.map((input, i) => {
          const argument = called.arguments[i];
          return argument !== undefined && isDay(argument) && dayNumber(input) ? input + from1904To1900 : input;
        })
      : inputs;
  return from1904 === null ? ask().then(counted) : counted(from1904);
}
