import { createRequire } from "node:module";

const own = createRequire(import.meta.url)("../package.json") as {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
};

export const version = own.version;

/** Versions of our packages, for the receipt of a report. */
export const versions: Readonly<Record<string, string>> = {
  pa: own.version,
  ...Object.fromEntries(
    Object.entries(own.devDependencies)
      .filter(([name]) => name.startsWith("@prestatieafspraken/"))
      .map(([name, number]) => [name.replace("@prestatieafspraken/", ""), number]),
  ),
};
