// node scripts/readers.mjs: seven readers, each followed literally from a fresh browser or shell to what they came for. Prints the record
// that stands in docs/developers/readers.md; ends with code 1 when a reader does not arrive.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npm, root } from "./prepare.mjs";
import { serveFolder } from "./serve.mjs";
import { launchChromium } from "../test/chromium.mjs";

const folder = mkdtempSync(join(tmpdir(), "readers-"));
const file = (name) => join(folder, name);
const run = (program, args, options = {}) => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: "utf8", ...options });
  return { status, told: `${stdout}${stderr}` };
};
const pa = (...words) => run(process.execPath, [join(root, "packages/cli/bin/pa.mjs"), "--lang", "nl", ...words]);
const expect = (holds, what) => {
  if (!holds) throw new Error(what);
};

const site = file("site");
const made = run(process.execPath, [join(root, "scripts/site.mjs"), site]);
expect(made.status === 0, made.told);
const server = createServer(serveFolder(site));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://localhost:${server.address().port}/`;
const browser = await launchChromium();

/** A browser that was never here before, at an address. */
const fresh = async (locale, path = "workbench.html") => {
  const page = await (
    await browser.newContext({ locale, acceptDownloads: true, viewport: { width: 1280, height: 800 } })
  ).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(address + path);
  if (path === "workbench.html") {
    await page.waitForSelector("html[data-ready]");
    await page.locator("#pane .pa-busy").waitFor({ state: "detached" });
  }
  return page;
};
const screen = async (page, name) => {
  await page.locator("#pane nav").getByRole("button", { name, exact: true }).click();
  await page.locator("#pane .pa-busy").waitFor({ state: "detached" });
};
const openFile = async (page, path) => {
  await page.locator("#picker").setInputFiles(path);
  await page.locator("#busy").waitFor({ state: "hidden" });
  await page.locator("#pane .pa-busy").waitFor({ state: "detached" });
};

