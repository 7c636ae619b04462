// Measures the speed of the pane in Chromium: node test/bench/pane.mjs "2 cores AMD EPYC, 24 GiB, Debian 12" 2026-11-23
// Writes docs/benchmarks/pane.md, with machine and date as given in the arguments. Sizes are those in build/.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { getPriority, loadavg } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { paneSite } from "../e2e/pane-site.mjs";
import { root } from "../../scripts/prepare.mjs";
import { launchChromium } from "../chromium.mjs";

const [machine, day] = process.argv.slice(2);
if (machine === undefined || day === undefined || !existsSync(join(root, "build/taskpane.js"))) {
  console.error('usage, after npm run build: node test/bench/pane.mjs "2 cores, 24 GiB, Debian 12" 2026-11-23');
  process.exit(2);
}

const runs = 7;
const [load] = loadavg();
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const site = await paneSite();
const browser = await launchChromium();

const open = async (workbook) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 760 } });
  page.setDefaultTimeout(60_000);
  await page.goto(`${site.url}?workbook=${workbook}`);
  await page.locator(".pa-body .pa-card").first().waitFor();
  await page.locator(".pa-busy").waitFor({ state: "detached" });
  return page;
};

/**
 * Milliseconds inside the page from an action until a condition holds and is painted; checked after every change of the
 * page.
 */
const until = (page, act, holds) =>
  page.evaluate(`new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("it did not happen")), 30000);
    let start = 0;
    const watcher = new MutationObserver(() => {
      if (!(${holds})) return;
      watcher.disconnect();
      clearTimeout(late);
      // The frame in which it is drawn, and what comes after that frame.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    start = performance.now();
    void (async () => { ${act} })().catch(reject);
  })`);

const repeated = async (once) => {
  const numbers = [];
  for (let run = 0; run < runs; run += 1) numbers.push(await once(run));
  return Math.round(median(numbers));
};

// From the first request until the pane shows its counts and responds to a click; excludes loading the test workbook.
const interactive = await repeated(async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 760 } });
  await page.addInitScript(() => {
    const look = () =>
      document.querySelector(".pa-big") ? (window.readyAt = performance.now()) : requestAnimationFrame(look);
    requestAnimationFrame(look);
  });
  await page.goto(site.url);
  await page.waitForFunction(() => window.readyAt !== undefined);
  const cost = await page.evaluate(() => {
    const [book] = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".xlsx"));
    return window.readyAt - window.mountedAt + book.startTime;
  });
  await page.close();
  return cost;
});

/** Shows a screen of the pane. */
const show = (page, name) => page.getByRole("navigation").getByRole("button", { name, exact: true }).click();

// 10,000 homes: the button "Controleer opnieuw", from click to done. All three stages must have been shown, or the
// measurement is invalid.
const stages = ["gelezen", "gecontroleerd", "berekend"];
const big = await open("big");
await show(big, "Controle");
const checkAgain = async (homes) => {
  const spent = await until(
    homes,
    `window.seen = []; document.querySelector(".pa-tools button").click()`,
    `(document.querySelector(".pa-busy") && window.seen.push(document.querySelector(".pa-busy").textContent), window.seen.length > 0 && !document.querySelector(".pa-busy"))`,
  );
  const seen = (await homes.evaluate("window.seen")).join(" ");
  if (!stages.every((stage) => seen.includes(stage))) throw new Error(`not a whole check: ${seen}`);
  return spent;
};
const validation = await repeated(() => checkAgain(big));
// Twice the homes must take about twice the time; otherwise the measurement is wrong.
const double = await open("bigger");
await show(double, "Controle");
const validationOfDouble = await repeated(() => checkAgain(double));
await double.close();
// From one typed cell to a new result: a pause of 400 ms for further typing, then reading and checking everything
// again.
const counts = () => big.locator(".pa-big").innerText();
const edit = await repeated(async (run) => {
  const before = await counts();
  const spent = await until(
    big,
    `window.was = document.querySelector(".pa-big").textContent; await window.workbook.typed("Woningen", "F${10 + run}", "onzin", "local"); start = performance.now()`,
    `document.querySelector(".pa-big").textContent !== window.was`,
  );
  if ((await counts()) === before) throw new Error("no new counts");
  return spent;
});
// The part spent on reading the file, which Excel would do itself.
const reading = await repeated(async (run) => {
  await big.evaluate(`window.workbook.typedUnheard("Woningen", "F${30 + run}", "onzin")`);
  return big.evaluate(`(async () => {
    const start = performance.now();
    await window.workbook.tables();
    return performance.now() - start;
  })()`);
});
await big.close();

