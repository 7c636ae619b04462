import type { CellInput } from "@prestatieafspraken/functions";
import type { Argument } from "@prestatieafspraken/indicators";

/** Days between the two ways in which workbooks count them: from 1900, and from 1904 in old workbooks of Excel for Mac. */
const from1904To1900 = 1_462;

let known: Promise<boolean> | null = null;
let from1904: boolean | null = null;

/** Where does this workbook count its days from? Asked once, and only when a day was handed over as a number. */
function ask(): Promise<boolean> {
  known ??= Office.onReady()
    .then(() =>
      Excel.run({ delayForCellEdit: true }, async (context) => {
        // 2 January 1904 is day 1,463 where days are counted from 1900, and day 1 where they are counted from 1904.
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

/** A number that may be a day: whole or with a time, between 1950 and 2100. */
const dayNumber = (input: CellInput | undefined): input is number =>
  typeof input === "number" && input >= 18_264 - from1904To1900 && input < 73_051;

/**
 * Days as everybody else counts them. Where a number came in that may be a day and it is not known yet how the workbook counts, a
 * promise of it.
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
