// The licence beside each package: npm packs it, as EUPL-1.2 article 5 requires. Packing itself changes no source, so it
// can run beside a build.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default readdirSync(`${root}/packages`).map((name) => ({
  file: `packages/${name}/LICENSE`,
  make: () => readFileSync(`${root}/LICENSE`, "utf8"),
}));
