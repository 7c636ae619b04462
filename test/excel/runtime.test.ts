/** The functions in Microsoft's custom functions runtime, in jsdom. */
import { pageOfSources } from "./page-of-sources.js";
import { describeRuntime } from "./runtime-suite.js";

describeRuntime("the functions in Microsoft's runtime (jsdom)", async (version) => {
  const office = await pageOfSources(version);
  return { host: office.host, close: () => office.close() };
});
