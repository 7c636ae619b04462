/**
 * The built add-in, for tests of what is shipped. Builds once if the sources are newer; test files wait for each other.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, pages } from "../../scripts/pages.mjs";

export { root } from "../../scripts/prepare.mjs";
export { build };

let made: Promise<string> | undefined;
/** Waits for a build of these sources, building if needed. While tests run, the sources stay as they are. */
export const built = (): Promise<string> => (made ??= pages());

export const builtFile = (name: string): string => readFileSync(join(build, name), "utf8");
