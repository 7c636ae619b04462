// For mutation testing only (vitest.stryker.config.ts): it runs the properties thousands of times, so each run uses fewer
// examples.
import fc from "fast-check";

fc.configureGlobal({ numRuns: 20 });
