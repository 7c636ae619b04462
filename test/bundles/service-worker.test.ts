// The service worker in a world of its own: a network that can be broken in every way seen, and a cache in memory.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";

const host = "https://werkbank.example/";
const ours = '<html data-page="pa-workbench">oud</html>';

type Network = (address: string, signal: AbortSignal | null) => Response | Promise<Response>;
type Waiting = { readonly waitUntil: (work: Promise<unknown>) => void };

/** A cache as browsers have it, as far as the worker asks. */
class MemoryCache {
  readonly kept = new Map<string, Response>();
  constructor(private readonly fetched: (address: string) => Promise<Response>) {}

  async add(request: Request | string): Promise<void> {
    const { url } = asRequest(request);
    const answer = await this.fetched(url);
    if (!answer.ok) throw new TypeError("Failed to fetch");
    this.kept.set(url, answer);
  }
  /** All, or none. */
  async addAll(requests: readonly (Request | string)[]): Promise<void> {
    const fresh = new MemoryCache(this.fetched);
    for (const request of requests) await fresh.add(request);
    for (const [url, answer] of fresh.kept) this.kept.set(url, answer);
  }
  find(request: Request | string, ignoreSearch: boolean): Response | undefined {
    const bare = (url: string): string => (ignoreSearch ? url.replace(/\?.*$/, "") : url);
    const wanted = bare(asRequest(request).url);
    return [...this.kept].find(([url]) => bare(url) === wanted)?.[1].clone();
  }
}
const asRequest = (request: Request | string): Request =>
  typeof request === "string" ? new Request(new URL(request, host)) : request;

function worker(network: Network) {
  const fetched = async (address: string, signal: AbortSignal | null = null): Promise<Response> =>
    network(address.slice(host.length), signal);
  const stores = new Map<string, MemoryCache>();
  const listeners = new Map<string, (event: object) => void>();
  class RelativeRequest extends Request {
    constructor(address: string, init?: RequestInit) {
      super(new URL(address, host), init);
    }
  }
  const caches = {
    open: async (name: string) => {
      if (!stores.has(name)) stores.set(name, new MemoryCache(fetched));
      return stores.get(name)!;
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (request: Request | string, { cacheName = "", ignoreSearch = false } = {}) =>
      [...stores]
        .filter(([name]) => cacheName === "" || name === cacheName)
        .map(([, store]) => store.find(request, ignoreSearch))
        .find((answer) => answer !== undefined),
  };
  const self = {
    addEventListener: (kind: string, listener: (event: object) => void) => listeners.set(kind, listener),
    location: { origin: new URL(host).origin },
    clients: { claim: async () => undefined },
  };
  const code = readFileSync(new URL("../../addin/workbench/service-worker.js", import.meta.url), "utf8")
    .replace("self.__NEEDED__", JSON.stringify(["workbench.html", "workbench.js?2", "live.11111111.js"]))
    .replace("self.__PLEASANT__", JSON.stringify(["workbench.webmanifest", "font.woff2"]))
    .replace("__VERSION__", "2");
  const fetch = (request: Request, { signal = null }: { signal?: AbortSignal | null } = {}) =>
    fetched(request.url, signal);
  // A server that never answers is given up at once here, so that no test waits.
  const AbortSignal = { timeout: () => globalThis.AbortSignal.abort(new Error("timeout")) };
  runInContext(
    code,
    createContext({ self, caches, fetch, Response, Request: RelativeRequest, URL, AbortSignal, Promise }),
  );
  const wait = async (kind: "install" | "activate"): Promise<void> => {
    let work: Promise<unknown> = Promise.resolve();
    listeners.get(kind)!({ waitUntil: (given) => (work = given) } satisfies Waiting);
    await work;
  };
  const ask = async (address: string, mode: "navigate" | "cors" = "cors"): Promise<string> => {
    let answer: Promise<Response> | undefined;
    // A real page asks with mode "navigate", which nobody can make by hand.
    const request = Object.defineProperty(new Request(new URL(address, host)), "mode", { value: mode });
    listeners.get("fetch")!({ request, respondWith: (given: Promise<Response>) => (answer = given) });
    const { ok, text } = await answer!.then(async (given) => ({ ok: given.ok, text: await given.text() }));
    return ok ? text : "failed";
  };
  return { stores, wait, ask };
}

const good: Network = (address) => new Response(address === "workbench.html" ? ours : `${address} oud`);

describe("without a network", () => {
  it("everything needed is kept, or nothing; a file type that a server refuses does not matter", async () => {
    const refusing =
      (part: RegExp): Network =>
      (address, signal) =>
        part.test(address) ? new Response("", { status: 404 }) : good(address, signal);
    const kept = worker(refusing(/webmanifest|woff2/));
    await kept.wait("install");
    expect(await kept.ask("live.11111111.js")).toBe("live.11111111.js oud");
    const broken = worker(refusing(/^live/));
    await expect(broken.wait("install")).rejects.toThrow();
    expect([...broken.stores.values()].flatMap(({ kept: files }) => [...files])).toEqual([]);
  });
});

describe("the page is the kept one", () => {
  it.each<[string, Network]>([
    ["the server is down for maintenance", () => new Response(ours, { status: 503 })],
    ["a guest network shows its own page", () => new Response("<html>Welkom in de bibliotheek</html>")],
    ["there is no network", () => Promise.reject(new TypeError("Failed to fetch"))],
    [
      "the server never answers",
      (_address, signal) =>
        new Promise((_answer, reject) => {
          if (signal?.aborted === true) reject(signal.reason as Error);
        }),
    ],
  ])("when %s", async (_what, later) => {
    let network = good;
    const kept = worker((address, signal) => network(address, signal));
    await kept.wait("install");
    network = later;
    expect(await kept.ask("workbench.html?taal=nl", "navigate")).toBe(ours);
  });
});

describe("after an update", () => {
  it("the page is the new one, and a tab that is still open gets the old files it asks for", async () => {
    let network = good;
    const kept = worker((address, signal) => network(address, signal));
    await kept.wait("install");
    const fresh = ours.replace("oud", "nieuw");
    network = (address) =>
      address === "workbench.html"
        ? new Response(fresh)
        : address.startsWith("live")
          ? new Response("van een andere versie")
          : new Response("", { status: 404 });
    expect(await kept.ask("workbench.html", "navigate")).toBe(fresh);
    expect(await kept.ask("live.11111111.js")).toBe("live.11111111.js oud");
    expect(await kept.ask("workbench.js?3")).toBe("workbench.js?2 oud");
  });

  it("the files of the version before go, and those of others stay", async () => {
    const kept = worker(good);
    await kept.wait("install");
    for (const name of ["pa-werkbank-1", "iets-anders"])
      kept.stores.set(name, new MemoryCache(async () => new Response()));
    await kept.wait("activate");
    expect([...kept.stores.keys()]).toEqual(["pa-werkbank-2", "iets-anders"]);
  });
});
