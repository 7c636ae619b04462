// Builds `pa` as published, in packages/cli/build: our packages and all dependencies, so that nothing else must be
// installed. Split into chunks: a command that uses no calculation engine, Word or charts loads none of them.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import webpack from "webpack";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The package folder of a bundled file. */
const packageFolder = (file) => /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file)?.[1];

/** The licence text of a package, or the licence in its package.json. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)(?!.*\.[jt]s$)/i.test(file));
  const text = texts.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
  return `${name} ${version} (${license})\n\n${text}`.trim();
}

/** Writes one file with the licences of all bundled third-party packages. */
class Licences {
  apply(compiler) {
    const folders = new Set([here("../../node_modules/@resvg/resvg-wasm")]);
    compiler.hooks.thisCompilation.tap("Licences", (compilation) => {
      // Runs before modules are concatenated, because those lose the path of their parts.
      compilation.hooks.finishModules.tap("Licences", (modules) => {
        for (const { resource } of modules) {
          const folder = resource === undefined ? undefined : packageFolder(resource);
          if (folder !== undefined && existsSync(join(folder, "package.json"))) folders.add(folder);
        }
      });
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "Licences", stage }, () => {
        const texts = [...folders].map(licenceOf).sort();
        const text = texts.join(`\n\n${"-".repeat(80)}\n\n`);
        compilation.emitAsset("THIRD-PARTY.txt", new webpack.sources.RawSource(`${text}\n`));
      });
    });
  }
}

export default {
  name: "pa",
  mode: "production",
  target: "node20",
  entry: { pa: here("dist/process.js") },
  output: {
    path: here("build"),
    filename: "[name].mjs",
    chunkFilename: ({ chunk }) => (chunk.name ? "pa.[name].mjs" : "pa.[contenthash:8].mjs"),
    module: true,
    chunkFormat: "module",
    library: { type: "module" },
    clean: true,
  },
  experiments: { outputModule: true },
  // Leaves these calls as they are: package.json and non-modules are found next to the file at run time.
  module: { parser: { javascript: { createRequire: false, importMeta: false, url: false } } },
  optimization: {
    minimize: false,
    // The engine (LGPL) stays unminified in its own file, so that users can replace it by a modified version.
    splitChunks: {
      cacheGroups: {
        engine: { test: /[\\/]node_modules[\\/]@odoo[\\/]/, name: "o-spreadsheet", chunks: "all", enforce: true },
      },
    },
  },
  externalsPresets: { node: true },
  plugins: [
    new CopyPlugin({
      patterns: [{ from: here("../../node_modules/@resvg/resvg-wasm/index_bg.wasm"), to: "resvg.wasm" }],
    }),
    new Licences(),
  ],
  performance: { hints: false },
  stats: "errors-warnings",
};
