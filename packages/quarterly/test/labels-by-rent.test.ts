// Article 45: the relation between labels and rents. Counted by hand from the rows.
import { describe, expect, it } from "vitest";
import { report } from "../src/index.js";
import { labelRow, returnOf, small, type Rows } from "./small-return.js";

const table = async (tables: Record<string, Rows>, publication = false) =>
  (await report(await returnOf({ ...small, ...tables }), { publication })).labelsByRent;

const delivered = (party: string, segment: string, label: string, homes: number, rent: number | null) => ({
  ...labelRow("2026-Q3", party, segment, label, homes),
  "Gemiddelde huur": rent,
});
const home = (id: number, label: string, rent: number | null, segment = "sociaal") => ({
  BAG_vbo_id: `05790100000${String(10000 + id)}`,
  ...{ Verhuurder: "Portaal", Segment: segment, Label: label, "Kale huur": rent },
});

describe("labels and rents", () => {
  it("averages the rents by the number of homes, and tells of how many the rent is known", async () => {
    const found = await table({
      PA_Labels: [
        delivered("WYwonen", "sociaal", "A", 30, 600),
        delivered("WYwonen", "midden", "A", 10, 1000.5),
        // Neither sector rents nor other quarters.
        delivered("WYwonen", "vrij", "A", 99, 2000),
        delivered("Portaal", "sociaal", "A", 20, null),
        delivered("WYwonen", "sociaal", "E", 8, null),
      ],
    });
    // (30 x 600 + 10 x 1000.50) / 40 = 28005 / 40 = 700.125, half a cent up.
    expect(found).toEqual({
      classes: [],
      rows: [
        { label: "A", homes: 60, averageRent: 700.13, homesWithRent: 40, byClass: [] },
        { label: "E", homes: 8, averageRent: null, homesWithRent: 0, byClass: [] },
      ],
    });
  });

  // Limits of 2026: 498.20, 713.02, 764.14, 932.93, 1228.07 (Staatscourant 2025, 39783).
  it("puts homes in the classes between the limits of the year; exactly on a limit is within it", async () => {
    const found = await table({
      PA_Labels: [delivered("WYwonen", "sociaal", "B", 5, 650)],
      PA_Woningen: [
        ...[498.2, 498.21, 713.02, 764.14, 764.15, 932.93].map((rent, at) => home(at, "B", rent)),
        ...[932.94, 1228.07, 1228.08].map((rent, at) => home(at + 10, "C", rent, "midden")),
        home(20, "C", null),
      ],
    });
    expect(found!.classes.map(({ nl }) => nl)).toEqual([
      ...["tot en met € 498,20", "tot en met € 713,02", "tot en met € 764,14", "tot en met € 932,93"],
      ...["tot en met € 1.228,07", "boven € 1.228,07"],
    ]);
    expect(found!.rows).toMatchObject([
      { label: "B", homes: 11, homesWithRent: 11, byClass: [1, 2, 1, 2, 0, 0] },
      { label: "C", homes: 4, homesWithRent: 3, byClass: [0, 0, 0, 0, 2, 1] },
    ]);
  });

  it("is not there if no rent is known, or no labels", async () => {
    expect(await table({})).toBeNull();
    expect(await table({ PA_Labels: [] })).toBeNull();
  });

  it("is published without what is about fewer than five homes", async () => {
    const found = await table(
      {
        PA_Labels: [
          delivered("WYwonen", "sociaal", "A", 30, 600),
          delivered("WYwonen", "sociaal", "C", 4, 500),
          delivered("WYwonen", "sociaal", "D", 30, 600),
          delivered("WYwonen", "midden", "D", 2, null),
        ],
        PA_Woningen: [1, 2, 3, 4, 5, 6].map((at) => home(at, "A", at === 6 ? 900 : 600)),
      },
      true,
    );
    // C: 4 homes. D: 2 homes without a rent follow from 32 - 30. A: one home between € 764,14 and € 932,93; (35 x 600 + 900) / 36.
    expect(found).toEqual({
      classes: [],
      rows: [{ label: "A", homes: 36, averageRent: 608.33, homesWithRent: 36, byClass: [] }],
    });
  });
});
