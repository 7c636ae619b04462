// Steps that other commands need first: installing packages, building the product. Uses only Node's own modules.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const ending = process.platform === "win32" ? ".cmd" : "";
export const npm = `npm${ending}`;
export const npx = `npx${ending}`;

export const say = (text) => console.log(`• ${text}`);

/** Runs a command; shows its output only on failure, unless `show`. Returns true on success. */
export function run(command, args, { show = false, env = {}, cwd = root } = {}) {
  const done = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
    shell: process.platform === "win32",
  });
  if (done.status !== 0 && !show)
    process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}${done.error?.message ?? ""}\n`);
  return done.status === 0;
}

/** Runs programs of Node at the same time; shows the output of those that fail, and ends then. */
export async function mustAll(programs) {
  const failed = await Promise.all(
    Object.entries(programs).map(async ([what, args]) => {
      say(what);
      const output = [];
      const started = spawn(process.execPath, args, { cwd: root });
      for (const stream of [started.stdout, started.stderr]) stream.on("data", (text) => output.push(text));
      const status = await new Promise((resolve) => started.on("close", resolve));
      if (status === 0) return false;
      process.stderr.write(Buffer.concat(output));
      console.error(`✗ ${what}: mislukt / failed`);
      return true;
    }),
  );
  if (failed.includes(true)) process.exit(1);
}

export function must(what, command, args, options) {
  say(what);
  if (!run(command, args, options)) {
    console.error(`✗ ${what}: mislukt / failed (${command} ${args.join(" ")})`);
    process.exit(1);
  }
}

/** True if the packages of a folder are installed as its lock file says. */
export function isInstalled(folder = "") {
  const installed = join(root, folder, "node_modules/.package-lock.json");
  const lock = join(root, folder, "package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

export function install(folder = "") {
  if (isInstalled(folder)) return;
  const what = "Pakketten installeren met npm ci (eerste keer een minuut of twee) / Installing packages";
  must(what, npm, ["ci", "--no-audit", "--no-fund"], { cwd: join(root, folder) });
}

const generator = join(root, "scripts/generate.mjs");

/** Generates sources from data. */
export function generate() {
  must("Gegevens als bron / Data as sources", process.execPath, [
    generator,
    "agreements",
    "reference",
    "rules",
    "licences",
  ]);
}

/** Removes compiled files whose source is gone; they would be published otherwise. */
function removeLeavings() {
  for (const room of readdirSync(join(root, "packages"))) {
    const dist = join(root, "packages", room, "dist");
    if (!existsSync(dist)) continue;
    for (const name of readdirSync(dist, { recursive: true })) {
      const source = /^(.*?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(name)?.[1];
      if (source === undefined) continue;
      const made = join(root, "packages", room, "src", source);
      if (![".ts", ".tsx", ".json"].some((ending) => existsSync(`${made}${ending}`))) rmSync(join(dist, name));
    }
  }
}

/** Generates sources, runs TypeScript, then generates the output of the compiled packages. Fast if nothing changed. */
export function compile() {
  generate();
  removeLeavings();
  must("Bouwen (TypeScript) / Building", process.execPath, [
    join(root, "node_modules/typescript-native/bin/tsc"),
    "-b",
  ]);
  must("Functies / Functions", process.execPath, [generator, "functions"]);
  must("Hulp / Help", process.execPath, [join(root, "scripts/help/dist/write.js")]);
}

const onPath = (name) => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0;

/**
 * Programs that some tests need. Installs their Debian packages if possible; otherwise those tests are reported as
 * skipped. True if all programs are there.
 */
export function debianPrograms(programs) {
  const absent = Object.entries(programs).filter(([name]) => !onPath(name));
  if (absent.length === 0) return true;
  const packages = absent.map(([, debian]) => debian);
  if (!onPath("apt-get") || process.getuid?.() !== 0) {
    say(
      `Niet aanwezig / not present: ${absent.map(([name]) => name).join(", ")}; tests that need them are skipped. Install: apt-get install ${packages.join(" ")}`,
    );
    return false;
  }
  say(`Debian-pakketten installeren / Installing Debian packages: ${packages.join(" ")}`);
  const quiet = { env: { DEBIAN_FRONTEND: "noninteractive" } };
  run("apt-get", ["update", "-qq"], quiet);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quiet);
  return true;
}
