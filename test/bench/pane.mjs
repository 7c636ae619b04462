// How quick the pane is, in Chromium: node test/bench/pane.mjs writes docs/benchmarks/pane.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium as browsers } from "playwright-core";
import { chromium, chromiumFlags, paneSite } from "../e2e/pane-site.mjs";
import { root } from "../../scripts/prepare.mjs";

const runs = 5;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const site = await paneSite();
const browser = await browsers.launch({ executablePath: chromium, args: chromiumFlags });

const open = async (workbook) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 760 } });
  await page.goto(`${site.url}?workbook=${workbook}`);
  await page.locator(".pa-body .pa-card").first().waitFor();
  await page.locator(".pa-busy").waitFor({ state: "detached" });
  return page;
};

/** Milliseconds inside the page until a condition holds after doing something, looked at every frame. */
const until = (page, act, holds) =>
  page.evaluate(`(async () => {
    const start = performance.now();
    ${act};
    while (!(${holds})) await new Promise(requestAnimationFrame);
    // And painted.
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
  })()`);

const repeated = async (once) => {
  const numbers = [];
  for (let run = 0; run < runs; run += 1) numbers.push(await once(run));
  return Math.round(median(numbers));
};

// From the first request to a pane that shows its counts and takes a click, without the time for fetching the test's own workbook.
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

// 10,000 homes: the button "Controleer opnieuw", from click to the new counts; the events of the workbook are quiet.
const big = await open("big");
await big.locator(".pa-tab").nth(1).click();
const validation = await repeated(() =>
  until(
    big,
    `window.began = false; document.querySelector(".pa-tools button").click()`,
    `(window.began ||= document.querySelector(".pa-busy") !== null) && !document.querySelector(".pa-busy")`,
  ),
);
// One cell typed: the change, the pause of 400 ms in which typing may go on, reading and checking everything again.
const edit = await repeated((run) =>
  until(
    big,
    `window.was = document.querySelector(".pa-big").textContent; await window.workbook.typed("Woningen", "F${10 + run}", "onzin", "local")`,
    `document.querySelector(".pa-big").textContent !== window.was`,
  ),
);
await big.close();

const many = await open("many");
const rendering = await repeated(async () => {
  await many.locator(".pa-tab").nth(0).click();
  return until(
    many,
    `document.querySelectorAll(".pa-tab")[1].click()`,
    `document.querySelectorAll(".pa-issue").length >= 60`,
  );
});
const filtering = await repeated(() =>
  until(
    many,
    `window.was = document.querySelector(".pa-filters .pa-pair span").textContent; document.querySelectorAll(".pa-filters input[type=checkbox]")[2].click()`,
    `document.querySelector(".pa-filters .pa-pair span").textContent !== window.was`,
  ),
);
await many.locator(".pa-filters input[type=checkbox]").nth(2).check();
const stepping = await repeated(() =>
  until(
    many,
    `window.was = document.querySelector(".pa-steps > span").textContent; document.querySelectorAll(".pa-steps button")[document.querySelectorAll(".pa-steps button").length - 1].click()`,
    `document.querySelector(".pa-steps > span").textContent !== window.was && document.querySelector(".pa-open")`,
  ),
);
await many.close();
await browser.close();

const size = (name) => {
  const bytes = readFileSync(join(site.folder, name));
  return { kB: Math.round(bytes.length / 1024), gz: Math.round(gzipSync(bytes).length / 1024) };
};
const first = size("page.js");
const css = size("page.css");
const later = site.assets
  .filter(({ name }) => name.endsWith(".js") && name !== "page.js")
  .map(({ name }) => ({ name: name.replace(/\.[0-9a-f]{8}\.js$/, ""), ...size(name) }))
  .filter(({ kB }) => kB > 1)
  .sort((a, b) => b.kB - a.kB);
site.close();

const folder = join(root, "docs/benchmarks");
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, "pane.md"),
  `# How quick the pane is

Made by \`node test/bench/pane.mjs\` in Chromium on a machine with ${cpus().length} cores, median of ${runs} runs. The workbook is an .xlsx in memory; in
Excel, fetching the cells comes on top of it.

| What | Measured | Wanted |
| --- | ---: | ---: |
| Pane interactive: scripts fetched and run, sample workbook read, counts on screen | ${interactive} ms | < 1000 ms |
| Checking 10,000 homes, indicators computed as well, from click to done | ${validation} ms | < 1000 ms |
| After one edit in 10,000 homes: new counts on screen, 400 ms of it a pause for whoever types on | ${edit} ms | < 1000 ms |
| 2,000 issues: list on screen | ${rendering} ms | < 200 ms |
| 2,000 issues: another filter | ${filtering} ms | < 100 ms |
| 2,000 issues: next issue, cell shown | ${stepping} ms | < 100 ms |

| Script | Size | Over the line (gzip) |
| --- | ---: | ---: |
| First script of the test page: pane, checks, indicators, agreements, and the reader of .xlsx files that Excel does not need | ${first.kB} kB | ${first.gz} kB |
| Style sheet | ${css.kB} kB | ${css.gz} kB |
${later.map(({ name, kB, gz }) => `| Later, when needed: \`${name}\` | ${kB} kB | ${gz} kB |`).join("\n")}

The charting library comes with the first chart, the expression evaluator with a municipality's own indicators, the maker of workbooks
with "Sjabloonbladen invoegen".
`,
);
console.log(readFileSync(join(folder, "pane.md"), "utf8"));
