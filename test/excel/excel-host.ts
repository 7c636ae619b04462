/**
 * Emulates Excel's side of its native bridge. Microsoft's own object model and custom functions runtime talk to it as
 * to
 * Excel: batches of actions and their results, and in the other direction events and function calls. The protocol is
 * undocumented, so use it for tests only.
 */
import { patience } from "../patience.mjs";
import { nothing, WorkbookObject } from "./object-model.js";
import { areaOf, HostFailure, ModelWorkbook, type ModelEvent, type ModelSheet, type Value } from "./sheet-model.js";

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}
interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}
interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}
interface Batch {
  readonly Actions?: readonly Action[];
  readonly ObjectPaths?: Readonly<Record<string, ObjectPath>>;
}

/** The result in a cell: [ok, value or message, error code]. */
export interface WireResult {
  readonly ok: boolean;
  readonly value: unknown;
  readonly code: number | null;
}

const waitsForEdit = 64;
const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Excel on the web limits a request, and an answer, to this size. */
const mostBytes = 5_000_000;

/** What the page requested from Excel between two moments. */
export interface Traffic {
  readonly requests: number;
  readonly bytes: number;
}

export class ExcelHost {
  readonly root: WorkbookObject;
  /** Size in bytes of every request and its answer. */
  readonly requests: { readonly bytesIn: number; readonly bytesOut: number }[] = [];
  /** Milliseconds per request: 100-200 on the web, almost none on a desktop. */
  latency = 0;
  /** True if results are lost while the user edits a cell for long: Microsoft's runtime gives up after a minute. */
  editingForLong = false;
  /** The sheet with the cells that call our functions; Excel calculates it after each result. */
  cellsOn: string | null = null;
  readonly registered = new Set<string>();
  readonly #kept = new Map<string, unknown>();
  readonly #results = new Map<number, WireResult[]>();
  #editing = false;
  #held: (() => void)[] = [];
  #send: (text: string) => void = () => undefined;
  #calls = 0;
  readonly #shown = new Map<number, WireResult>();

  constructor(readonly workbook: ModelWorkbook = new ModelWorkbook()) {
    this.root = new WorkbookObject(workbook, (event) => {
      for (const tell of workbook.readers) tell(event, this);
    });
    workbook.readers.add((event, from) => {
      // A change in one Excel is a remote change for another with the same workbook open.
      const message =
        from === this || !("source" in event.message) ? event.message : { ...event.message, source: "Remote" };
      this.#event({ ...event, message });
    });
  }

  /** The requests so far, or since `before`. */
  traffic(before: Traffic = { requests: 0, bytes: 0 }): Traffic {
    const bytes = this.requests.reduce((sum, { bytesIn, bytesOut }) => sum + bytesIn + bytesOut, 0);
    return { requests: this.requests.length - before.requests, bytes: bytes - before.bytes };
  }

  /**
   * Waits until there were no requests for a while. Time in which this process got no turn does not count: the page had
   * none either.
   */
  async quiet(milliseconds = 700, most = patience): Promise<void> {
    const end = Date.now() + most;
    for (let [count, rest] = [this.requests.length, 0]; rest < milliseconds;) {
      const before = Date.now();
      if (before > end) throw new Error("the page does not come to rest");
      await new Promise((resolve) => setTimeout(resolve, 10));
      rest = this.requests.length === count ? rest + Math.min(Date.now() - before, 20) : 0;
      count = this.requests.length;
    }
  }

  /** Connects to the page; the page's bridge calls `receive`. */
  connect(send: (text: string) => void): void {
    this.#send = send;
  }

  /** Excel on the web: it refuses large messages with answers of functions, too. */
  online = false;

