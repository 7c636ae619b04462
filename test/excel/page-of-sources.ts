/**
 * The scripts of the page, made from the sources as they are now, in one piece each: for tests that run them in jsdom. What is
 * shipped is made by webpack, and tested in Chromium.
 */
import { join } from "node:path";
import { build as bundle } from "vite";
import { root } from "./build.js";
import { officeWindow, type OfficeVersion, type OfficeWindow } from "./office-window.js";
import type { ModelWorkbook } from "./sheet-model.js";

const packages = ["indicators", "agreements", "quarterly", "functions", "xlsx", "spreadsheet", "charts"];
const entries = {
  functions: ["addin/functions/index.ts"],
  page: ["addin/functions/index.ts", "addin/excel/page.ts"],
} as const;
export type PageScript = keyof typeof entries;

const made = new Map<PageScript, Promise<string>>();

async function make(name: PageScript): Promise<string> {
  const virtual = "\0page";
  const result = await bundle({
    root,
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: {
      alias: [
        ...packages.map((each) => ({
          find: new RegExp(`^@prestatieafspraken/${each}$`),
          replacement: join(root, `packages/${each}/src/index.ts`),
        })),
        { find: /^#inflate$/, replacement: join(root, "packages/xlsx/src/inflate.ts") },
      ],
    },
    plugins: [
      {
        name: "page",
        resolveId: (id) => (id === "page" ? virtual : null),
        load: (id) =>
          id === virtual ? entries[name].map((path) => `import ${JSON.stringify(join(root, path))};`).join("\n") : null,
      },
    ],
    build: {
      write: false,
      minify: false,
      target: "es2022",
      rollupOptions: { input: "page", output: { format: "iife", codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) => ("output" in each ? each.output : []));
  const script = outputs.find((each) => each.type === "chunk");
  if (script === undefined) throw new Error("no script was made");
  return script.code;
}

/** A page with the sources running in it. */
export async function pageOfSources(
  version: OfficeVersion,
  script: PageScript = "functions",
  workbook?: ModelWorkbook,
): Promise<OfficeWindow> {
  if (!made.has(script)) made.set(script, make(script));
  const code = await made.get(script)!;
  const office = officeWindow(version, undefined, workbook);
  office.window.eval(code);
  return office;
}
