// npm run demo: the main task from start to end on a fresh clone: makes a real quarterly workbook, checks it and
// reports its indicators.
import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { compile, install, root, run, say } from "./prepare.mjs";

install();
compile();

const folder = join(root, "build/demo");
mkdirSync(folder, { recursive: true });
const shown = (path) => relative(process.cwd(), path) || path;
const pa = (...words) => {
  console.log(`\n$ pa ${words.map((word) => (word.includes(root) ? shown(word) : word)).join(" ")}`);
  return run(process.execPath, [join(root, "packages/cli/bin/pa.mjs"), ...words], { show: true });
};

const workbook = join(folder, "opgave-oegstgeest.xlsx");
const html = join(folder, "rapport-oegstgeest.html");
say("De voorbeeldwerkmap maken (cijfers fictief) / Making the sample workbook (fictitious figures)");
const made = pa("template", "--sample", workbook);
// The sample contains mistakes on purpose, so this check ends with findings and exit code 1.
pa("check", workbook);
const reported = pa("report", workbook) && pa("report", workbook, "--format", "html", "-o", html);
if (!made || !reported) process.exit(1);

console.log(`
Klaar. / Done.
  Werkmap / Workbook:     ${shown(workbook)}
  HTML-rapport / report:  ${shown(html)}   (open in een browser / open in a browser)
Verder / Next: npm start (de werkbank in de browser / the workbench), npm test`);