  get editing(): boolean {
    return this.#editing;
  }
  /** Simulates editing a cell: requests with `delayForCellEdit` wait, others fail. */
  set editing(editing: boolean) {
    this.#editing = editing;
    if (!editing) for (const go of this.#held.splice(0)) go();
  }

  receive(text: string): void {
    const { id, flags, message } = JSON.parse(text) as { id: number; flags: number; message: { body: string | Batch } };
    const body = typeof message.body === "string" ? (JSON.parse(message.body) as Batch) : message.body;
    const isResult =
      body.Actions?.some(({ Name }) => /SetInvocation|ReadyForCustomFunctions|EnabledFeatures/.test(Name)) ?? false;
    const wrapped = (reply: unknown): string =>
      JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body: JSON.stringify(reply) } });
    const answer = (): void => {
      const refused = this.#editing && (!isResult || this.editingForLong);
      const tooMuch = text.length > mostBytes && (this.online || !isResult);
      let out = wrapped(
        refused
          ? failure(new HostFailure("InvalidOperationInCellEditMode"))
          : tooMuch
            ? failure(new HostFailure("RequestPayloadSizeLimitExceeded"))
            : this.#carryOut(body),
      );
      if (out.length > mostBytes) out = wrapped(failure(new HostFailure("ResponsePayloadSizeLimitExceeded")));
      this.requests.push({ bytesIn: text.length, bytesOut: out.length });
      setTimeout(() => this.#send(out), this.latency);
    };
    if (this.#editing && !isResult && (flags & waitsForEdit) !== 0) this.#held.push(answer);
    else answer();
  }

  // --- actions of a user in Excel ---

  /** Types in a cell. */
  edit(sheet: string, row: number, column: number, value: Value, source: "Local" | "Remote" = "Local"): void {
    const model = this.root.sheet(sheet);
    model.enter(row, column, value);
    model.fillColumn(row, column, value);
    if (this.workbook.calculationMode === "Manual") this.workbook.calculationState = "Pending";
    this.root.changed(model, { row, column, rows: 1, columns: 1 }, source);
  }

  /** Reports that rows were pasted, deleted or inserted; the caller has already changed the model. */
  changed(sheet: string, range: string, changeType = "RangeEdited"): void {
    this.root.changed(this.root.sheet(sheet), areaOf(range), "Local", changeType);
  }

  calculated(sheet: ModelSheet): void {
    this.#event({ type: 16, target: "Workbook", message: { worksheetId: sheet.id, address: "A1" } });
  }

  /** Reports that formats changed, or that rows were hidden or shown. */
  looksDifferent(sheet: ModelSheet, kind: "format" | "hidden rows", range: string): void {
    const message = { source: "Local", worksheetId: sheet.id, address: range, changeType: "Hidden" };
    this.#event({ type: kind === "format" ? 18 : 22, target: "Workbook", message });
  }

  /** Presses F9: shows results that arrived since, also with manual calculation. */
  calculate(): void {
    this.workbook.calculationState = "Done";
    for (const [id, list] of this.#results) if (list.length > 0) this.#shown.set(id, list.at(-1)!);
  }

  /** What the cell of a call displays; undefined while Excel shows #BUSY!. */
  shown(id: number): WireResult | undefined {
    return this.#shown.get(id);
  }

  tableDeleted(name: string): void {
    const { tables } = this.workbook;
    const [table] = tables.splice(
      tables.findIndex((each) => each.name === name),
      1,
    );
    this.#event({
      type: 103,
      target: "Workbook",
      message: { source: "Local", tableId: table!.id, tableName: name, worksheetId: table!.sheet.id },
    });
  }

  // --- custom functions ---

  /** Calculates a cell. Flags: 1 cancelable, 2 stream, 4 accepts errors, 8 rich values. Returns the id of the call. */
  invoke(name: string, args: readonly unknown[], { stream = false, rich = false } = {}): number {
    const id = ++this.#calls;
    this.#send(
      JSON.stringify({
        type: 3,
        message: {
          entries: [
            [1, 1000, "", JSON.stringify([id, name, args, "Blad1!A1", (stream ? 2 : 0) | 4 | (rich ? 8 : 0)]), null],
          ],
        },
      }),
    );
    return id;
  }

  /** Sends many calls in one message, as a recalculation does. */
  invokeAll(
    calls: readonly { readonly name: string; readonly args: readonly unknown[]; readonly stream?: boolean }[],
  ): number[] {
    const ids = calls.map(() => ++this.#calls);
    this.#send(
      JSON.stringify({
        type: 3,
        message: {
          entries: calls.map(({ name, args, stream }, i) => [
            1,
            1000,
            "",
            JSON.stringify([ids[i], name, args, "Blad1!A1", stream ? 6 : 4]),
            null,
          ]),
        },
      }),
    );
    return ids;
  }

  cancel(id: number): void {
    this.#send(
      JSON.stringify({ type: 3, message: { entries: [[1, 1001, "", JSON.stringify({ invocationId: id }), null]] } }),
    );
  }

  results(id: number): readonly WireResult[] {
    return this.#results.get(id) ?? [];
  }
  get answered(): number {
    return this.#results.size;
  }

  /** The latest result of a call, once `enough` holds; fails after a timeout. */
  async result(
    id: number,
    enough: (result: WireResult) => boolean = () => true,
    milliseconds = patience,
  ): Promise<WireResult> {
    for (const until = Date.now() + milliseconds; ;) {
      const last = this.results(id).at(-1);
      if (last !== undefined && enough(last)) return last;
      if (Date.now() > until) throw new Error(`no such answer to call ${id}; got ${JSON.stringify(this.results(id))}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  // --- the wire ---

  #event({ type, target, message }: ModelEvent): void {
    if (!this.registered.has(`${type}`)) return;
    this.#send(
      JSON.stringify({ type: 3, message: { entries: [[65_536, type, target, JSON.stringify(message), null]] } }),
    );
  }

  #keep(object: unknown): string {
    const reference = `reference-${this.requests.length}-${this.#kept.size}`;
    this.#kept.set(reference, object);
    return reference;
  }

  /** Number of objects the page still tracks; must be 0 when it is done. */
  get held(): number {
    return this.#kept.size;
  }

  #carryOut({ Actions = [], ObjectPaths = {} }: Batch): unknown {
    const objects = new Map<number, unknown>();
    const resolve = (id: number): unknown => {
      if (!objects.has(id)) objects.set(id, this.#object(ObjectPaths[id]!, resolve));
      return objects.get(id);
    };
    // Excel.run asks to keep these objects after the request.
    const kept = new Set(
      Actions.filter(({ Name }) => Name === "_KeepReference").map(({ ObjectPathId }) => ObjectPathId),
    );
    const results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of Actions.entries()) {
      try {
        const value = this.#act(action, resolve);
        const isNew = action.ActionType === 1 && kept.has(action.ObjectPathId);
        const object = isNew ? resolve(action.ObjectPathId) : nothing;
        results.push({
          ActionId: action.Id,
          Value: isNew && object !== nothing ? { ...(value as object), _ReferenceId: this.#keep(object) } : value,
        });
      } catch (error) {
        if (!(error instanceof HostFailure)) throw error;
        return { Results: results, ...failure(error, index) };
      }
    }
    return { Results: results };
  }

  #object(
    { ObjectPathType, Name, ParentObjectPathId, ArgumentInfo }: ObjectPath,
    resolve: (id: number) => unknown,
  ): unknown {
    if (ObjectPathType === 1) return this.root;
    if (ObjectPathType === 2) return customFunctionsService;
    if (ObjectPathType === 6) return this.#kept.get(Name);
    if (ObjectPathType === 7) return nothing;
    const parent = resolve(ParentObjectPathId!) as Record<string, unknown>;
    if (parent === (nothing as unknown)) return nothing;
    const name = ObjectPathType === 5 ? "Indexer" : Name;
    if (!(name in parent)) throw new Error(`the emulated Excel has no ${parent.constructor.name}.${name}`);
    if (ObjectPathType === 4) return parent[name];
    return (parent[name] as (...args: unknown[]) => unknown)(...argumentsOf(ArgumentInfo, resolve));
  }

  #act({ ActionType, Name, ObjectPathId, ArgumentInfo, QueryInfo }: Action, resolve: (id: number) => unknown): unknown {
    if (ActionType === 5) return null;
    const object = resolve(ObjectPathId) as Record<string, unknown>;
    if (ActionType === 1) return told(object, []);
    if (ActionType === 2) return told(object, QueryInfo?.Select ?? []);
    if (ActionType === 4) {
      object[Name] = ArgumentInfo!.Arguments![0];
      return null;
    }
    if (Name === "_KeepReference") return null;
    if (Name === "_RemoveReference") {
      this.#kept.delete(String(ArgumentInfo!.Arguments![0]));
      return null;
    }
    if (ActionType !== 3) throw new Error(`the emulated Excel knows no action ${ActionType} (${Name})`);
    if (/SetInvocation(?:Array)?Results/.test(Name)) {
      for (const [id, ok, value, code] of ArgumentInfo!.Arguments![0] as [number, boolean, unknown, unknown][]) {
        const list = this.#results.get(id) ?? [];
        this.#results.set(id, list);
        list.push({ ok, value, code: typeof code === "number" ? code : null });
        if (this.workbook.calculationMode !== "Manual") this.#shown.set(id, list.at(-1)!);
      }
      // A result is a new value in a cell, so its sheet has been calculated.
      const sheet = this.workbook.sheets.find(({ name }) => name === this.cellsOn);
      if (sheet !== undefined) setTimeout(() => this.calculated(sheet));
      return null;
    }
    if (object === (customFunctionsService as unknown)) return [];
    const listening = /^_(?<un>Unr|R)egister(?<what>\w+?)(?:Event)?$/.exec(Name);
    if (listening !== null) {
      const type = eventTypes[`${String(object.kind)}.${listening.groups!.what!.replace(/^Event/, "")}`];
      if (type === undefined) throw new Error(`the emulated Excel knows no event ${String(object.kind)}.${Name}`);
      if (listening.groups!.un === "R") this.registered.add(`${type}`);
      else this.registered.delete(`${type}`);
      return null;
    }
    if (typeof object[Name] !== "function")
      throw new Error(`the emulated Excel has no ${object.constructor.name}.${Name}()`);
    return (object[Name] as (...args: unknown[]) => unknown)(...argumentsOf(ArgumentInfo, resolve)) ?? null;
  }
}

