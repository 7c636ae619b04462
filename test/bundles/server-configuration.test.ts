// Each web server's configuration contains all headers of the list, in that server's syntax.
import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { headersOf, serverConfigurations, types } from "../../scripts/server-configuration.mjs";

type Headers = Record<string, Record<string, string>>;
const headers = (headersOf as (policies: object) => Headers)({
  pane: "default-src 'none'; frame-ancestors 'self' https://*.office.com",
  workbench: "w",
  plain: "p",
});
const configurations = (serverConfigurations as (headers: Headers) => Record<string, string>)(headers);

it.each(["nginx.conf", "apache.htaccess", "Caddyfile", "web.config"])("%s has every header of every file", (name) => {
  const text = configurations[name]!;
  for (const [file, own] of Object.entries(headers))
    for (const [header, value] of Object.entries(own)) {
      expect(text).toContain(value.replaceAll("&", "&amp;"));
      expect(text).toContain(header);
      if (file !== "*") expect(text).toContain(file.replace(".", name === "nginx.conf" ? "\\." : "."));
    }
  expect(text).toContain("application/manifest+json");
});

it("web.config is XML, with the headers of a page at its location", () => {
  const { document } = new JSDOM(configurations["web.config"]!, { contentType: "text/xml" }).window;
  const page = document.querySelector('location[path="taskpane.html"] add[name="Content-Security-Policy"]');
  expect(page?.getAttribute("value")).toBe(headers["taskpane.html"]!["Content-Security-Policy"]);
});

it("web.config has only elements and attributes that IIS's schema knows, each where it knows it", () => {
  const { document } = new JSDOM(configurations["web.config"]!, { contentType: "text/xml" }).window;
  // From IIS_schema.xml: system.webServer/staticContent and system.webServer/httpProtocol. IIS answers 500.19 to anything else.
  const known: Record<string, readonly [parents: readonly string[], attributes: readonly string[]]> = {
    configuration: [["#document"], []],
    location: [["configuration"], ["path"]],
    "system.webServer": [["configuration", "location"], []],
    staticContent: [["system.webServer"], []],
    remove: [["staticContent"], ["fileExtension"]],
    mimeMap: [["staticContent"], ["fileExtension", "mimeType"]],
    httpProtocol: [["system.webServer"], []],
    customHeaders: [["httpProtocol"], []],
    add: [["customHeaders"], ["name", "value"]],
  };
  for (const element of document.querySelectorAll("*")) {
    const [parents, attributes] = known[element.localName] ?? [[], []];
    expect(parents, element.localName).toContain(element.parentNode!.nodeName);
    expect(element.getAttributeNames().sort()).toEqual([...attributes].sort());
  }
  // A type or header given twice is an error: each type is removed first, and no header of a file is one of all files.
  for (const map of document.querySelectorAll("mimeMap"))
    expect(map.previousElementSibling?.getAttribute("fileExtension")).toBe(map.getAttribute("fileExtension"));
  for (const [file, own] of Object.entries(headers))
    if (file !== "*") for (const header of Object.keys(own)) expect(headers["*"]).not.toHaveProperty(header);
});

it("every server gets the same content types", () => {
  const { document } = new JSDOM(configurations["web.config"]!, { contentType: "text/xml" }).window;
  const matches = (name: string, form: RegExp): Record<string, string> =>
    Object.fromEntries(
      Array.from(configurations[name]!.matchAll(form), ({ groups }) => [groups!.ending!, groups!.type!]),
    );
  expect(matches("nginx.conf", /(?<type>[\w.+-]+\/[\w.+-]+) (?<ending>\w+);(?= )/g)).toEqual(types);
  expect(matches("apache.htaccess", /AddType (?<type>\S+) \.(?<ending>\w+)/g)).toEqual(types);
  expect(matches("Caddyfile", /header @(?<ending>\w+) Content-Type (?<type>\S+)/g)).toEqual(types);
  expect(
    Object.fromEntries(
      Array.from(document.querySelectorAll("mimeMap"), (map) => [
        map.getAttribute("fileExtension")!.slice(1),
        map.getAttribute("mimeType"),
      ]),
    ),
  ).toEqual(types);
});

it("nginx gets all content types, because a types block replaces the default ones", () => {
  const told = /types \{([^}]*)\}/.exec(configurations["nginx.conf"]!)![1]!;
  for (const [ending, type] of Object.entries(types as Record<string, string>))
    expect(told).toContain(`${type} ${ending};`);
  expect(Object.keys(types as object)).toEqual(
    expect.arrayContaining(["html", "js", "css", "png", "webmanifest", "woff2"]),
  );
});
