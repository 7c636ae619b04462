// Lets a Node benchmark import the tests' TypeScript: node --import ./test/bench/typescript.mjs …
import { register } from "node:module";

register("./typescript-hooks.mjs", import.meta.url);
