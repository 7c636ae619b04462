// npm run excel: serves the add-in and opens it in Excel; without Excel on this machine, says what to do instead.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { npx, root, run, say } from "./prepare.mjs";

const where = `
Wat wel kan / What you can do instead:
  · npm start                       de werkbank in de browser, zonder Excel / the workbench, without Excel
  · Excel op het web / on the web:  npm run serve, daarna in Excel: Invoegen, Invoegtoepassingen, Mijn invoegtoepassing uploaden
                                    / then in Excel: Home, Add-ins, More add-ins, Upload my add-in: ${join(root, "manifest.xml")}
  · Een hele organisatie / a whole organisation: npm run package`;

if (!["win32", "darwin"].includes(process.platform)) {
  console.log(`Op dit systeem (${process.platform}) bestaat Excel niet. / There is no Excel for this system.${where}`);
  process.exit(0);
}
// Fetched on demand, because with its dependencies it is as large as everything else together.
const debug = (...words) => run(npx, ["--yes", "office-addin-debugging@7.0.0", ...words], { show: true });
const manifest = join(root, "manifest.xml");
const server = spawn(process.execPath, [join(root, "scripts/serve.mjs")], { stdio: "inherit" });
const stop = () => {
  debug("stop", manifest);
  server.kill();
  process.exit(0);
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
say("Excel openen met de invoegtoepassing / Opening Excel with the add-in (Ctrl+C: stoppen / stop)");
if (!debug("start", manifest, "desktop", "--no-live-reload")) {
  server.kill();
  process.exit(1);
}
