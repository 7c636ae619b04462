/** The built functions in Microsoft's custom functions runtime, in jsdom. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { built } from "./build.js";
import { officeWindow } from "./office-window.js";
import { describeRuntime } from "./runtime-suite.js";

describeRuntime("the built functions in Microsoft's runtime (jsdom)", async (version) => {
  const folder = await built();
  const office = officeWindow(version, folder);
  office.window.eval(readFileSync(join(folder, "functions.js"), "utf8"));
  return { host: office.host, close: () => office.close() };
});
