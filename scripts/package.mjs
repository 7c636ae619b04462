// npm run package: makes the release for administrators: a folder for a web server with its documents, and the same as
// a zip.
// With an address (npm run package -- https://pa.gemeente.nl) it is filled in everywhere; without one, the
// administrator fills it in on a page that needs no Node.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { zipSync } from "fflate";
import { paneContentSecurity, plainContentSecurity, workbenchContentSecurity } from "../addin/content-security.mjs";
import { addressPage, manifestFor, metadataFor, microsoft, paneFor, readHost, unfilledHost } from "../addin/host.mjs";
import { build, pages } from "./pages.mjs";
import { containerFile, headersOf, serverConfigurations } from "./server-configuration.mjs";
import { install, npm, root, say } from "./prepare.mjs";

const words = process.argv.slice(2);
const valueOf = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const address = words.find((word, i) => /^https?:/.test(word) && !words[i - 1]?.startsWith("--")) ?? valueOf("--host");
let host = unfilledHost;
if (address !== undefined) {
  try {
    host = readHost(address);
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
const officejs = valueOf("--officejs") ?? microsoft;

// A release must name a reachable contact; the domain .example is reserved (RFC 2606).
const contacts = [...readFileSync(join(root, "publiccode.yml"), "utf8").matchAll(/email: *(\S+)/g)].map(([, to]) => to);
if (words.includes("--release") && (contacts.length === 0 || contacts.some((to) => to.endsWith(".example")))) {
  console.error(
    `Niet uitgebracht: de contactpersoon in publiccode.yml (${contacts.join(", ")}) bestaat niet. Vul een adres in waar iemand antwoordt. / Not released: the contact in publiccode.yml does not exist. Fill in an address that somebody answers.`,
  );
  process.exit(2);
}

install();
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const made = resolve(valueOf("--out") ?? join(root, "build/package"), `prestatieafspraken-${version}`);
const web = join(made, "web");
rmSync(made, { recursive: true, force: true });
mkdirSync(web, { recursive: true });
await pages();
const text = (name) => readFileSync(join(build, name), "utf8");
for (const name of readdirSync(build).filter((each) => !["demo", "package", "pictures", "site"].includes(each)))
  cpSync(join(build, name), join(web, name), { recursive: true });
const put = (name, made) => writeFileSync(join(web, name), made);
/** The files that contain the address. */
const addressed = Object.fromEntries([
  ["manifest.xml", manifestFor(host, text("manifest.xml"))],
  ...["functions.json", "functions-nl.json"].map((name) => [name, metadataFor(host, text(name))]),
]);
for (const [name, content] of Object.entries(addressed)) put(name, content);
put("taskpane.html", paneFor(officejs, text("taskpane.html")));
if (address === undefined)
  writeFileSync(
    join(made, "adres-invullen.html"),
    addressPage(readFileSync(join(root, "addin/address.html"), "utf8"), addressed),
  );
// For uploading to Microsoft 365; the start page on the web server links to its own copy.
else copyFileSync(join(web, "manifest.xml"), join(made, "manifest.xml"));

// The pages state the same policy in a meta element; the header is needed for directives that a meta element cannot
// set.
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
# Excel op het web toont het taakvenster in een frame van Microsoft / Excel on the web shows the pane in a frame of Microsoft's.
${Object.entries(headers)
  .map(([file, own]) => [`/${file}`, ...Object.entries(own).map(([name, value]) => `  ${name}: ${value}`)].join("\n"))
  .join("\n")}
`,
);
mkdirSync(join(made, "server"));
for (const [name, content] of Object.entries(serverConfigurations(headers)))
  writeFileSync(join(made, "server", name), content);
writeFileSync(join(made, "Containerfile"), containerFile);

/**
 * The third-party parts of the pages with version, licence and checksum, as CycloneDX. Removes npm's time stamp and
 * serial number, so that the file is reproducible.
 */
function billOfMaterials() {
  const told = execFileSync(npm, ["sbom", "--sbom-format=cyclonedx", "--package-lock-only"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    shell: process.platform === "win32",
  });
  const bill = JSON.parse(told);
  // npm sbom lists all tools, or with --omit=dev omits what packages share, so the add-in's dependencies are collected
  // here.
  const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const kept = new Set([bill.components.find(({ name }) => name === "addin")["bom-ref"]]);
  for (const ref of kept) for (const next of needs.get(ref) ?? []) kept.add(next);
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  bill.metadata.component.name = "prestatieafspraken";
  bill.components = bill.components.filter((part) => kept.has(part["bom-ref"]));
  bill.dependencies = bill.dependencies.filter(({ ref }) => kept.has(ref));
  return bill;
}
writeFileSync(join(made, "sbom.cdx.json"), `${JSON.stringify(billOfMaterials(), null, 2)}\n`);

const at = address === undefined ? { nl: "uw adres", en: "your address" } : { nl: host, en: host };
const fill =
  address === undefined
    ? {
        nl: "Open adres-invullen.html in een browser, vul het adres in en bewaar de drie bestanden in web/. Node is niet nodig.",
        en: "Open adres-invullen.html in a browser, fill in the address and keep the three files in web/. No Node needed.",
      }
    : { nl: "Het adres is al ingevuld.", en: "The address is filled in." };
writeFileSync(
  join(made, "LEESMIJ.txt"),
  `Prestatieafspraken in Excel ${version}, voor ${at.nl}

1. Controleer de bestanden: sha256sum -c SHA256SUMS, in de map waarin dit bestand staat. (Windows: Get-FileHash.)
2. ${fill.nl}
3. Zet de inhoud van de map web/ op de webserver, zodat taskpane.html op ${at.nl} te openen is (https, geldig certificaat).
4. Neem de headers over: server/ heeft ze voor IIS (web.config), nginx, Apache en Caddy; headers.txt noemt ze. Containerfile maakt een container.
5. Upload manifest.xml in het Microsoft 365-beheercentrum: Instellingen, Geïntegreerde apps, Aangepaste apps uploaden.
   Bij een nieuwe versie: zet web/ over de oude heen en upload ook het nieuwe manifest.
Er is geen serverprogramma nodig: de map bevat alleen bestanden. Er gaat niets naar buiten, behalve het laden van office.js van ${new URL(officejs, `${host}/`).origin}.
sbom.cdx.json noemt alle onderdelen van anderen, met versie en licentie (CycloneDX).

English
1. Verify the files: sha256sum -c SHA256SUMS. 2. ${fill.en}
3. Put the content of web/ on the web server at ${at.en} (https). 4. Take over the headers: server/ has them for IIS, nginx, Apache and Caddy.
5. Upload manifest.xml in the Microsoft 365 admin center (Settings, Integrated apps, Upload custom apps).
   For a new version, put web/ over the old one, and upload the new manifest too.
No server program. Nothing leaves the workbook; only office.js is loaded from ${new URL(officejs, `${host}/`).origin}. sbom.cdx.json lists every part.
`,
);

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const sumOf = (bytes) => createHash("sha256").update(bytes).digest("hex");
const names = files(made)
  .map((file) => relative(made, file).replaceAll("\\", "/"))
  .sort();
const sums = names.map((name) => `${sumOf(readFileSync(join(made, name)))}  ${name}`);
writeFileSync(join(made, "SHA256SUMS"), `${sums.join("\n")}\n`);

// All files get the same time stamp, so that the same sources give the same zip.
const mtime = new Date(1980, 0, 1);
const folder = `prestatieafspraken-${version}`;
const zipped = zipSync(
  Object.fromEntries(
    [...names, "SHA256SUMS"].map((name) => [
      `${folder}/${name}`,
      [readFileSync(join(made, name)), { mtime, level: 9 }],
    ]),
  ),
);
writeFileSync(`${made}.zip`, zipped);
writeFileSync(`${made}.zip.sha256`, `${sumOf(zipped)}  ${folder}.zip\n`);
say(`Klaar / Done: ${relative(process.cwd(), made)}.zip (${names.length + 1} bestanden / files)`);
