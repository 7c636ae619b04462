// node scripts/readers.mjs [--site folder] [--write] [name…]: seven readers, each followed literally from a fresh browser or
// shell to what they came for. Prints the record, writes it to docs/developers/readers.md with --write; ends with code 1 when
// a reader does not arrive.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { npm, root } from "./prepare.mjs";
import { serveFolder } from "./serve.mjs";
import { launchChromium } from "../test/chromium.mjs";

const words = process.argv.slice(2);
const given = words.includes("--site") ? words[words.indexOf("--site") + 1] : undefined;
const named = words.filter((word, i) => !word.startsWith("--") && words[i - 1] !== "--site");

const folder = mkdtempSync(join(tmpdir(), "readers-"));
const file = (name) => join(folder, name);
/** Runs a program as in a new shell: where it stands, without the settings of the npm that started us. */
const run = (program, args, cwd = folder) => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_/i.test(name)));
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: "utf8", maxBuffer: 1 << 28 });
  return { status, told: `${stdout}${stderr}` };
};
const expect = (holds, what) => {
  if (!holds) throw new Error(what);
};
const must = (program, args, cwd) => {
  const { status, told } = run(program, args, cwd);
  expect(status === 0, told);
  return told;
};
const pa = (...args) => run(process.execPath, [join(root, "packages/cli/bin/pa.mjs"), "--lang", "nl", ...args]);

const site = given ?? file("site");
if (given === undefined) must(process.execPath, [join(root, "scripts/site.mjs"), site]);
const server = createServer(serveFolder(site));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://localhost:${server.address().port}/`;
const browser = await launchChromium();

