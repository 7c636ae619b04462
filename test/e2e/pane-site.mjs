// Serves the pane as shipped on a local page with test workbooks; for tests, benchmarks and screenshots.
import { createServer } from "node:http";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { plainContentSecurity } from "../../addin/content-security.mjs";
import { workbooks } from "./pane-workbooks.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
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

const packages = readdirSync(here("../../packages"));

/** Bundles the page into `folder` with the test runner's bundler, because a second webpack build takes a minute. */
async function bundle(folder) {
  const made = await build({
    configFile: false,
    root: here("."),
    logLevel: "error",
    resolve: {
      alias: [
        ...packages.map((name) => ({
          find: new RegExp(`^@prestatieafspraken/${name}$`),
          replacement: here(`../../packages/${name}/src/index.ts`),
        })),
        { find: /^#inflate$/, replacement: here("../../packages/xlsx/src/inflate.ts") },
      ],
    },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      cssCodeSplit: false,
      lib: { entry: here("pane-page.ts"), formats: ["es"], fileName: "page", cssFileName: "page" },
      rollupOptions: { output: { chunkFileNames: "[name].js" } },
    },
  });
  return [made].flat()[0].output.map(({ fileName }) => ({ name: fileName }));
}

const types = { ".js": "text/javascript", ".css": "text/css" };

/** Builds and serves the site; `problems` collects violations of the content security policy. */
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
      if (!made.has(workbook)) made.set(workbook, Promise.resolve(workbooks[workbook]()));
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
    send(types[extname(file)] ?? "application/octet-stream", readFileSync(file));
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
