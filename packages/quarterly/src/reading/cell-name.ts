/** The letters of a column, counted from 1: "A" for 1, "AB" for 28. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** The column of a cell, counted from 1: 28 for "AB7". */
export function columnNumber(cell: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(cell)?.[0] ?? "A") column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
