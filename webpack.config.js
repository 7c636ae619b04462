// Builds the add-in and the workbench into build/ (npm run build), for development; `npm run package` puts them at another address.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import webpack from "webpack";
import { paneContentSecurity, plainContentSecurity, workbenchContentSecurity } from "./addin/content-security.mjs";
import { haveLeftOut } from "./addin/left-out.mjs";
import { WorkbenchOffline, workbenchFiles } from "./addin/workbench/build.mjs";
import { microsoft } from "./addin/host.mjs";
import { smallScripts } from "./addin/small-scripts.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const packages = [
  "indicators",
  "expressions",
  "charts",
  "agreements",
  "quarterly",
  "print",
  "functions",
  "xlsx",
  "spreadsheet",
];
const { version } = JSON.parse(readFileSync(here("package.json"), "utf8"));

export default (...[, argv = {}]) => {
  const production = argv.mode !== "development";
  const workbench = existsSync(here("addin/workbench/index.ts"));

  const page = (filename, template, chunks, contentSecurity) =>
    new HtmlPlugin({
      filename,
      template: here(template),
      chunks,
      // Scripts are ordinary and in order: the functions are registered before anything else is even fetched.
      scriptLoading: "blocking",
      inject: chunks.length > 0 ? "body" : false,
      hash: true,
      minify: false,
      templateParameters: { contentSecurity, officejs: microsoft, version },
    });

  return {
    mode: production ? "production" : "development",
    target: ["web", "es2020"],
    // Never a devtool that evaluates text: the pages forbid it.
    devtool: production ? false : "source-map",
    entry: {
      functions: here("addin/dist/functions/index.js"),
      // One page, one runtime: the pane shares the modules (and so the live hub) of the functions.
      taskpane: { import: here("addin/dist/excel/page.js"), dependOn: "functions" },
      ...(workbench && { workbench: here("addin/dist/workbench/index.js") }),
    },
    output: {
      path: here("build"),
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      cssFilename: "[name].css",
      clean: { keep: /^(?:demo|package)\// },
    },
    resolve: {
      // What the compiler made of the packages: `npm run build` compiles first, so that a build is never older.
      alias: {
        ...Object.fromEntries(
          packages.map((name) => [`@prestatieafspraken/${name}$`, here(`packages/${name}/dist/index.js`)]),
        ),
        "#inflate$": here("packages/xlsx/dist/inflate.js"),
        "#sha256$": here("packages/quarterly/dist/reading/sha256.js"),
      },
    },
    // The grid of the workbench is used as its makers published it: copied, loaded by the page, never bundled.
    externals: { "@odoo/o-spreadsheet": "o_spreadsheet", "@odoo/owl": "owl" },
    experiments: { css: true },
    module: {
      rules: [
        { test: haveLeftOut, loader: here("addin/left-out.mjs") },
        // While developing, a browser shows what people wrote, not what the compiler made of it.
        { test: /[\\/]dist[\\/].*\.js$/, exclude: haveLeftOut, extractSourceMap: !production },
      ],
    },
    performance: { hints: false },
    // Styles are made small by webpack's own choice.
    optimization: { minimizer: [smallScripts, "..."] },
    // What did not change is not made again; a build on a machine that starts from nothing keeps nothing for the next.
    cache: process.env.CI === undefined && {
      type: "filesystem",
      cacheDirectory: here("node_modules/.cache/webpack"),
      buildDependencies: {
        config: [fileURLToPath(import.meta.url), here("addin/small-scripts.mjs"), here("addin/left-out.mjs")],
      },
    },
    stats: "errors-warnings",
    plugins: [
      page("taskpane.html", "addin/excel/taskpane.html", ["functions", "taskpane"], paneContentSecurity(microsoft)),
      page("index.html", "addin/excel/start.html", [], plainContentSecurity()),
      ...(workbench
        ? [page("workbench.html", "addin/workbench/index.html", ["workbench"], workbenchContentSecurity())]
        : []),
      // The compiler leaves style sheets where they stand.
      new webpack.NormalModuleReplacementPlugin(/\.css$/, (asked) => {
        asked.context = asked.context.replace(here("addin/dist"), here("addin"));
      }),
      new CopyPlugin({
        patterns: [
          { from: "addin/assets/*.png", to: "assets/[name][ext]" },
          { from: "addin/excel/start.css", to: "start.css" },
          { from: "addin/excel/shortcuts.json", to: "shortcuts.json" },
          { from: "LICENSE", to: "LICENSE.txt", toType: "file" },
          { from: "addin/functions/functions*.json", to: "[name][ext]" },
          { from: "manifest.xml" },
          { from: "docs/help", to: "help", noErrorOnMissing: true },
          ...(workbench
            ? [
                {
                  from: "node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js",
                  to: "vendor/o_spreadsheet.js",
                },
                { from: "node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.css", to: "vendor/o_spreadsheet.css" },
                { from: "node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.xml", to: "vendor/o_spreadsheet.xml" },
                { from: "node_modules/@odoo/owl/dist/owl.iife.min.js", to: "vendor/owl.js" },
                ...workbenchFiles,
              ]
            : []),
        ],
      }),
      ...(workbench ? [new WorkbenchOffline()] : []),
    ],
  };
};
