/** This many items stay far below Excel on the web's 5 MB per request, even for marks of 4 kB each. */
const size = 300;

export const inParts = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** Applies `each` to all items, with one request per batch. */
export async function inTurn<T>(
  context: Excel.RequestContext,
  all: readonly T[],
  each: (one: T) => void,
): Promise<void> {
  for (const part of inParts(all)) {
    for (const one of part) each(one);
    // oxlint-disable-next-line office-addins/no-context-sync-in-loop -- Excel on the web refuses all at once
    await context.sync();
  }
}
