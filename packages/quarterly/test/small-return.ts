import { agreement } from "@prestatieafspraken/agreements";
import { read } from "../src/read.js";
import type { Return } from "../src/return.js";
import type { CellValue } from "../src/workbook.js";
import { block, memoryWorkbook } from "./memory-workbook.js";

export type Rows = Readonly<Record<string, CellValue>>[];
export type Blocks = Readonly<Record<string, Rows>>;

const project = (
  Project_id: string,
  Fase: string,
  [social, mid, buy, students, whole]: readonly [number, number, number | null, number | null, number],
  more: Record<string, CellValue> = {},
  Kwartaal = "2026-Q3",
): Record<string, CellValue> => ({
  Kwartaal,
  Project_id,
  Projectnaam: Project_id,
  Ontwikkelaar: "WYwonen",
  Partijtype: "corporatie",
  Fase,
  "Sociale huur": social,
  "Middeldure huur": mid,
  Koop: buy,
  Studenteneenheden: students,
  Totaal: whole,
  "Waarvan uitstroom": null,
  "Oplevering werkelijk": null,
  ...more,
});

export const stock = (
  Kwartaal: string,
  Verhuurder: string,
  Segment: string,
  Beginstand: number,
  Eindstand: CellValue,
  more: Record<string, CellValue> = {},
): Record<string, CellValue> => ({
  Kwartaal,
  Verhuurder,
  Segment,
  Beginstand,
  Nieuwbouw: null,
  Verkoop: null,
  Liberalisatie: null,
  Correctie: null,
  Eindstand,
  ...more,
});

export const letting = (Kwartaal: CellValue, Verhuurder: CellValue, Categorie: CellValue, Aantal: CellValue) => ({
  Kwartaal,
  Verhuurder,
  Categorie,
  Aantal,
});

export const labelRow = (
  Kwartaal: string,
  Verhuurder: string,
  Segment: string,
  Label: string,
  Aantal: CellValue,
  excepted: CellValue = null,
) => ({ Kwartaal, Verhuurder, Segment, Label, Aantal, "Waarvan uitgezonderd": excepted });

export const unit = (Verhuurder: string, Partijtype: string, id: string, rent: CellValue, Huurpeildatum: string) => ({
  Complex: "Campus",
  Verhuurder,
  Partijtype,
  Eenheid_id: id,
  "Kale huur": rent,
  Huurpeildatum,
});