const customFunctionsService = { kind: "customFunctions" };

const eventTypes: Readonly<Record<string, number>> = {
  "worksheets.DataChanged": 10,
  "worksheets.WorksheetAdded": 13,
  "worksheets.Added": 13,
  "worksheets.WorksheetDeleted": 15,
  "worksheets.Deleted": 15,
  "worksheets.Calculated": 16,
  "worksheets.WorksheetCalculated": 16,
  "worksheets.NameChanged": 25,
  "worksheets.FormatChanged": 18,
  "worksheets.RowSorted": 19,
  "worksheets.RowHiddenChanged": 22,
  "worksheets.ProtectionChanged": 24,
  "tables.DataChanged": 101,
  "tables.Added": 102,
  "tables.Deleted": 103,
};

const failure = ({ code, message }: HostFailure, index?: number): object => ({
  Error: { Code: code, Message: message, ...(index !== undefined && { ActionIndex: index }), Location: "" },
});

/** Arguments, with object references resolved. */
function argumentsOf(info: ArgumentInfo | undefined, resolve: (id: number) => unknown): unknown[] {
  return (info?.Arguments ?? []).map((argument, i) => {
    const reference = info?.ReferencedObjectPathIds?.[i];
    return typeof reference === "number" && reference > 0 ? resolve(reference) : argument;
  });
}

/** An object as sent to the page: the requested properties, by path ("format/protection/locked"). */
function told(object: unknown, select: readonly string[]): unknown {
  if (object === nothing) return null;
  const source = object as Record<string, unknown>;
  const answer: Record<string, unknown> = {};
  if ("Items" in source) {
    const items = source.Items as Record<string, unknown>[];
    answer._Items = items.map((item) => told(item, select));
    answer.Count = items.length;
    return answer;
  }
  if ("Id" in source) answer._Id = answer.Id = source.Id;
  const deeper = new Map<string, string[]>();
  for (const path of select) {
    const [head, ...rest] = path.split("/") as [string, ...string[]];
    if (rest.length > 0) deeper.set(head, [...(deeper.get(head) ?? []), rest.join("/")]);
    else {
      const name = pascal(head);
      if (!(name in source)) throw new Error(`the emulated Excel has no property ${source.constructor.name}.${name}`);
      answer[name] = source[name];
    }
  }
  for (const [head, paths] of deeper) answer[pascal(head)] = told(source[pascal(head)], paths);
  return answer;
}
