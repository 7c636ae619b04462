// npm run excel: serves the add-in and opens it in Excel, on a machine that has Excel; elsewhere says what to do instead.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, run, say } from "./prepare.mjs";

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
const debugging = join(root, "node_modules/office-addin-debugging/cli.js");
if (!existsSync(debugging)) {
  console.log(
    `Het hulpmiddel office-addin-debugging is niet geïnstalleerd (het is optioneel). Probeer: npm install
/ The optional tool office-addin-debugging is not installed. Try: npm install${where}`,
  );
  process.exit(1);
}
const manifest = join(root, "manifest.xml");
const server = spawn(process.execPath, [join(root, "scripts/serve.mjs")], { stdio: "inherit" });
const stop = () => {
  run(process.execPath, [debugging, "stop", manifest], { show: true });
  server.kill();
  process.exit(0);
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
say("Excel openen met de invoegtoepassing / Opening Excel with the add-in (Ctrl+C: stoppen / stop)");
if (!run(process.execPath, [debugging, "start", manifest, "desktop", "--no-live-reload"], { show: true })) {
  server.kill();
  process.exit(1);
}