/** The workbench in a browser that was never here before. */
const fresh = async (locale) => {
  const context = await browser.newContext({ locale, acceptDownloads: true, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${address}workbench.html`);
  await page.waitForSelector("html[data-ready]");
  await settled(page);
  const pane = page.locator("#pane");
  return { page, pane, press: (name) => pane.getByRole("button", { name, exact: true }).click() };
};
const settled = (page) => page.locator("#pane .pa-busy").waitFor({ state: "detached" });
const screen = async (page, name) => {
  await page.locator("#pane nav").getByRole("button", { name, exact: true }).click();
  await settled(page);
};
const openFile = async (page, path) => {
  await page.locator("#picker").setInputFiles(path);
  await page.locator("#busy").waitFor({ state: "hidden" });
  await settled(page);
};
const saved = async (page, act, path) => {
  const downloaded = page.waitForEvent("download");
  await act();
  await (await downloaded).saveAs(path);
};

/** What each has at the start, the steps, and what they have at the end. */
const readers = [
  {
    name: "Policy analyst",
    start: "the workbench in a new browser; the municipality's workbook and the return of WYwonen in a folder",
    prepare: () => {
      pa("template", "--sample", file("wywonen.xlsx"));
      pa("template", "--sample", "--clean", file("gemeente.xlsx"));
    },
    act: async (step) => {
      const { page, pane, press } = await fresh("nl-NL");
      step("chooses “Rondkijken in het voorbeeld” and sees 5 errors");
      await page.locator("#waySample").click();
      await pane.getByText("5 fouten").first().waitFor();
      step("opens the municipality's workbook");
      await openFile(page, file("gemeente.xlsx"));
      step("chooses Verzamelen, adds the return, and chooses “Voeg toe aan deze werkmap”");
      await screen(page, "Verzamelen");
      await pane.locator("input[type=file]").first().setInputFiles(file("wywonen.xlsx"));
      await pane.getByText("wywonen.xlsx").first().waitFor();
      await press("Voeg toe aan deze werkmap");
      await pane.getByText("wywonen.xlsx is toegevoegd").first().waitFor();
      step("chooses Overdracht and “Twee pagina's om te printen”");
      await screen(page, "Overdracht");
      await saved(page, () => press("Twee pagina's om te printen"), file("report.html"));
      expect(readFileSync(file("report.html"), "utf8").includes("Waarover gaat het gesprek?"), "no report");
      return "a report of two returns brought together";
    },
  },
  {
    name: "Data officer",
    start: "the workbench in a new browser; the return in a folder",
    prepare: () => pa("template", "--sample", file("opgave.xlsx")),
    act: async (step) => {
      const { page, pane, press } = await fresh("nl-NL");
      step("opens the return and chooses Portaal at “Toon alleen”");
      await openFile(page, file("opgave.xlsx"));
      await pane.getByLabel("Toon alleen").selectOption("portaal");
      step("chooses “Naar de controle”, and the issue about the Beginstand");
      await press("Naar de controle");
      const issue = pane.locator(".pa-issue", { hasText: "Beginstand is 95" });
      await issue.locator("button").first().click();
      step("chooses “Naar de cel”, types 96, presses Enter; the issue is gone");
      await press("Naar de cel");
      await page.locator("#cell", { hasText: "Voorraad D22" }).waitFor();
      await page.keyboard.type("96");
      await page.keyboard.press("Enter");
      await issue.waitFor({ state: "detached" });
      step("chooses “Bewaren als .xlsx” and has the file checked again");
      await saved(page, () => page.locator("#save").click(), file("terug.xlsx"));
      const { told } = pa("check", file("terug.xlsx"), "--party", "Portaal");
      expect(told.includes("Voorraad") && !told.includes("PA-402"), told);
      return "a return without that error, ready to send";
    },
  },
  {
    name: "Tenants' representative",
    start: "the workbench in a new browser; the workbook in a folder",
    prepare: () => pa("template", "--sample", "--clean", file("monster.xlsx")),
    act: async (step) => {
      const { page, pane } = await fresh("nl-NL");
      step("opens the workbook and chooses Indicatoren");
      await openFile(page, file("monster.xlsx"));
      await screen(page, "Indicatoren");
      step("opens “Berekening en bron” of the social share in new build and divides 328 by 1,034");
      const line = pane.locator(".pa-line", { hasText: "Aandeel sociale huur in nieuwbouw" }).first();
      await line.locator("summary").click();
      await line.getByText("328 sociale huurwoningen / 1.034").first().waitFor();
      // 328 / 1,034 = 0.3172, by hand.
      await line.getByText("31,7%").first().waitFor();
      step("chooses Hulp and follows the word “streefnorm”");
      const help = await pane.getByRole("link", { name: /^Hulp/ }).getAttribute("href");
      await page.goto(new URL(help, page.url()).href);
      await page.getByRole("link", { name: "streefnorm", exact: true }).first().click();
      await page.getByText("Een norm waar partijen naar streven").first().waitFor();
      return "31.7% = 328 / 1,034 recalculated, and a word looked up";
    },
  },
  {
    name: "Administrator",
    start: "the archive of a release, unpacked, and a browser; no Node",
    prepare: () => must(process.execPath, [join(root, "scripts/package.mjs"), "--out", file("package")], root),
    act: async (step) => {
      const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
      const unpacked = join(folder, "package", `prestatieafspraken-${version}`);
      const sumOf = (path) =>
        createHash("sha256")
          .update(readFileSync(join(unpacked, path)))
          .digest("hex");
      step("compares each checksum in SHA256SUMS");
      const sums = readFileSync(join(unpacked, "SHA256SUMS"), "utf8").trim().split("\n");
      for (const [sum, path] of sums.map((line) => line.split("  "))) expect(sumOf(path) === sum, path);
      step("opens adres-invullen.html, fills in the address and puts the three files in web/");
      const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
      await page.goto(pathToFileURL(join(unpacked, "adres-invullen.html")).href);
      await page.getByLabel("Adres / address").fill("https://pa.gemeente.nl");
      await page.getByRole("button").click();
      const links = page.locator("#made a");
      await links.first().waitFor();
      for (const link of await links.all())
        await saved(page, () => link.click(), join(unpacked, "web", await link.getAttribute("download")));
      step("finds the address of the help in the manifest, and the configuration for the web server");
      const manifest = readFileSync(join(unpacked, "web/manifest.xml"), "utf8");
      expect(manifest.includes("https://pa.gemeente.nl/help/nl/index.html"), "no help in the manifest");
      for (const each of ["web.config", "nginx.conf", "apache.htaccess", "Caddyfile"])
        expect(existsSync(join(unpacked, "server", each)), each);
      return `a folder for the web server and a manifest; ${sums.length} files verified`;
    },
  },
  {
    name: "Developer elsewhere",
    start: "a compiled clone, and an empty project with a new shell",
    prepare: () => must(npm, ["run", "--silent", "compile"], root),
    act: (step) => {
      const project = file("project");
      mkdirSync(project);
      step("`npm pack -w packages/indicators` in the clone");
      must(npm, ["pack", "-w", "packages/indicators", "--pack-destination", project], root);
      const [tarball] = readdirSync(project);
      step("`npm install` with that package in the project");
      must(npm, ["install", "--no-audit", "--no-fund", `./${tarball}`], project);
      step("pastes the first lines of the page on the library and runs them");
      const page = readFileSync(join(root, "docs/developers/library.md"), "utf8");
      const [, block] = /```ts runnable\n([\s\S]*?)```/.exec(page);
      writeFileSync(join(project, "one.mjs"), `${block}\nconsole.log(share.exact, share.display.en);\n`);
      const answer = must(process.execPath, ["one.mjs"], project).trim();
      expect(answer === "1/12 8.3%", answer);
      return "one figure, 1/12 or 8.3%, in a project of their own";
    },
  },
  {
    name: "New maintainer",
    start: "a new clone and a new shell",
    prepare: () => must("git", ["clone", "--quiet", "--no-hardlinks", root, file("clone")]),
    act: (step) => {
      const clone = file("clone");
      step("`npm ci` and `npm run compile`");
      must(npm, ["ci", "--no-audit", "--no-fund"], clone);
      must(npm, ["run", "--silent", "compile"], clone);
      step("changes what is expected in a test of one part, runs that test, and sees it fail");
      const path = join(clone, "packages/indicators/test/label.test.ts");
      const text = readFileSync(path, "utf8");
      const test = () => run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", path], clone);
      writeFileSync(path, `${text}\nit("is a first change", () => expect(1).toBe(2));\n`);
      const red = test();
      expect(red.status === 1 && red.told.includes("is a first change"), red.told);
      step("puts it right and sees it pass");
      writeFileSync(path, `${text}\nit("is a first change", () => expect(1).toBe(1));\n`);
      const green = test();
      expect(green.status === 0, green.told);
      return "everything compiled, and a first change tested";
    },
  },
  {
    name: "English reviewer",
    start: "the workbench in a new English browser",
    prepare: () => undefined,
    act: async (step) => {
      const { page, pane } = await fresh("en-GB");
      step("opens the sample, sees 5 errors, chooses Indicators and reads a verdict");
      await page.locator("#waySample").click();
      await pane.getByText("5 errors").first().waitFor();
      await screen(page, "Indicators");
      await pane.getByText("not known yet").first().waitFor();
      step("chooses Help");
      const help = await pane.getByRole("link", { name: /^Help/ }).getAttribute("href");
      await page.goto(new URL(help, page.url()).href);
      await page.locator('html[lang="en"]').waitFor();
      step("searches the help for “effort norm” and opens what is found");
      await page.goto(`${address}help/en/index.html`);
      await page.getByRole("searchbox").fill("effort norm");
      await page.keyboard.press("Enter");
      await page.locator("#found a").first().click();
      await page
        .getByText(/effort norm/i)
        .first()
        .waitFor();
      step("reads the page “Start in 90 seconds”");
      await page.goto(`${address}help/en/start.html`);
      await page.getByRole("heading", { name: "Start in 90 seconds" }).waitFor();
      return "the sample, the verdicts and the manual, in English";
    },
  },
];

const sections = [];
let missed = 0;
for (const { name, start, prepare, act } of readers.filter((each) => !named.length || named.includes(each.name))) {
  const steps = [];
  let end;
  let since = Date.now();
  try {
    await prepare();
    since = Date.now();
    end = await act((step) => steps.push(step));
  } catch (error) {
    missed += 1;
    end = `NOT THERE: ${error instanceof Error ? error.message : String(error)}`;
  }
  const seconds = Math.max(1, Math.round((Date.now() - since) / 1000));
  const lines = steps.map((step, i) => `${i + 1}. ${step[0].toUpperCase()}${step.slice(1)}.`);
  sections.push(`## ${name}\n\nStart: ${start}.\n\n${lines.join("\n")}\n\nEnd, after ${seconds} s: ${end}.\n`);
  console.log(sections.at(-1));
}
await browser.close();
server.closeAllConnections();
server.close();
rmSync(folder, { recursive: true, force: true });

if (words.includes("--write") && missed === 0 && named.length === 0)
  writeFileSync(
    join(root, "docs/developers/readers.md"),
    `# Seven readers

Each begins where nobody was before, follows these steps literally and ends with what they came for. \`node scripts/readers.mjs --write\` follows them and writes this page; last on
${new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}, on a machine of two cores that other programs shared. The time is that of the programs: a person also reads.

${sections.join("\n")}`,
  );
process.exitCode = missed === 0 ? 0 : 1;
