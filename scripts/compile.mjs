// npm run compile: sources made from data, then TypeScript, then what the compiled packages make (functions.json, the reference).
// Whatever is generated is made here and stays out of git.
import { compile } from "./prepare.mjs";

compile();
