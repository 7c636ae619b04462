// npm run package -- https://pa.gemeente.nl: the folder an administrator puts on a web server, with what belongs to it.
// What stands in build/, with every address put in its place.
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { paneContentSecurity, plainContentSecurity, workbenchContentSecurity } from "../addin/content-security.mjs";
import { manifestFor, metadataFor, microsoft, paneFor, readHost } from "../addin/host.mjs";
import { build, pages } from "./pages.mjs";
import { headersOf, serverConfigurations } from "./server-configuration.mjs";
import { install, root, say } from "./prepare.mjs";

const words = process.argv.slice(2);
const valueOf = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const address = words.find((word, i) => /^https?:/.test(word) && !words[i - 1]?.startsWith("--")) ?? valueOf("--host");
if (address === undefined) {
  console.error(
    "Op welk adres komt de add-in te staan? / At which address will the add-in stand?\n  npm run package -- https://pa.gemeente.nl [--officejs https://…/office.js] [--out map]",
  );
  process.exit(2);
}
let host;
try {
  host = readHost(address);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
const officejs = valueOf("--officejs") ?? microsoft;

install();
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const made = resolve(valueOf("--out") ?? join(root, "build/package"), `prestatieafspraken-${version}`);
const web = join(made, "web");
rmSync(made, { recursive: true, force: true });
mkdirSync(web, { recursive: true });
await pages();
const text = (name) => readFileSync(join(build, name), "utf8");
for (const name of readdirSync(build).filter((each) => !["demo", "package", "pictures"].includes(each)))
  cpSync(join(build, name), join(web, name), { recursive: true });
const put = (name, made) => writeFileSync(join(web, name), made);
put("manifest.xml", manifestFor(host, text("manifest.xml")));
for (const name of ["functions.json", "functions-nl.json"]) put(name, metadataFor(host, text(name)));
put("taskpane.html", paneFor(officejs, text("taskpane.html")));
// For Microsoft 365; the start page on the web server links to its copy.
copyFileSync(join(web, "manifest.xml"), join(made, "manifest.xml"));

// The pages carry the same policy themselves; as a header it also holds for what a meta element cannot say.
const frames =
  "frame-ancestors 'self' https://*.officeapps.live.com https://*.sharepoint.com https://*.office.com https://*.cloud.microsoft";
const headers = headersOf({
  pane: `${paneContentSecurity(officejs)}; ${frames}`,
  workbench: `${workbenchContentSecurity()}; frame-ancestors 'none'`,
  plain: `${plainContentSecurity()}; frame-ancestors 'none'`,
});
writeFileSync(
  join(made, "headers.txt"),
  `# HTTP-headers per bestand, voor de webserver / HTTP headers per file, for the web server. Klaar om te gebruiken / ready to use: server/
# Excel op het web toont het paneel in een frame van Microsoft / Excel on the web shows the pane in a frame of Microsoft's.
${Object.entries(headers)
  .map(([file, own]) => [`/${file}`, ...Object.entries(own).map(([name, value]) => `  ${name}: ${value}`)].join("\n"))
  .join("\n")}
`,
);
mkdirSync(join(made, "server"));
for (const [name, content] of Object.entries(serverConfigurations(headers)))
  writeFileSync(join(made, "server", name), content);
writeFileSync(
  join(made, "LEESMIJ.txt"),
  `Prestatieafspraken in Excel ${version}, voor ${host}

1. Zet de inhoud van de map web/ op de webserver, zodat ${host}/taskpane.html te openen is (https, geldig certificaat).
2. Neem de headers over: server/ heeft ze voor IIS (web.config), nginx, Apache en Caddy; headers.txt noemt ze. Controleer de bestanden: sha256sum -c SHA256SUMS (in de map waarin dit bestand staat).
3. Upload manifest.xml in het Microsoft 365-beheercentrum: Instellingen, Geïntegreerde apps, Aangepaste apps uploaden.
   Na een nieuwe versie blijft het manifest gelijk, tenzij de versie erin is verhoogd.
Er is geen server nodig: de map bevat alleen bestanden. Er gaat niets naar buiten, behalve het laden van office.js van ${new URL(officejs, `${host}/`).origin}.

English: put the content of web/ on the web server at ${host} (https), take over the headers (server/ has them for IIS, nginx, Apache and Caddy), verify with
sha256sum -c SHA256SUMS, and upload manifest.xml in the Microsoft 365 admin center (Settings, Integrated apps, Upload custom apps).
No server code. Nothing leaves the workbook; only office.js is loaded from ${new URL(officejs, `${host}/`).origin}.
`,
);

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const sums = files(made)
  .map((file) => relative(made, file).replaceAll("\\", "/"))
  .sort()
  .map(
    (name) =>
      `${createHash("sha256")
        .update(readFileSync(join(made, name)))
        .digest("hex")}  ${name}`,
  );
writeFileSync(join(made, "SHA256SUMS"), `${sums.join("\n")}\n`);
say(`Klaar / Done: ${relative(process.cwd(), made)} (${sums.length} bestanden / files)`);
