import { listed, type Text } from "@prestatieafspraken/indicators";

/** Longer lists name their first parts only. */
const most = 5;

/** Sheet rows in words, ascending: "rij 3", "rij 3 tot en met 7 en rij 9". */
export function rowRange(rows: readonly number[]): Text {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  const named = runs
    .slice(0, most)
    .map(([from, to]): Text =>
      from === to
        ? { nl: `rij ${from}`, en: `row ${from}` }
        : { nl: `rij ${from} tot en met ${to}`, en: `rows ${from} to ${to}` },
    );
  return runs.length > most
    ? { nl: `${named.map(({ nl }) => nl).join(", ")}, …`, en: `${named.map(({ en }) => en).join(", ")}, …` }
    : listed(named);
}

/** As `rowRange`, at the start of a sentence. */
export function rowRangeFirst(rows: readonly number[]): Text {
  const { nl, en } = rowRange(rows);
  return { nl: `R${nl.slice(1)}`, en: `R${en.slice(1)}` };
}
