// One file of all rooms behind `pa`, in packages/cli/build: it starts three times as fast as some four hundred small ones.
// What others made stays outside, in its own package.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { dependencies } = JSON.parse(readFileSync(here("package.json"), "utf8"));
const packageOf = (request) => /^(?:@[^/]+\/)?[^/]+/.exec(request)[0];

export default {
  name: "pa",
  mode: "production",
  target: "node20",
  entry: { pa: here("dist/process.js") },
  output: {
    path: here("build"),
    filename: "[name].mjs",
    chunkFilename: "pa.[contenthash:8].mjs",
    module: true,
    chunkFormat: "module",
    library: { type: "module" },
    clean: true,
  },
  experiments: { outputModule: true },
  // The version is read from package.json where the file stands.
  module: { parser: { javascript: { createRequire: false, importMeta: false, url: false } } },
  optimization: { minimize: false },
  externalsPresets: { node: true },
  externalsType: "module",
  externals: [
    ({ request }, done) => {
      const own = /^[./#]/.test(request) || request.startsWith("@prestatieafspraken/") || request.startsWith("file:");
      if (own || /^[a-z]:[\\/]/i.test(request)) return done();
      if (request.startsWith("node:") || packageOf(request) in dependencies) return done(null, `module ${request}`);
      return done(new Error(`packages/cli/package.json must name ${packageOf(request)}, which a room of pa imports.`));
    },
  ],
  stats: "errors-warnings",
};
