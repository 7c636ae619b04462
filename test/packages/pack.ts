/** The packages as npm would publish them, packed and unpacked for tests that use them like an outside project. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const rooms = readdirSync(join(root, "packages")).sort();
/** The packages meant for import; `pa` is a program. */
export const libraries = rooms.filter((room) => room !== "cli");

export interface Manifest extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
export const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/** Packs every package into `folder`, as for publishing, and returns the tarballs. */
export function packAll(folder: string): Readonly<Record<string, string>> {
  mkdirSync(folder, { recursive: true });
  const words = ["pack", "--pack-destination", folder, ...rooms.flatMap((room) => ["--workspace", `packages/${room}`])];
  execFileSync("npm", words, {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    shell: process.platform === "win32",
  });
  return Object.fromEntries(
    rooms.map((room) => {
      const file = readdirSync(folder).find((name) => name.startsWith(`prestatieafspraken-${room}-`));
      if (file === undefined) throw new Error(`No tarball of ${room}`);
      return [room, join(folder, file)];
    }),
  );
}

/** Unpacks a tarball into a project's node_modules, and returns its folder. */
export function unpack(tarball: string, room: string, project: string): string {
  const folder = join(project, "node_modules/@prestatieafspraken", room);
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]);
  return folder;
}

/** Adds what npm would install: a package's third-party dependencies, from this checkout. */
export function linkOthers(project: string, room: string): void {
  for (const name of Object.keys(manifestOf(join(root, "packages", room)).dependencies ?? {})) {
    const link = join(project, "node_modules", name);
    // Our own packages come from their tarballs.
    if (name.startsWith("@prestatieafspraken/") || existsSync(link)) continue;
    const own = join(root, "packages", room, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(existsSync(own) ? own : join(root, "node_modules", name), link);
  }
}

export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );

/** Size of a folder in megabytes (10^6 bytes). */
export const megabytes = (folder: string): number =>
  filesBelow(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1e6;
