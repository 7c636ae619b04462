// Mutation testing only (vitest.stryker.config.ts): thousands of runs of the properties, so fewer examples in each.
import fc from "fast-check";

fc.configureGlobal({ numRuns: 20 });
