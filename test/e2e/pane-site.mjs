// The pane as it is shipped, on a page of its own on loopback, with workbooks to open: for tests, benchmarks and screenshots.
import { createServer } from "node:http";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import webpack from "webpack";
import { utils, write } from "@e965/xlsx";
import { agreements } from "@prestatieafspraken/agreements";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { plainContentSecurity } from "../../addin/content-security.mjs";
import config from "../../webpack.config.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const chromium = "/usr/bin/chromium";
export const hasChromium = existsSync(chromium);
/** A machine that reaches nothing: without these Chromium tries to, all the time. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const agreement = agreements.find(({ id }) => id === "oegstgeest-2025-2028");

const plainBook = (sheets) => {
  const book = utils.book_new();
  for (const [name, rows, protect] of sheets) {
    const sheet = utils.aoa_to_sheet(rows);
    if (protect) sheet["!protect"] = { password: "" };
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
};

const settings = [
  "PA instellingen",
  [
    ["Instelling", "Waarde"],
    ["Verslagkwartaal", "2026-Q3"],
    ["Gemeente", "Oegstgeest"],
  ],
];
const labelHeaders = ["Kwartaal", "Verhuurder", "Segment", "Label", "Aantal"];
const home = (i, label) => [
  String(579010000000000 + i).padStart(16, "0"),
  "WYwonen",
  "sociaal",
  label,
  "2024-03-01",
  600,
  "2026-Q3",
];
const homeHeaders = ["BAG_vbo_id", "Verhuurder", "Segment", "Label", "Opnamedatum", "Kale huur", "Kwartaal"];

/** What can be opened: sample (with mistakes), clean, empty, fifty (sheets, none of ours), own, twins, protected, big, bigger, many. */
const workbooks = {
  sample: () => makeTemplate({ agreement, agreements, sample: "with-errors" }),
  clean: () => makeTemplate({ agreement, agreements, sample: "clean" }),
  empty: () => makeTemplate({ agreement, agreements, quarter: "2026-Q3" }),
  fifty: () =>
    plainBook(
      Array.from({ length: 50 }, (_, i) => [
        `Blad ${i + 1}`,
        [
          ["Naam", "Bedrag"],
          [`post ${i}`, i],
        ],
      ]),
    ),
  own: () =>
    plainBook([
      settings,
      [
        "Export ViewPoint",
        [
          ["Periode", "Corp.", "Soort bezit", "Energieklasse", "Woningen"],
          ["2026-Q3", "WYwonen", "sociaal", "E", 40],
          ["2026-Q3", "WYwonen", "sociaal", "A", 60],
        ],
      ],
    ]),
  twins: () =>
    plainBook([
      settings,
      [
        "Labels WYwonen",
        [labelHeaders, ["2026-Q3", "WYwonen", "sociaal", "E", 40], ["2026-Q3", "WYwonen", "sociaal", "A", 60]],
      ],
      [
        "Labels Portaal",
        [labelHeaders, ["2026-Q3", "Portaal", "sociaal", "E", 4], ["2026-Q3", "Portaal", "sociaal", "A", 6]],
      ],
    ]),
  protected: () =>
    plainBook([settings, ["Labels", [labelHeaders, ["2026-Q3", "WYwonen", "sociaal", "A ++", 40]], true]]),
  big: () =>
    plainBook([
      settings,
      ["Woningen", [homeHeaders, ...Array.from({ length: 10_000 }, (_, i) => home(i, "ABCDEFG"[i % 7]))]],
    ]),
  bigger: () =>
    plainBook([
      settings,
      ["Woningen", [homeHeaders, ...Array.from({ length: 20_000 }, (_, i) => home(i, "ABCDEFG"[i % 7]))]],
    ]),
  many: () =>
    plainBook([settings, ["Woningen", [homeHeaders, ...Array.from({ length: 2000 }, (_, i) => home(i, "A ++"))]]]),
};

/** @returns {Promise<Uint8Array>} */
export const workbookBytes = async (name) => workbooks[name]();

export { openXlsx };

const page = `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Prestatieafspraken</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="page.css" />
  </head>
  <body>
    <main id="pane"></main>
    <script type="module" src="page.js"></script>
  </body>
</html>`;

/** No margin around the pane, as a host shows it. */
const pageStyle = "";

function bundle(folder) {
  const base = config({}, { mode: "production" });
  return new Promise((resolve, reject) => {
    webpack(
      {
        ...base,
        entry: { page: here("pane-page.ts") },
        plugins: [],
        externals: {},
        output: {
          path: folder,
          filename: "[name].js",
          chunkFilename: "[name].[contenthash:8].js",
          cssFilename: "[name].css",
          publicPath: "/",
          module: true,
        },
        experiments: { ...base.experiments, outputModule: true, topLevelAwait: true },
        // Names in which the benchmark recognises the libraries.
        optimization: { ...base.optimization, chunkIds: "named" },
      },
      (error, stats) => {
        if (error) reject(error);
        else if (stats.hasErrors()) reject(new Error(stats.toString({ preset: "errors-only" })));
        else resolve(stats.toJson({ assets: true }).assets);
      },
    );
  });
}

const types = { ".js": "text/javascript", ".css": "text/css" };

/** Builds and serves; `problems` gathers what a browser refused because of the content policy. */
export async function paneSite() {
  const folder = mkdtempSync(join(tmpdir(), "pane-"));
  const assets = await bundle(folder);
  const made = new Map();
  const security = plainContentSecurity()
    .split("; ")
    .filter((rule) => !rule.startsWith("script-src"))
    .concat("script-src 'self'")
    .join("; ");
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://loopback");
    const send = (type, body) => {
      response.writeHead(200, { "content-type": type, "content-security-policy": security });
      response.end(body);
    };
    const workbook = /^\/workbooks\/(\w+)\.xlsx$/.exec(pathname)?.[1];
    if (workbook !== undefined && workbooks[workbook]) {
      if (!made.has(workbook)) made.set(workbook, workbookBytes(workbook));
      made.get(workbook).then((bytes) => send("application/octet-stream", Buffer.from(bytes)));
      return;
    }
    if (pathname === "/") return send("text/html; charset=utf-8", page);
    const file = join(folder, pathname.slice(1).replaceAll("..", ""));
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404);
      response.end();
      return;
    }
    const body = readFileSync(file);
    send(
      types[extname(file)] ?? "application/octet-stream",
      pathname === "/page.css" ? Buffer.concat([Buffer.from(pageStyle), body]) : body,
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    assets,
    folder,
    close: () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
