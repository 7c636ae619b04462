/** The built functions in Microsoft's custom functions runtime, in jsdom. */
import { built } from "./build.js";
import { officeWindow, runBuilt } from "./office-window.js";
import { describeRuntime } from "./runtime-suite.js";

describeRuntime("the built functions in Microsoft's runtime (jsdom)", async (version) => {
  const folder = await built();
  const office = officeWindow(version, folder);
  runBuilt(office, folder, "functions.js");
  return { host: office.host, close: () => office.close() };
});