/** What each came for, the steps, and what they have at the end. */
const readers = [
  {
    name: "Policy analyst",
    act: async () => {
      pa("template", "--sample", file("wywonen.xlsx"));
      pa("template", "--sample", "--clean", file("gemeente.xlsx"));
      const page = await fresh("nl-NL");
      await page.locator("#waySample").click();
      await page.locator("#pane").getByText("5 fouten").first().waitFor();
      await openFile(page, file("gemeente.xlsx"));
      await screen(page, "Verzamelen");
      await page.locator("#pane input[type=file]").first().setInputFiles(file("wywonen.xlsx"));
      await page.locator("#pane").getByText("wywonen.xlsx").first().waitFor();
      await page.locator("#pane").getByRole("button", { name: "Voeg toe aan deze werkmap" }).click();
      await page.locator("#pane").getByText("wywonen.xlsx is toegevoegd").first().waitFor();
      await screen(page, "Overdracht");
      const downloaded = page.waitForEvent("download");
      await page.locator("#pane").getByRole("button", { name: "Twee pagina's om te printen" }).click();
      const report = readFileSync(await (await downloaded).path(), "utf8");
      expect(report.includes("Waarover gaat het gesprek?"), "no report");
      return "a report of two returns brought together";
    },
  },
  {
    name: "Data officer",
    act: async () => {
      pa("template", "--sample", file("opgave.xlsx"));
      const page = await fresh("nl-NL");
      await openFile(page, file("opgave.xlsx"));
      await page.locator("#pane").getByLabel("Toon alleen").selectOption("portaal");
      await page.locator("#pane").getByRole("button", { name: "Naar de controle" }).click();
      await page.locator("#pane .pa-issue", { hasText: "Beginstand is 95" }).locator("button").first().click();
      await page.locator("#pane").getByRole("button", { name: "Naar de cel" }).click();
      await page.locator("#cell", { hasText: "Voorraad D22" }).waitFor();
      await page.keyboard.type("96");
      await page.keyboard.press("Enter");
      await page.locator("#pane .pa-issue", { hasText: "Beginstand is 95" }).waitFor({ state: "detached" });
      const downloaded = page.waitForEvent("download");
      await page.locator("#save").click();
      await (await downloaded).saveAs(file("terug.xlsx"));
      const { told } = pa("check", file("terug.xlsx"), "--party", "Portaal");
      expect(!told.includes("PA-402"), told);
      return "a return without that error, saved and checked again";
    },
  },
  {
    name: "Tenants' representative",
    act: async () => {
      pa("template", "--sample", "--clean", file("monster.xlsx"));
      const page = await fresh("nl-NL");
      await openFile(page, file("monster.xlsx"));
      await screen(page, "Indicatoren");
      const line = page.locator("#pane .pa-line", { hasText: "Aandeel sociale huur in nieuwbouw" }).first();
      await line.locator("summary").click();
      await line.getByText("328 sociale huurwoningen / 1.034").first().waitFor();
      expect((328 / 1034).toFixed(3) === "0.317", "328 / 1034");
      const help = await page.locator("#pane").getByRole("link", { name: /^Hulp/ }).getAttribute("href");
      await page.goto(new URL(help, page.url()).href);
      await page.getByRole("link", { name: "streefnorm", exact: true }).first().click();
      await page.getByText("Een norm waar partijen naar streven").first().waitFor();
      return "31,7% = 328 / 1.034 recalculated, and a word looked up";
    },
  },
  {
    name: "Administrator",
    act: async () => {
      const { status, told } = run(
        process.execPath,
        [join(root, "scripts/package.mjs"), "https://pa.gemeente.nl", "--out", file("package")],
        { cwd: root },
      );
      expect(status === 0, told);
      const [name] = readdirSync(file("package")).filter((each) => !each.endsWith(".zip"));
      const package_ = join(file("package"), name);
      const sums = readFileSync(join(package_, "SHA256SUMS"), "utf8").trim().split("\n");
      for (const [sum, path] of sums.map((line) => line.split("  ")))
        expect(
          createHash("sha256")
            .update(readFileSync(join(package_, path)))
            .digest("hex") === sum,
          path,
        );
      expect(
        readFileSync(join(package_, "manifest.xml"), "utf8").includes("https://pa.gemeente.nl/help/nl/index.html"),
        "help",
      );
      return `a folder for IIS, nginx, Apache or Caddy; ${sums.length} files verified`;
    },
  },
  {
    name: "Developer elsewhere",
    act: () => {
      const project = file("project");
      mkdirSync(join(project, "node_modules/@prestatieafspraken"), { recursive: true });
      const packed = run(
        npm,
        ["pack", "-w", "packages/indicators", "--pack-destination", project, "--ignore-scripts"],
        { cwd: root },
      );
      expect(packed.status === 0, packed.told);
      const [tarball] = readdirSync(project).filter((each) => each.endsWith(".tgz"));
      const target = join(project, "node_modules/@prestatieafspraken/indicators");
      mkdirSync(target);
      run("tar", ["-xzf", join(project, tarball), "-C", target, "--strip-components", "1"]);
      for (const each of Object.keys(JSON.parse(readFileSync(join(target, "package.json"), "utf8")).dependencies)) {
        mkdirSync(join(project, "node_modules", each, ".."), { recursive: true });
        symlinkSync(join(root, "node_modules", each), join(project, "node_modules", each));
      }
      writeFileSync(
        join(project, "one.mjs"),
        'import { evaluate } from "@prestatieafspraken/indicators";\nconsole.log(evaluate("SOCIALSHARE", { social: 55, homes: 660 }).exact);\n',
      );
      const { told } = run(process.execPath, ["one.mjs"], { cwd: project });
      expect(told.trim() === "1/12", told);
      return "1/12 from a package of our own making";
    },
  },
  {
    name: "New maintainer",
    act: () => {
      const compiled = run(npm, ["run", "--silent", "compile"], { cwd: root });
      expect(compiled.status === 0, compiled.told);
      const { status, told } = run(
        process.execPath,
        [join(root, "node_modules/vitest/vitest.mjs"), "run", "packages/indicators/test/label.test.ts"],
        { cwd: root },
      );
      expect(status === 0, told);
      return "everything compiled, and the tests of one part run";
    },
  },
  {
    name: "English reviewer",
    act: async () => {
      const page = await fresh("en-GB");
      await page.locator("#waySample").click();
      await page.locator("#pane").getByText("5 errors").first().waitFor();
      await screen(page, "Indicators");
      await page.locator("#pane").getByText("not known yet").first().waitFor();
      await page.goto(`${address}help/en/index.html`);
      await page.getByRole("searchbox").fill("effort norm");
      await page.keyboard.press("Enter");
      await page.locator("#found a").first().waitFor();
      await page.goto(`${address}help/en/start.html`);
      await page.getByRole("heading", { name: "Start in 90 seconds" }).waitFor();
      return "the sample, the verdicts and the manual, in English";
    },
  },
];

let missed = 0;
console.log("| Reader | Came to | Seconds |\n| --- | --- | ---: |");
for (const { name, act } of readers) {
  const since = Date.now();
  try {
    const end = await act();
    console.log(`| ${name} | ${end} | ${((Date.now() - since) / 1000).toFixed(0)} |`);
  } catch (error) {
    missed += 1;
    console.log(
      `| ${name} | NOT THERE: ${String(error).split("\n")[0]} | ${((Date.now() - since) / 1000).toFixed(0)} |`,
    );
  }
}
await browser.close();
server.closeAllConnections();
server.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = missed === 0 ? 0 : 1;
