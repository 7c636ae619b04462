import { short } from "@prestatieafspraken/indicators";
import { nameOfRow } from "../reading/row-name.js";
import type { Fix } from "../issue.js";
import type { Return, ReturnTable } from "../return.js";
import { sameKey, type Pair } from "./columns.js";
import { deleteRows } from "./fixes.js";
import { defineRule, type Finding } from "./rule.js";

function pairsOf(table: ReturnTable): readonly Pair[] {
  if (table.definition.name !== "PA_Woningen") return sameKey(table);
  // A home listed by two owners is reported by another rule.
  const owner = table.valueAt("Verhuurder");
  return sameKey(table).filter(({ index, other }) => owner(index) === owner(other));
}

/** Groups pairs that are one mistake: all between two sheets, or a block of rows pasted twice. */
function blocksOf(table: ReturnTable, pairs: readonly Pair[]): Pair[][] {
  const blocks: Pair[][] = [];
  const bySheets = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const [own, other] = [table.sheet(pair.index), table.sheet(pair.other)];
    const key = own === other ? own : `${own}\u0000${other}`;
    const before = bySheets.get(key);
    const last = before?.at(-1);
    const goesOn = own !== other || (last?.index === pair.index - 1 && last.other === pair.other - 1);
    if (before && goesOn) before.push(pair);
    else {
      const block = [pair];
      blocks.push(block);
      bySheets.set(key, block);
    }
  }
  return blocks;
}

/** Cells in which the second row differs: "D52 (12, eerst 11)". */
function differences(table: ReturnTable, { index, other }: Pair): string[] {
  return table.definition.fields.flatMap(({ header }) => {
    if (!table.has(header)) return [];
    const [now, then] = [table.value(header, index), table.value(header, other)];
    const isSame = now === then && table.reading(header, index).state === table.reading(header, other).state;
    return isSame
      ? []
      : [
          `${table.cell(header, index) ?? "?"} (${short(table.shown(header, index))} / ${short(table.shown(header, other))})`,
        ];
  });
}

const listed = 10;

function* findings(table: ReturnTable, block: readonly Pair[], ret: Return): Generator<Finding> {
  const [first, last] = [block[0]!, block.at(-1)!];
  const sheet = table.sheet(first.other);
  const isElsewhere = sheet !== table.sheet(first.index);
  const different = block.flatMap((pair) => differences(table, pair));
  const shown = different.slice(0, listed).join(", ") + (different.length > listed ? ", \u2026" : "");
  const isHidden = table.origin(first.index).block.hiddenSheet === true;
  const many = block.length > 1;
  const rows = (from: number, until: number): string => `${table.row(from)}-${table.row(until)}`;
  const facts = {
    what: many
      ? {
          nl: `Rij ${rows(first.index, last.index)}${isElsewhere ? ` van blad ${table.sheet(first.index)}` : ""}${isHidden ? " (een verborgen blad)" : ""} gaan`,
          en: `Rows ${rows(first.index, last.index)}${isElsewhere ? ` of sheet ${table.sheet(first.index)}` : ""}${isHidden ? " (a hidden sheet)" : ""} repeat`,
        }
      : {
          nl: `Deze rij${isHidden ? " (op een verborgen blad)" : ""} gaat`,
          en: `This row${isHidden ? " (on a hidden sheet)" : ""} repeats`,
        },
    other: many
      ? { nl: `rij ${rows(first.other, last.other)}`, en: `rows ${rows(first.other, last.other)}` }
      : { nl: `rij ${table.row(first.other)}`, en: `row ${table.row(first.other)}` },
    where: isElsewhere ? { nl: ` van blad ${sheet}`, en: ` of sheet ${sheet}` } : "",
    key: many
      ? { nl: `${block.length} rijen`, en: `${block.length} rows` }
      : nameOfRow(table, first.index, ret.agreement),
    differences:
      different.length > 0
        ? { nl: ` Anders zijn: ${shown}.`, en: ` Different: ${shown}.` }
        : { nl: " Alles is gelijk.", en: " Everything is equal." },
    columns: table.definition.key.join(", "),
  };
  const out = (which: keyof Pair, nl: string, en: string): Fix =>
    deleteRows(
      table,
      block.map((pair) => pair[which]),
      { nl, en },
    );
  const fixes = many
    ? [
        out(
          "index",
          `De ${block.length} rijen ${rows(first.index, last.index)} verwijderen`,
          `Remove the ${block.length} rows ${rows(first.index, last.index)}`,
        ),
      ]
    : [
        out("index", `Rij ${table.row(first.index)} verwijderen`, `Remove row ${table.row(first.index)}`),
        // If the rows differ, either may be right.
        ...(different.length > 0
          ? [out("other", `Rij ${table.row(first.other)} verwijderen`, `Remove row ${table.row(first.other)}`)]
          : []),
      ];
  const isHome = table.definition.name === "PA_Woningen";
  for (const { index, other } of block)
    yield {
      table,
      index,
      header: table.definition.key[table.definition.key.length > 1 && !isHome ? 1 : 0]!,
      // One of the two rows must go, whichever counts.
      about: { rows: [other, index] },
      facts,
      fixes,
      ...(many && { group: `${first.index}` }),
    };
}

