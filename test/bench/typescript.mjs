// Lets a benchmark in Node use the TypeScript of the tests: node --import ./test/bench/typescript.mjs …
import { register } from "node:module";

register("./typescript-hooks.mjs", import.meta.url);
