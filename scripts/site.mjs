// node scripts/site.mjs [folder]: writes the workbench with the sample and the help as static pages for any web server,
// at the root of an address or in a folder. The pages contain no address and nothing for Excel.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, pages } from "./pages.mjs";
import { install, root, say } from "./prepare.mjs";

const folder = resolve(process.argv[2] ?? join(root, "build/site"));
install();
await pages();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
/** Files for Excel, and files added to build/ afterwards. */
const leftOut =
  /^(?:demo|package|pictures|site|manifest\.xml|functions.*|taskpane\..*|shortcuts\.json|index\.html|start\.css)$/;
for (const name of readdirSync(build).filter((each) => !leftOut.test(each)))
  cpSync(join(build, name), join(folder, name), { recursive: true });
writeFileSync(
  join(folder, "index.html"),
  `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=workbench.html">
<title>Prestatieafspraken</title>
</head>
<body><p><a href="workbench.html">Probeer het / Try it</a> · <a href="help/nl/index.html">Hulp</a> · <a href="help/en/index.html" lang="en">Help</a></p></body>
</html>
`,
);
say(`Klaar / Done: ${folder}`);
