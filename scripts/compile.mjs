// npm run compile: generates sources from data, runs TypeScript, then generates the output of the compiled packages
// (functions.json, the reference).
// Generated files are all made here and are not in git.
import { compile } from "./prepare.mjs";

compile();
