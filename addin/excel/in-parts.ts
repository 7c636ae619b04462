/** So many things travel in one request: far under the 5 MB that Excel on the web takes, also where one mark weighs 4 kB. */
const size = 300;

export const inParts = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** Does something for each, so many in one request. */
export async function inTurn<T>(
  context: Excel.RequestContext,
  all: readonly T[],
  each: (one: T) => void,
): Promise<void> {
  for (const part of inParts(all)) {
    for (const one of part) each(one);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- all at once is more than Excel on the web takes
    await context.sync();
  }
}
