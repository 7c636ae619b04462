// npm run serve: builds for development and serves build/ at https://localhost:3000 (--port 4000; --http for no
// certificate).
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import { homedir } from "node:os";
import { extname, join, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { build, pages } from "./pages.mjs";
import { install, say } from "./prepare.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Serves the files of a folder, and nothing outside it. */
export function serveFolder(folder) {
  return (request, response) => {
    let path;
    try {
      path = normalize(join(folder, decodeURIComponent(new URL(request.url, "https://localhost").pathname)));
    } catch {
      path = "";
    }
    if (path.endsWith(sep)) path = join(path, "index.html");
    if (!path.startsWith(folder + sep) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Niet gevonden / Not found\n");
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(path)] ?? "application/octet-stream",
      "cache-control": "no-cache",
      // Excel for the web fetches the function list from another origin.
      "access-control-allow-origin": "*",
    });
    createReadStream(path).pipe(response);
  };
}

/**
 * The development certificate of Office add-ins, created if there is none; users decide themselves whether to trust it.
 */
async function certificate() {
  const folder = join(homedir(), ".office-addin-dev-certs");
  const [ca, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => join(folder, name));
  if (!existsSync(cert) || !existsSync(key)) {
    const { generateCertificates } = await import("office-addin-dev-certs/lib/generate.js");
    await generateCertificates(ca, cert, key);
  }
  return { ca, cert: readFileSync(cert), key: readFileSync(key) };
}

async function main(words) {
  const valueOf = (name, fallback) => (words.includes(name) ? words[words.indexOf(name) + 1] : fallback);
  const port = Number(valueOf("--port", "3000"));
  const plain = words.includes("--http");
  install();
  if (!words.includes("--as-built")) await pages("development");
  const handler = serveFolder(build);
  let address = `http://localhost:${port}`;
  if (plain) createHttp(handler).listen(port, "127.0.0.1");
  else {
    const { ca, ...keys } = await certificate();
    createHttps(keys, handler).listen(port, "127.0.0.1");
    address = `https://localhost:${port}`;
    say(
      `Certificaat / certificate: ${ca}. Excel vertrouwt het na eenmalig / Excel trusts it after, once: npx office-addin-dev-certs install`,
    );
  }
  say(`${address}/taskpane.html (Excel) · ${address}/workbench.html (werkbank / workbench) · stoppen / stop: Ctrl+C`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
