// npm run build [-- --env host=https://… --env officejs=https://…]: the add-in and the workbench, in build/; and `pa` as one file.
import { join } from "node:path";
import { compile, install, must, root } from "./prepare.mjs";

install();
compile();
must("Add-in en werkbank bouwen in build/ / Building add-in and workbench", process.execPath, [
  join(root, "node_modules/webpack/bin/webpack.js"),
  ...process.argv.slice(2),
]);
must("pa in één bestand / pa in one file", process.execPath, [
  join(root, "node_modules/webpack/bin/webpack.js"),
  "--config",
  join(root, "packages/cli/webpack.config.js"),
]);
