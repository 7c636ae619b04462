// The workbench's part of a build: the grid as published by its makers, its licences, and offline support.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import webpack from "webpack";

const modules = "node_modules";
const { version: gridVersion } = JSON.parse(readFileSync(`${modules}/@odoo/o-spreadsheet/package.json`, "utf8"));
const { version: owlVersion } = JSON.parse(readFileSync(`${modules}/@odoo/owl/package.json`, "utf8"));

/** Files to copy next to the page. */
export const workbenchFiles = [
  { from: "addin/workbench/workbench.webmanifest" },
  { from: `${modules}/font-awesome/css/font-awesome.min.css`, to: "vendor/font-awesome/css/font-awesome.min.css" },
  { from: `${modules}/font-awesome/fonts/fontawesome-webfont.*`, to: "vendor/font-awesome/fonts/[name][ext]" },
  { from: `${modules}/bootstrap/dist/css/bootstrap-utilities.min.css`, to: "vendor/bootstrap-utilities.css" },
  { from: `${modules}/@odoo/o-spreadsheet/LICENSE`, to: "vendor/o_spreadsheet.LICENSE.txt", toType: "file" },
];

const about = `The files in this folder are the work of others, unchanged. You may replace them by another version.

o_spreadsheet.js, .css, .xml   @odoo/o-spreadsheet ${gridVersion}, Odoo S.A., LGPL-3.0-or-later (o_spreadsheet.LICENSE.txt)
                               https://github.com/odoo/o-spreadsheet
owl.js                         @odoo/owl ${owlVersion}, Odoo S.A., LGPL-3.0-only (the same text)
                               https://github.com/odoo/owl
bootstrap-utilities.css        Bootstrap, The Bootstrap Authors, MIT, https://getbootstrap.com
font-awesome/                  Font Awesome 4.7.0 by Dave Gandy: font under SIL OFL 1.1, style sheet under MIT
                               https://fontawesome.com/v4
`;

const isPartOfWorkbench = (name) =>
  !/\.map$|^(?:taskpane|functions|index|shortcuts|start|manifest)\.|^functions-|^help\//.test(name);

/** Files without which the workbench does not work. */
const isNeeded = (name) => /\.(?:html|js|css|xml)$/.test(name);
const isHashed = (name) => /\.[0-9a-f]{8}\.(?:js|css)$/.test(name);

/** Writes the attribution of the grid, and the service worker with the list of the workbench's files. */
export class WorkbenchOffline {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("WorkbenchOffline", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "WorkbenchOffline", stage }, (assets) => {
        const { RawSource } = webpack.sources;
        compilation.emitAsset("vendor/README.txt", new RawSource(about));
        const names = Object.keys(assets).filter(isPartOfWorkbench).sort();
        const hash = createHash("sha256");
        for (const name of names) hash.update(name).update(assets[name].buffer());
        const page = "workbench.html";
        // Files without a hash in their name get it as a query, as in the page's own requests.
        const address = (name) => (name === page || isHashed(name) ? name : `${name}?${compilation.hash}`);
        const needed = names.filter((name) => name !== page && isNeeded(name)).map(address);
        const pleasant = names.filter((name) => !isNeeded(name));
        const worker = readFileSync("addin/workbench/service-worker.js", "utf8")
          .replace("self.__NEEDED__", JSON.stringify([page, ...needed]))
          .replace("self.__PLEASANT__", JSON.stringify(pleasant))
          .replace("__VERSION__", hash.digest("hex").slice(0, 12));
        compilation.emitAsset("workbench-sw.js", new RawSource(worker));
      });
    });
  }
}
