#!/usr/bin/env node
import { main } from "../dist/main.js";

// Whoever reads our output may stop reading ("pa report ... | head"): that is no error.
process.stdout.on("error", (problem) => {
  if (problem.code === "EPIPE") process.exit(0);
  throw problem;
});
process.exitCode = await main(process.argv.slice(2));