export const dubbeleRij = defineRule({
  id: "PA-110",
  severity: "error",
  reads: ["*"],
  title: { nl: "Dezelfde rij staat er twee keer", en: "The same row is there twice" },
  why: { nl: "Wat dubbel staat telt dubbel.", en: "What is there twice counts twice." },
  message: {
    nl: "{what} over hetzelfde als {other}{where}: {key}.{differences}",
    en: "{what} {other}{where}: {key}.{differences}",
  },
  fix: { nl: "Verwijder een van de twee, of verbeter {columns}.", en: "Remove one of the two, or correct {columns}." },
  *check({ ret }) {
    for (const table of ret.tables.values()) {
      for (const block of blocksOf(table, pairsOf(table))) yield* findings(table, block, ret);
    }
  },
  examples: {
    good: {
      "another quarter": {
        PA_Nieuwbouw: [
          { Kwartaal: "2026-Q2", Project_id: "P1" },
          { Kwartaal: "2026-Q3", Project_id: "P1" },
        ],
      },
      "two categories that are not in the list": {
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier (direct)", Aantal: 31 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "bijzondere doelgroep", Aantal: 2 },
        ],
      },
    },
    bad: {
      "project twice in a quarter": {
        says: "deze rij gaat over hetzelfde als rij 2",
        PA_Nieuwbouw: [
          { Kwartaal: "2026-Q3", Project_id: "P1" },
          { Kwartaal: "2026-Q3", Project_id: "p1 " },
        ],
      },
      "a block pasted again, one cell changed since": {
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 2 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "regulier", Aantal: 10 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "urgent", Aantal: 3 },
        ],
        says: "Rij 4-5 gaan over hetzelfde als rij 2-3: 2 rijen. Anders zijn: D5 (3 / 2).",
        fixes: ["De 2 rijen 4-5 verwijderen"],
      },
      "homes without a known label, counted twice": {
        PA_Labels: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Label: "onbekend", Aantal: 19 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Segment: "sociaal", Label: "n.b.", Aantal: 12 },
        ],
      },
      "home twice with one owner": {
        PA_Woningen: [
          { BAG_vbo_id: "0579010000012345", Verhuurder: "WYwonen" },
          { BAG_vbo_id: "0579010000012345", Verhuurder: "MeerWonen" },
        ],
      },
      "an unknown category twice": {
        PA_Toewijzingen: [
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "bijzondere doelgroep", Aantal: 31 },
          { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Categorie: "Bijzondere doelgroep", Aantal: 2 },
        ],
      },
    },
  },
});
