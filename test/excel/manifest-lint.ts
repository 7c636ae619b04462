/**
 * Checks a manifest for errors that Microsoft's schemas miss and for which Excel silently hides the add-in. Each
 * finding is a sentence.
 */
import { JSDOM } from "jsdom";

const ribbonSizes = ["16", "32", "80"];
const sets: Readonly<Record<string, string>> = {
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.5",
  ExcelApi: "1.21",
};

export const parseManifest = (xml: string): Document =>
  new new JSDOM("").window.DOMParser().parseFromString(xml, "text/xml");

/** Elements by local name, in any namespace. */
export const named = (document: Document | Element, name: string): Element[] =>
  [...document.getElementsByTagName("*")].filter(({ localName }) => localName === name);

const values = (element: Element): string[] =>
  ["DefaultValue", "Value", "Url"].map((name) => element.getAttribute(name)).filter((value) => value !== null);

/** All addresses in the manifest. */
export const addresses = (document: Document): string[] =>
  [...document.getElementsByTagName("*")].flatMap(values).filter((value) => /^[a-z]+:\/\//i.test(value));

export function lintManifest(xml: string): string[] {
  const document = parseManifest(xml);
  const found: string[] = [];
  const expect = (holds: boolean, sentence: string): void => void (holds || found.push(sentence));

  for (const url of addresses(document)) {
    expect(url.startsWith("https://"), `${url} is not https`);
    expect(url.length <= 2048, `${url} is longer than 2048 characters`);
  }
  const resources = new Set(
    ["Image", "Url", "String"]
      .flatMap((name) => named(document, name))
      .flatMap((element) => element.getAttribute("id") ?? []),
  );
  const used = [...document.getElementsByTagName("*")].flatMap((element) => element.getAttribute("resid") ?? []);
  for (const resid of used) expect(resources.has(resid), `resid ${resid} is nowhere defined`);
  for (const id of resources) expect(used.includes(id), `resource ${id} is nowhere used`);

  const residOf = (element: Element | undefined): string | null => element?.getAttribute("resid") ?? null;
  const runtimes = named(document, "Runtime");
  expect(runtimes.length === 1, "a shared runtime is one Runtime element");
  const shared = residOf(runtimes[0]);
  expect(runtimes[0]?.getAttribute("lifetime") === "long", "a shared runtime has lifetime long");
  const [page] = named(document, "Page");
  expect(residOf(page && named(page, "SourceLocation")[0]) === shared, "Page is not the runtime's page");
  expect(residOf(named(document, "FunctionFile")[0]) === shared, "FunctionFile is not the runtime's page");
  for (const action of named(document, "Action"))
    if (action.getAttribute("xsi:type") === "ShowTaskpane")
      expect(residOf(named(action, "SourceLocation")[0]) === shared, "the pane is not the runtime's page");

  const asked = new Map(
    named(document, "Set").map((set) => [set.getAttribute("Name")!, set.getAttribute("MinVersion")!]),
  );
  for (const [name, version] of asked) {
    const minor = (text: string): number => Number(text.split(".")[1]);
    expect(name in sets && minor(version) <= minor(sets[name]!), `requirement set ${name} ${version} does not exist`);
  }
  expect(asked.has("SharedRuntime"), "a shared runtime asks for the set SharedRuntime");

  for (const icon of named(document, "Icon")) {
    const sizes = named(icon, "Image").map((image) => image.getAttribute("size"));
    for (const size of ribbonSizes) expect(sizes.includes(size), `an icon lacks size ${size}`);
  }
  for (const string of named(document, "String")) {
    const most = (string.parentElement as Element).localName === "ShortStrings" ? 125 : 250;
    for (const text of [string, ...named(string, "Override")].flatMap(values))
      expect(text.length <= most, `"${text}" is longer than ${most} characters`);
    if (string.getAttribute("id") === "Functions.Namespace") {
      expect(/^[A-Za-z][A-Za-z0-9._]{0,31}$/.test(values(string)[0] ?? ""), "the namespace is not one Excel takes");
      expect(named(string, "Override").length === 0, "a namespace stands in saved files and is never translated");
    } else
      expect(
        named(string, "Override").some((override) => override.getAttribute("Locale") === "nl-NL"),
        `text ${string.getAttribute("id")} is not there in Dutch`,
      );
  }
  return found;
}