/** A small return of 2026-Q3; every expected figure in the tests is counted by hand from these rows. */
export const small: Blocks = {
  PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
  PA_Nieuwbouw: [
    project("P1", "opgeleverd", [40, 10, 50, 0, 100], { "Waarvan uitstroom": 8, "Oplevering werkelijk": "2026-05-01" }),
    // Empty segments: the 120 student units already make the total.
    project("P2", "in aanbouw", [0, 0, null, 120, 120]),
    project("P3", "ontwerp", [50, 30, 120, null, 200], { "Waarvan uitstroom": 10 }),
    project("P4", "vervallen", [99, 0, 0, 0, 99]),
    project("P5", "opgeleverd", [10, 0, 0, 0, 10], { "Waarvan uitstroom": 2, "Oplevering werkelijk": "2024-06-01" }),
    project("P1", "in aanbouw", [40, 10, 50, 0, 100], { "Waarvan uitstroom": 8 }, "2026-Q2"),
  ],
  PA_Voorraad: [
    stock("2026-Q1", "WYwonen", "sociaal", 1500, 1497, { Verkoop: 3 }),
    stock("2026-Q2", "WYwonen", "sociaal", 1497, 1535, { Nieuwbouw: 40, Liberalisatie: 2 }),
    stock("2026-Q3", "WYwonen", "sociaal", 1535, 1534, { Correctie: -1 }),
    ...["2026-Q1", "2026-Q2", "2026-Q3"].map((quarter) => stock(quarter, "Portaal", "sociaal", 200, 200)),
    ...["2026-Q1", "2026-Q2", "2026-Q3"].map((quarter) => stock(quarter, "DUWO", "student", 700, 700)),
    stock("2026-Q3", "Gemeente", "totaal", 11_460, 11_500, { Nieuwbouw: 40 }),
  ],
  // 21 urgent, 61 regular, 2 exchanges: 84 lettings (21 of 84 is exactly 25%).
  PA_Toewijzingen: [
    letting("2026-Q1", "WYwonen", "regulier", 20),
    letting("2026-Q1", "WYwonen", "urgent", 4),
    letting("2026-Q2", "WYwonen", "regulier", 18),
    letting("2026-Q2", "WYwonen", "statushouder", 6),
    letting("2026-Q3", "WYwonen", "regulier", 15),
    letting("2026-Q3", "WYwonen", "contingent", 5),
    letting("2026-Q3", "WYwonen", "woningruil", 2),
    letting("2026-Q3", "WYwonen", "totaal", 22),
    letting("2026-Q1", "Portaal", "regulier", 4),
    letting("2026-Q1", "Portaal", "urgent", 2),
    letting("2026-Q2", "Portaal", "regulier", 2),
    letting("2026-Q2", "Portaal", "urgent", 2),
    letting("2026-Q3", "Portaal", "regulier", 2),
    letting("2026-Q3", "Portaal", "urgent", 2),
    letting("2026-Q3", "DUWO", "student", 30),
  ],
  PA_Labels: [
    ...Object.entries({ A: 500, B: 400, E: 100, F: 60, G: 40, onbekend: 10 }).map(([label, homes]) =>
      labelRow("2026-Q1", "WYwonen", "sociaal", label, homes),
    ),
    ...Object.entries({ A: 600, B: 400, E: 80, F: 50, onbekend: 10 }).map(([label, homes]) =>
      labelRow("2026-Q3", "WYwonen", "sociaal", label, homes),
    ),
    labelRow("2026-Q3", "WYwonen", "sociaal", "G", 30, 5),
    labelRow("2026-Q3", "WYwonen", "midden", "C", 20),
    labelRow("2026-Q3", "WYwonen", "vrij", "G", 7),
    labelRow("2026-Q3", "Portaal", "sociaal", "A", 180),
    labelRow("2026-Q3", "Portaal", "sociaal", "E", 20),
  ],
  // Limits: 498.20 in 2026, 477.20 in 2025.
  PA_Studenten: [
    unit("Campus BV", "commercieel", "1", 498.19, "2026-01-01"),
    unit("Campus BV", "commercieel", "2", 498.2, "2026-01-01"),
    unit("Campus BV", "commercieel", "3", 450, "2026-07-01"),
    unit("Campus BV", "commercieel", "4", 477.19, "2025-09-01"),
    unit("Campus BV", "commercieel", "5", 480, "2025-09-01"),
    unit("DUWO", "corporatie", "6", 400, "2026-01-01"),
    unit("DUWO", "corporatie", "7", 510, "2026-01-01"),
  ],
};

export const oegstgeest = agreement("oegstgeest-2025-2028")!;

/** Reads blocks as a workbook with the agreement of Oegstgeest. */
export const returnOf = (blocks: Blocks): Promise<Return> =>
  read(memoryWorkbook(Object.entries(blocks).map(([name, rows]) => block(name, rows))), { agreements: [oegstgeest] });

/** The small return with some tables replaced; null leaves a table out. */
export function changed(changes: Readonly<Record<string, Rows | null>>): Blocks {
  const blocks: Record<string, Rows> = {};
  for (const [name, rows] of Object.entries({ ...small, ...changes })) if (rows) blocks[name] = [...rows];
  return blocks;
}

/** The small return with a setting chosen in PA_Instellingen. */
export const choosing = (Instelling: string, Waarde: CellValue): Blocks =>
  changed({ PA_Instellingen: [...small["PA_Instellingen"]!, { Instelling, Waarde }] });
