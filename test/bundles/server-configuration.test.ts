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

it("nginx gets all content types, because a types block replaces the default ones", () => {
  const told = /types \{([^}]*)\}/.exec(configurations["nginx.conf"]!)![1]!;
  for (const [ending, type] of Object.entries(types as Record<string, string>))
    expect(told).toContain(`${type} ${ending};`);
  expect(Object.keys(types as object)).toEqual(
    expect.arrayContaining(["html", "js", "css", "png", "webmanifest", "woff2"]),
  );
});
