import * as SheetJS from "@e965/xlsx";

/** A plain row as typed, by header; null is an empty cell. */
export type Row = Readonly<Record<string, string | number | null>>;
export interface MadeUpReturn {
  /** The choices in PA_Instellingen, in the words used there. */
  readonly chosen: {
    readonly "Studenten tellen": "geen" | "teller" | "noemer" | "beide";
    readonly "Periode toewijzing": "kalenderjaar" | "vier kwartalen" | "kwartaal";
    readonly "Randwaarde kwaliteitskorting": "onder" | "tot en met";
  };
  readonly quarters: readonly string[];
  readonly quarter: string;
  readonly stock: readonly Row[];
  readonly projects: readonly Row[];
  readonly lettings: readonly Row[];
  readonly students: readonly Row[];
  readonly labels: readonly Row[];
}

/** Reproducible random numbers (mulberry32). */
export function dice(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    chance: (p: number): boolean => next() < p,
    one: <T>(list: readonly T[]): T => list[below(list.length)]!,
    shuffled: <T>(list: readonly T[]): T[] =>
      list
        .map((item) => [next(), item] as const)
        .sort(([a], [b]) => a - b)
        .map(([, item]) => item),
  };
}

const endOf = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${["03-31", "06-30", "09-30", "12-31"][Number(quarter[6]) - 1]!}`;
const corporations = ["WYwonen", "Portaal", "DUWO"];
const labels = ["A++", "A", "B", "C", "D", "E", "F", "G", "onbekend"];
const urgent = ["urgent", "contingent", "statushouder", "stadsvernieuwing"];
const other = ["vrije ruimte", "woningruil", "woongroep", "senioren", "overig", "onbekend"];
const outside = ["tijdelijk", "antikraak", "student"];
const segments = ["Sociale huur", "Middeldure huur", "Vrije huur", "Koop", "Nader te bepalen", "Studenteneenheden"];
/** Quality-discount limits in cents (Staatscourant; see the reference of norms). */
export const limits: Readonly<Record<number, number>> = { 2023: 45220, 2024: 45447, 2025: 47720, 2026: 49820 };

/** A plausible return: several quarters and parties, sometimes with gaps. */
export function madeUpReturn(seed: number): MadeUpReturn {
  const d = dice(seed);
  // The last beginnings run past the end of the agreement.
  const from = d.one([2024 * 4 + 3, 2025 * 4, 2025 * 4 + 2, 2026 * 4, 2028 * 4, 2028 * 4 + 2]);
  const quarters = Array.from(
    { length: 1 + d.below(6) },
    (_, i) => `${Math.floor((from + i) / 4)}-Q${((from + i) % 4) + 1}`,
  );
  const owners = corporations.filter((_, i) => i === 0 || d.chance(0.7));
  // One in three returns has an empty cell, or a party that sent nothing.
  const holes = d.chance(0.33);
  const maybe = (value: number): number | null => (holes && d.chance(0.02) ? null : value);
  const absent = (): boolean => holes && d.chance(0.08);

  const stock: Row[] = [];
  const projects: Row[] = [];
  const lettings: Row[] = [];
  const labelRows: Row[] = [];
  const level = new Map<string, number>();
  for (const quarter of quarters) {
    for (const owner of owners) {
      if (absent()) continue;
      for (const segment of owner === "DUWO" ? ["student", "sociaal"] : ["sociaal", "midden"]) {
        const begin = level.get(`${owner}${segment}`) ?? 50 + d.below(1500);
        const move = { Nieuwbouw: d.below(20), Aankoop: d.below(3), "Overig erbij": d.below(2) };
        const off = { Sloop: d.below(12), Verkoop: d.below(6), Liberalisatie: d.below(3), "Overig eraf": d.below(2) };
        const correction = d.chance(0.2) ? d.below(7) - 3 : 0;
        const end =
          begin + Object.values(move).reduce((a, b) => a + b) - Object.values(off).reduce((a, b) => a + b) + correction;
        level.set(`${owner}${segment}`, end);
        stock.push({
          Kwartaal: quarter,
          Verhuurder: owner,
          Segment: segment,
          Beginstand: begin,
          ...move,
          ...off,
          Correctie: correction,
          Eindstand: maybe(end),
          Toelichting: d.chance(0.5) ? "opgave" : null,
        });
      }
    }
    if (!absent()) {
      const begin = level.get("Gemeente") ?? 9000 + d.below(4000);
      const [built, demolished] = [d.below(60), d.below(10)];
      level.set("Gemeente", begin + built - demolished);
      stock.push({
        Kwartaal: quarter,
        Verhuurder: "Gemeente",
        Segment: "totaal",
        Beginstand: begin,
        Nieuwbouw: built,
        Aankoop: 0,
        "Overig erbij": 0,
        Sloop: demolished,
        Verkoop: 0,
        Liberalisatie: 0,
        "Overig eraf": 0,
        Correctie: 0,
        Eindstand: maybe(begin + built - demolished),
        Toelichting: null,
      });
    }

    for (let p = 0, n = d.below(7); p < n; p += 1) {
      const homes = Object.fromEntries(segments.map((name) => [name, d.chance(0.5) ? 0 : d.below(120)]));
      const phase = d.chance(0.12)
        ? "onbekend"
        : d.one(["idee", "ontwerp", "vergunning", "in aanbouw", "opgeleverd", "opgeleverd", "vervallen"]);
      const developer = d.one(["WYwonen", "DUWO", "Campus BV"]);
      projects.push({
        Kwartaal: quarter,
        Project_id: `P${p}`,
        Projectnaam: `Plan ${p}`,
        Ontwikkelaar: developer,
        Partijtype: developer === "Campus BV" ? "commercieel" : "corporatie",
        Fase: phase,
        ...homes,
        "Sociale huur": maybe(homes["Sociale huur"]!),
        Totaal: Object.values(homes).reduce((a, b) => a + b),
        "Waarvan uitstroom": maybe(d.below(homes["Sociale huur"]! + 1)),
        "Oplevering werkelijk":
          phase === "opgeleverd" && !absent()
            ? d.one(["2024-11-15", "2025-01-01", endOf(quarter)].filter((day) => day <= endOf(quarter)))
            : null,
      });
    }
    for (const owner of owners) {
      if (absent()) continue;
      const rows = [...urgent, "regulier", ...other, ...outside]
        .filter((c) => c === "regulier" || d.chance(0.4))
        .map((category) => ({
          Kwartaal: quarter,
          Verhuurder: owner,
          Categorie: category,
          Aantal: maybe(d.chance(0.2) ? 0 : d.below(category === "regulier" ? 60 : 12)),
        }));
      lettings.push(...rows);
      if (d.chance(0.3))
        lettings.push({
          Kwartaal: quarter,
          Verhuurder: owner,
          Categorie: "totaal",
          Aantal: rows.reduce((sum, row) => sum + (row.Aantal ?? 0), 0),
        });
    }
    for (const owner of owners) {
      if (absent()) continue;
      for (const segment of ["sociaal", "midden", "vrij"])
        for (const label of labels)
          if (d.chance(0.5)) {
            const homes = d.below(90);
            labelRows.push({
              Kwartaal: quarter,
              Verhuurder: owner,
              Segment: segment,
              Label: label,
              Aantal: maybe(homes),
              "Waarvan uitgezonderd": "EFG".includes(label) && d.chance(0.3) ? d.below(homes + 1) : null,
            });
          }
      // Most landlords tell the label of every home they have, or that it is not known.
      const told = labelRows
        .filter((row) => row["Kwartaal"] === quarter && row["Verhuurder"] === owner && row["Segment"] !== "vrij")
        .reduce((sum, row) => sum + Number(row["Aantal"] ?? 0), 0);
      const left = (level.get(`${owner}sociaal`) ?? 0) + (level.get(`${owner}midden`) ?? 0) - told;
      const first = labelRows.findIndex(
        (row) =>
          row["Kwartaal"] === quarter &&
          row["Verhuurder"] === owner &&
          row["Segment"] === "sociaal" &&
          row["Label"] === "C" &&
          row["Aantal"] !== null,
      );
      if (left > 0 && first >= 0 && d.chance(0.8))
        labelRows[first] = { ...labelRows[first], Aantal: Number(labelRows[first]!["Aantal"]) + left };
    }
  }
  const students = Array.from({ length: d.below(30) }, (_, i) => {
    const year = d.one([2023, 2024, 2025, 2026]);
    const cents = d.one([limits[year]!, limits[year]! - 1, limits[year]! + 1, 30000 + d.below(40000)]);
    return {
      Complex: d.one(["Hof", "Toren", "Plan 0"]),
      Verhuurder: d.one(["DUWO", "Campus BV"]),
      Partijtype: "",
      Eenheid_id: `E${i}`,
      "Kale huur": holes && d.chance(0.04) ? "onbekend" : maybe(cents / 100),
      Huurpeildatum: `${year}-0${1 + d.below(9)}-01`,
    };
  }).map((unit) => ({ ...unit, Partijtype: unit.Verhuurder === "DUWO" ? "corporatie" : "commercieel" }));
  // Half of the returns keep the default definitions.
  const asAgreed = d.chance(0.5);
  const chosen: MadeUpReturn["chosen"] = {
    "Studenten tellen": asAgreed ? "geen" : d.one(["geen", "teller", "noemer", "beide"] as const),
    "Periode toewijzing": asAgreed ? "kalenderjaar" : d.one(["kalenderjaar", "vier kwartalen", "kwartaal"] as const),
    "Randwaarde kwaliteitskorting": asAgreed ? "onder" : d.one(["onder", "tot en met"] as const),
  };
  return { chosen, quarters, quarter: d.one(quarters), stock, projects, lettings, students, labels: labelRows };
}

/** The return as a file by another library: plain sheets with a title on top and columns in any order. */
export function asFile(made: MadeUpReturn, seed: number): Uint8Array {
  const d = dice(seed + 1_000_000);
  const book = SheetJS.utils.book_new();
  const sheet = (name: string, rows: readonly Row[]): void => {
    if (rows.length === 0) return;
    const headers = d.shuffled(Object.keys(rows[0]!));
    SheetJS.utils.book_append_sheet(
      book,
      SheetJS.utils.aoa_to_sheet([
        [`${name} van de partijen`],
        [],
        headers,
        ...d.shuffled(rows).map((row) => headers.map((header) => row[header] ?? null)),
      ]),
      name,
    );
  };
  sheet("Algemeen", [
    { Instelling: "Afspraak", Waarde: "oegstgeest-2025-2028" },
    { Instelling: "Verslagkwartaal", Waarde: made.quarter },
    ...Object.entries(made.chosen).map(([Instelling, Waarde]) => ({ Instelling, Waarde })),
  ]);
  sheet("Voorraad", made.stock);
  sheet("Plannen", made.projects);
  sheet("Verhuringen", made.lettings);
  sheet("Studenten", made.students);
  sheet("Labels", made.labels);
  return new Uint8Array(SheetJS.write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array);
}
