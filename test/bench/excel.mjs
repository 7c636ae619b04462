// Measures the add-in's response times in Chromium with Microsoft's own runtime (Excel on Windows uses the same
// engine): node --import ./test/bench/typescript.mjs test/bench/excel.mjs --machine "2 cores, 24 GB, Debian 12" --date
// 2026-11-23
// Writes docs/benchmarks/excel.md, with machine and date as given in the arguments.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { built, root } from "../excel/build.js";
import { officePage } from "../excel/office-browser.js";
import { microsoft365 } from "../excel/office-window.js";
import { launchChromium } from "../chromium.mjs";

const valueOf = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const [machine, date] = [valueOf("--machine"), valueOf("--date")];
if (machine === undefined || date === undefined) {
  console.error(
    'usage: node --import ./test/bench/typescript.mjs test/bench/excel.mjs --machine "…" --date 2026-11-23',
  );
  process.exit(2);
}

const folder = await built();
const browser = await launchChromium();
const lines = [];
const record = (what, figure, note) => {
  lines.push(`| ${what} | ${figure} | ${note} |`);
  console.log(`${what}: ${figure}`);
};
const milliseconds = (value) => `${Math.round(value).toLocaleString("en")} ms`;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
/** Resolves once each of these calls has more results than it had. */
const answered = async (host, calls, had = new Map()) => {
  for (const call of calls) await host.result(call, () => host.results(call).length > (had.get(call) ?? 0), 120_000);
};

/** 10,000 cells with explicit figures, recalculated at once. */
async function explicitCells() {
  const count = 10_000;
  const times = [];
  for (let round = 0; round < 3; round++) {
    const { host, close } = await officePage(browser, folder, microsoft365);
    await host.result(host.invoke("SOCIALSHARE", [[[1]], [[2]], null, null], { stream: true }));
    const calls = Array.from({ length: count }, (_, i) => ({
      name: "SOCIALSHARE",
      args: [[[i % 700]], [[700 + (i % 90)]], null, null],
      stream: true,
    }));
    const start = performance.now();
    await answered(host, host.invokeAll(calls));
    times.push(performance.now() - start);
    await close();
  }
  const time = median(times);
  record(
    "10,000 cells with figures, until the last answer is in Excel",
    `${milliseconds(time)} (${Math.round((count / time) * 1000).toLocaleString("en")} answers/s)`,
    "the runtime itself sends at most twice a second",
  );
}

