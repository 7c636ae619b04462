import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { engine, quietly, type EngineModel } from "../src/engine.js";
import { LeanModel } from "../src/lean-model.js";

type Answer = ReturnType<EngineModel["dispatch"]> & { readonly reasons: readonly string[] };
type Told = readonly [type: string, payload: Record<string, unknown>];

const sheetId = "Sheet1";
const zone = (col: number, row: number) => ({ left: col, right: col, top: row, bottom: row });
const commands: fc.Arbitrary<Told> = fc
  .record({
    col: fc.nat(5),
    row: fc.nat(7),
    content: fc.constantFrom("12", "tekst", "=A1+1", "=SUM(A1:C3)", "", "=B2"),
    kind: fc.constantFrom("update", "clear", "bold", "rows", "away", "undo", "redo", "outside", "merge", "name"),
  })
  .map(({ col, row, content, kind }): Told => {
    const target = [zone(col, row)];
    switch (kind) {
      case "update":
        return ["UPDATE_CELL", { sheetId, col, row, content }];
      case "clear":
        return ["CLEAR_CELL", { sheetId, col, row }];
      case "bold":
        return ["SET_FORMATTING", { sheetId, target, style: { bold: true } }];
      case "rows":
        return [
          "ADD_COLUMNS_ROWS",
          { sheetId, sheetName: sheetId, dimension: "ROW", base: row, quantity: 1, position: "after" },
        ];
      case "away":
        return ["REMOVE_COLUMNS_ROWS", { sheetId, sheetName: sheetId, dimension: "COL", elements: [col] }];
      case "undo":
        return ["REQUEST_UNDO", {}];
      case "redo":
        return ["REQUEST_REDO", {}];
      case "outside":
        return ["UPDATE_CELL", { sheetId, col: 999, row, content }];
      case "merge":
        return ["ADD_MERGE", { sheetId, target: [{ ...zone(col, row), right: col + 1 }] }];
      default:
        return ["RENAME_SHEET", { sheetId, newName: "Sheet1", oldName: "Sheet1" }];
    }
  });

type Whole = EngineModel & { exportData(): object };
const opened = (kind: typeof engine.Model): Whole =>
  quietly(
    () => new kind({ sheets: [{ id: sheetId, name: sheetId, colNumber: 10, rowNumber: 12 }] }) as unknown as Whole,
  );
const withoutRevision = (model: Whole): object => ({
  ...quietly(() => model.exportData()),
  revisionId: null,
});

test("a model that leaves out empty calls refuses, does and undoes what the engine's own model does", () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 12 }), (told) => {
      const [own, lean] = [opened(engine.Model), opened(LeanModel)];
      for (const [type, payload] of told)
        quietly(() => {
          const [expected, answer] = [own, lean].map((model) => model.dispatch(type, payload) as Answer);
          expect(answer!.reasons).toEqual(expected!.reasons);
        });
      expect(withoutRevision(lean)).toEqual(withoutRevision(own));
    }),
    { numRuns: 40 },
  );
});

/** The values of the cells, after evaluation. */
const valuesOf = ({ getters }: Whole): readonly unknown[] =>
  Array.from({ length: 8 * 6 }, (_, i) => {
    const { value, formattedValue } = getters.getEvaluatedCell({ sheetId, col: i % 6, row: Math.floor(i / 6) });
    return [value, formattedValue];
  });

test("what is undone and redone, in any order and with edits between, is what the engine makes of it", () => {
  const edits = fc.array(
    commands.filter(([type]) => !type.startsWith("REQUEST")),
    { minLength: 1, maxLength: 5 },
  );
  const rounds = fc.array(fc.record({ edits, undone: fc.nat(5), redone: fc.nat(5) }), { minLength: 1, maxLength: 3 });
  const times = (count: number, type: string): Told[] => Array.from({ length: count }, () => [type, {}]);
  fc.assert(
    fc.property(rounds, (told) => {
      const models = [engine.Model, LeanModel].map(opened);
      for (const round of told) {
        const steps = [...times(round.undone, "REQUEST_UNDO"), ...times(round.redone, "REQUEST_REDO")];
        for (const [type, payload] of [...round.edits, ...steps])
          for (const model of models) quietly(() => model.dispatch(type, payload));
        const [expected, found] = models.map((model) => [withoutRevision(model), valuesOf(model)]);
        expect(found).toEqual(expected);
      }
    }),
    { numRuns: 60 },
  );
});

test("redoing carries out no command again", () => {
  const model = opened(LeanModel);
  quietly(() => model.dispatch("UPDATE_CELL", { sheetId, col: 0, row: 0, content: "12" }));
  quietly(() => model.dispatch("REQUEST_UNDO"));
  const told = vi.spyOn(model as unknown as LeanModel, "dispatchToHandlers");
  quietly(() => model.dispatch("REQUEST_REDO"));
  expect(told.mock.calls.map(([, { type }]) => type)).not.toContain("UPDATE_CELL");
  expect(model.getters.getEvaluatedCell({ sheetId, col: 0, row: 0 }).value).toBe(12);
  vi.restoreAllMocks();
});

test("typing in a cell calls no method that does nothing", () => {
  const nothing = Object.getPrototypeOf(engine.CorePlugin.prototype) as Record<"allowDispatch" | "handle", () => void>;
  const spies = [vi.spyOn(nothing, "allowDispatch"), vi.spyOn(nothing, "handle")];
  const model = opened(LeanModel);
  for (const spy of spies) spy.mockClear();
  const { isSuccessful } = quietly(() => model.dispatch("UPDATE_CELL", { sheetId, col: 0, row: 0, content: "12" }));
  expect(isSuccessful).toBe(true);
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
