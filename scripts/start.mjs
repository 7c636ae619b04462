// npm start: serves the workbench at http://localhost:3000 with the sample open. Installs and builds first if something
// changed.
import { createServer } from "node:http";
import { build, pages } from "./pages.mjs";
import { install, say } from "./prepare.mjs";
import { serveFolder } from "./serve.mjs";

const words = process.argv.slice(2);
const first = Number(words.includes("--port") ? words[words.indexOf("--port") + 1] : 3000);

install();
if (!words.includes("--as-built")) await pages();

const server = createServer(serveFolder(build));
/** Listens on this port or the next free one; returns the port. */
const listen = (port) =>
  new Promise((resolve, reject) => {
    server.once("error", (error) =>
      error.code === "EADDRINUSE" && port < first + 50 ? resolve(listen(port + 1)) : reject(error),
    );
    server.listen(port, "127.0.0.1", () => resolve(port));
  });
const port = await listen(first);
say(`http://localhost:${port}/workbench.html · stoppen / stop: Ctrl+C`);
