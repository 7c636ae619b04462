// `pa` as it is published, in packages/cli/build: our own rooms and what others made, so that nothing else has to be installed beside
// it. Loaded in parts: a command that asks no calculation engine, Word or drawing reads none of it.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import webpack from "webpack";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The folder of the package a bundled file comes from. */
const packageFolder = (file) => /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file)?.[1];

/** The licence of a package as its makers wrote it down, or what its package.json says. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)(?!.*\.[jt]s$)/i.test(file));
  const text = texts.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
  return `${name} ${version} (${license})\n\n${text}`.trim();
}

/** Everything of others that went in, with its licence, in one text. */
class Licences {
  apply(compiler) {
    const folders = new Set([here("../../node_modules/@resvg/resvg-wasm")]);
    compiler.hooks.thisCompilation.tap("Licences", (compilation) => {
      // Before modules are joined: a joined one no longer says where its parts come from.
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
  // The version is read from package.json where the file stands; what is no module is found beside it.
  module: { parser: { javascript: { createRequire: false, importMeta: false, url: false } } },
  optimization: {
    minimize: false,
    // The engine (LGPL) stays whole and readable in a file of its own, so that whoever changes it can put theirs in its place.
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