/** 1,000 different live cells over 10,000 rows; one figure is edited. */
async function liveCells() {
  const { host, close } = await officePage(browser, folder, microsoft365);
  const { workbook } = host;
  const parties = ["WYwonen", "Portaal"];
  const quarters = Array.from({ length: 16 }, (_, i) => `${2025 + Math.floor(i / 4)}-Q${(i % 4) + 1}`);
  workbook.addTable(workbook.addSheet("Instellingen"), "PA_Instellingen", [
    ["Instelling", "Waarde"],
    ["Verslagkwartaal", "2026-Q3"],
  ]);
  const lettings = workbook.addSheet("Toewijzingen");
  workbook.addTable(lettings, "PA_Toewijzingen", [
    ["Kwartaal", "Verhuurder", "Categorie", "Aantal", "Toelichting"],
    ...Array.from({ length: 10_000 }, (_, i) => [
      quarters[i % 16],
      parties[Math.floor(i / 16) % 2],
      ["regulier", "urgent", "statushouder"][Math.floor(i / 32) % 3],
      1 + (i % 4),
      `regel ${i}`,
    ]),
  ]);
  // Three figures for every quarter and party, in enough spellings that no two cells share an answer.
  const cells = [];
  for (let spelling = 0; cells.length < 1_000; spelling++)
    for (const quarter of quarters)
      for (const party of [null, ...parties])
        for (const [id, figures] of [
          ["URGENTSHARE", 2],
          ["REGULARSHARE", 2],
          ["URGENTROOM", 3],
        ]) {
          const args = [...Array.from({ length: figures }, () => null), quarter + " ".repeat(spelling), party];
          if (cells.length < 1_000) cells.push({ name: id, args, stream: true });
        }
  const begin = performance.now();
  const calls = host.invokeAll(cells);
  await answered(host, calls);
  const isFigure = (call) => Object(host.results(call).at(-1)?.value).type === "Double";
  const figures = calls.filter(isFigure).length;
  if (figures < 1_000) throw new Error(`only ${figures} answers are figures`);
  record(
    "1,000 live cells over 10,000 rows, from opening to all answered",
    milliseconds(performance.now() - begin),
    "everything loaded, read and computed",
  );
  const counts = () => new Map(calls.map((call) => [call, host.results(call).length]));
  const edit = (value) => host.edit("Toewijzingen", 1, 3, value);
  // The first edit shows which cells change with this row; of those that follow is measured when the last of them is updated.
  await host.quiet();
  let had = counts();
  edit(50);
  await answered(host, calls.slice(0, 1), had);
  await host.quiet(2_500);
  const changing = calls.filter((call) => host.results(call).length > had.get(call));
  const times = [];
  for (let round = 1; round <= 5; round++) {
    had = counts();
    const start = performance.now();
    edit(50 + round);
    await answered(host, changing, had);
    times.push(performance.now() - start);
    await host.quiet();
  }
  record(
    `Edit in a table of 10,000 rows with 1,000 live cells, until the last of the ${changing.length} that change is updated`,
    milliseconds(median(times)),
    "100 ms of it gathers further edits; the runtime sends at most twice a second",
  );
  await close();
}

/** From script text to all functions registered. */
async function coldStart() {
  const code = readFileSync(join(folder, "functions.js"), "utf8");
  const times = [];
  for (let round = 0; round < 9; round++) {
    const page = await browser.newPage();
    times.push(
      await page.evaluate((text) => {
        const { document } = globalThis;
        let registered = 0;
        globalThis.CustomFunctions = { associate: () => registered++ };
        const script = document.createElement("script");
        script.textContent = text;
        // The script reads its own address from the page.
        const base = document.createElement("script");
        base.setAttribute("src", "https://localhost:3000/x.js");
        document.head.append(base);
        const start = performance.now();
        document.head.append(script);
        const time = performance.now() - start;
        if (registered < 20) throw new Error(`only ${registered} functions registered`);
        return time;
      }, code),
    );
    await page.close();
  }
  record(
    "functions.js from text to every function registered",
    milliseconds(median(times)),
    "cold: compiled and run for the first time in a new page",
  );
}

function sizes() {
  const files = readdirSync(folder).filter((name) => /\.(?:js|css)$/.test(name));
  for (const name of files.sort()) {
    const bytes = readFileSync(join(folder, name));
    const shown = name.replace(/\.[0-9a-f]{8}\./, ".");
    if (!/^(?:functions|live|taskpane|workbench|drawing|template)\./.test(shown)) continue;
    record(
      `size of ${shown}`,
      `${(gzipSync(bytes).length / 1000).toFixed(1)} kB gzipped`,
      `${(bytes.length / 1000).toFixed(0)} kB`,
    );
  }
}

try {
  await explicitCells();
  await liveCells();
  await coldStart();
  sizes();
} finally {
  await browser.close();
}
mkdirSync(join(root, "docs/benchmarks"), { recursive: true });
writeFileSync(
  join(root, "docs/benchmarks/excel.md"),
  `# The add-in: speed and size

Measured on ${date} on ${machine}, in headless Chromium with Microsoft's own custom functions runtime and object model
(\`@microsoft/office-js\`) and an emulated workbook. Excel itself was not involved: its own recalculation and drawing come on top.
Again: \`node --import ./test/bench/typescript.mjs test/bench/excel.mjs --machine "…" --date …\`.

| What | Figure | Note |
| --- | --- | --- |
${lines.join("\n")}

Budgets: \`test/bundles/budgets.ts\`.
`,
);