const many = await open("many");
const rendering = await repeated(async () => {
  await show(many, "Overzicht");
  return until(
    many,
    `[...document.querySelectorAll(".pa-tab")].find(({ textContent }) => textContent === "Controle").click()`,
    `document.querySelectorAll(".pa-issue").length >= 60`,
  );
});
const listed = await many.locator(".pa-filters .pa-pair span").innerText();
const filtering = await repeated(() =>
  until(
    many,
    `window.was = document.querySelector(".pa-filters .pa-pair span").textContent; [...document.querySelectorAll(".pa-filters input[type=checkbox]")].at(-1).click()`,
    `document.querySelector(".pa-filters .pa-pair span").textContent !== window.was`,
  ),
);
await many.locator(".pa-filters input[type=checkbox]").last().check();
const stepping = await repeated(() =>
  until(
    many,
    `window.was = document.querySelector(".pa-steps > span").textContent; [...document.querySelectorAll(".pa-steps button")].at(-1).click()`,
    `document.querySelector(".pa-steps > span").textContent !== window.was && document.querySelector(".pa-open")`,
  ),
);
// The bottom of the list, where all of it has been drawn: what somebody who scrolls on and on has on the screen.
// Coming in sight is what draws more; the button is there until all of it is drawn.
await many.waitForFunction(() => {
  const more = [...document.querySelectorAll("button")].find((one) => one.textContent.startsWith("Toon er nog"));
  more?.scrollIntoView();
  return more === undefined;
});
const drawnAll = await many.locator(".pa-issue").count();
const steppingAll = await repeated(() =>
  until(
    many,
    `window.was = document.querySelector(".pa-steps > span").textContent; [...document.querySelectorAll(".pa-steps button")].at(-1).click()`,
    `document.querySelector(".pa-steps > span").textContent !== window.was && document.querySelector(".pa-open")`,
  ),
);
await many.close();
await browser.close();

const sizeOf = (path) => {
  const bytes = readFileSync(path);
  return { kB: Math.round(bytes.length / 1024), gz: Math.round(gzipSync(bytes).length / 1024) };
};
const shipped = (name) => sizeOf(join(root, "build", name));
const [functions, pane, css] = ["functions.js", "taskpane.js", "taskpane.css"].map(shipped);
/** The contents of a lazily loaded script, by a word in its name. */
const known = [
  [/mathjs|decimal/, "evaluator (mathjs), for a municipality's own indicators"],
  [/template|hucre|functions/, "maker of workbooks, with “Sjabloonbladen invoegen”"],
  [/report-page/, "the report as a page, with “Om te printen (HTML)”"],
];
const later = new Map();
for (const { name } of site.assets.filter((asset) => asset.name.endsWith(".js") && asset.name !== "page.js")) {
  const what = known.find(([word]) => word.test(name))?.[1] ?? name.replace(/\.[0-9a-f]{8}\.js$/, "");
  const { kB, gz } = sizeOf(join(site.folder, name));
  const before = later.get(what) ?? { kB: 0, gz: 0 };
  later.set(what, { kB: before.kB + kB, gz: before.gz + gz });
}
site.close();

const folder = join(root, "docs/benchmarks");
mkdirSync(folder, { recursive: true });
const ms = (value) => `${value.toLocaleString("en")} ms`;
writeFileSync(
  join(folder, "pane.md"),
  `<!-- Made by test/bench/pane.mjs. -->

# How quick the pane is

${machine}, ${day}, in Chromium. Medians of ${runs}, from the click or key until the new page has been painted; the machine had ${load.toFixed(1)} other
tasks waiting or running on average${getPriority() < 0 ? ", after which this one did not have to queue (nice)" : ""}. The workbook is an .xlsx in memory; in Excel, fetching the cells comes on top of it.

| What | Measured | Wanted |
| --- | ---: | ---: |
| Pane interactive: scripts fetched and run, sample workbook read, counts on screen | ${ms(interactive)} | < 1,000 ms |
| Reading and checking 10,000 homes and computing the indicators, from click to done | ${ms(validation)} | < 1,000 ms |
| The same for 20,000 homes, to see that the time is that of the work | ${ms(validationOfDouble)} | |
| After one edit in 10,000 homes: new counts on screen. Of it, 400 ms is a pause for whoever types on, and ${ms(reading)} reading the .xlsx again | ${ms(edit)} | < 1,000 ms |
| List of issues (${listed}): on screen | ${ms(rendering)} | < 200 ms |
| The same: another filter | ${ms(filtering)} | < 100 ms |
| The same: next issue, cell shown | ${ms(stepping)} | < 100 ms |
| The same, after scrolling to the end (${drawnAll.toLocaleString("en")} drawn): next issue, cell shown | ${ms(steppingAll)} | < 100 ms |

| Script | Size | Over the line (gzip) |
| --- | ---: | ---: |
| Functions: first, waits for nothing | ${functions.kB} kB | ${functions.gz} kB |
| Pane, on top of the functions | ${pane.kB} kB | ${pane.gz} kB |
| Style sheet | ${css.kB} kB | ${css.gz} kB |
${[...later]
  .filter(([, { kB }]) => kB > 1)
  .sort(([, a], [, b]) => b.kB - a.kB)
  .map(([what, { kB, gz }]) => `| Later: ${what} | ${kB} kB | ${gz} kB |`)
  .join("\n")}
`,
);
console.log(readFileSync(join(folder, "pane.md"), "utf8"));
