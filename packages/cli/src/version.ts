import { createRequire } from "node:module";

const own = createRequire(import.meta.url)("../package.json") as {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
};

export const version = own.version;

/** Versions of ours that a report was made with, for its receipt; `pa` is built of them. */
export const versions: Readonly<Record<string, string>> = {
  pa: own.version,
  ...Object.fromEntries(
    Object.entries(own.devDependencies)
      .filter(([name]) => name.startsWith("@prestatieafspraken/"))
      .map(([name, number]) => [name.replace("@prestatieafspraken/", ""), number]),
  ),
};
