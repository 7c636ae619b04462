// Lint holds the walls of the house: which room may open onto which, and what may not enter the pure rooms.
import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";
import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

const ours = "@prestatieafspraken/";
/** A room and the rooms it may import from. */
const mayImport = {
  indicators: [],
  expressions: ["indicators"],
  charts: ["indicators"],
  agreements: ["indicators", "expressions"],
  quarterly: ["indicators", "expressions"],
  print: ["indicators", "charts", "quarterly"],
  functions: ["indicators", "quarterly"],
  xlsx: ["indicators", "quarterly", "functions"],
  spreadsheet: ["indicators", "quarterly", "functions", "xlsx"],
  cli: ["indicators", "agreements", "quarterly", "print", "functions", "xlsx", "spreadsheet"],
};
const pure = ["indicators", "expressions", "charts", "quarterly", "print", "functions"];

const walls = Object.entries(mayImport).map(([room, allowed]) => ({
  files: [`packages/${room}/src/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: [`${ours}*`, ...allowed.map((name) => `!${ours}${name}`)],
            message: `packages/${room} may import only: ${allowed.join(", ") || "nothing of ours"}.`,
          },
          ...(pure.includes(room)
            ? [
                {
                  group: ["node:*", "fs", "path", "http", "https", "os", "child_process"],
                  message: "A pure package knows no host.",
                },
              ]
            : []),
        ],
      },
    ],
  },
}));

const noHost = [
  "window",
  "document",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "localStorage",
  "process",
  "Buffer",
  "Office",
  "Excel",
  "CustomFunctions",
  "setTimeout",
  "setInterval",
  "performance",
  "navigator",
];

const writtenOnce =
  "Use fill, writtenNumber, dayText or quarterText: they know the language, the plural and the format.";

const decimalComma = {
  selector: "CallExpression[callee.property.name=/^replace(All)?$/][arguments.0.value='.'][arguments.1.value=',']",
  message: "Use typedNumber or writtenNumber: they know the language.",
};

export default tseslint.config(
  {
    ignores: [
      "**/dist/**",
      "**/node_modules/**",
      "**/build/**",
      "coverage/**",
      "reports/**",
      "docs/help/**",
      "**/*.generated.*",
      ".stryker-tmp/**",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    // All rooms as one program: their types are worked out once.
    languageOptions: { parserOptions: { project: "tsconfig.lint.json", tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    // Microsoft's own rules for who asks Excel something: loaded before it is read, read after a sync, no request in a loop unsaid.
    files: ["addin/{excel,functions}/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, "error"])),
  },
  {
    // Methods of the Workbook port reject, never throw, also where they have nothing to wait for.
    files: ["packages/xlsx/src/xlsx-workbook.ts", "addin/workbench/grid-workbook.ts", "addin/excel/excel-workbook.ts"],
    rules: { "@typescript-eslint/require-await": "off" },
  },
  {
    files: ["packages/*/src/**/*.{ts,tsx}", "addin/**/*.{ts,tsx}", "scripts/**/*.{ts,mjs}"],
    rules: { "no-restricted-syntax": ["error", decimalComma] },
  },
  {
    files: pure.map((room) => `packages/${room}/src/**/*.{ts,tsx}`),
    plugins: { jsdoc },
    rules: {
      // A tag that the generator of the API reference does not know.
      "jsdoc/check-tag-names": ["error", { definedTags: ["packageDocumentation"] }],
      "no-restricted-globals": [
        "error",
        ...noHost.map((name) => ({ name, message: "A pure package has no clock, file, network or host." })),
      ],
      "no-restricted-syntax": [
        "error",
        decimalComma,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "No clock in a pure package: the day is an argument.",
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: "No clock in a pure package: the day is an argument.",
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: "A pure package gives the same answer twice.",
        },
      ],
    },
  },
  ...walls,
  {
    // Counts, amounts and days are written in one place, which knows the language: written.ts with written-number.ts, and display.ts for exact values.
    files: ["packages/*/src/**/*.{ts,tsx}", "addin/**/*.{ts,tsx}", "scripts/help/**/*.ts"],
    ignores: [
      "packages/indicators/src/written.ts",
      "packages/indicators/src/written-number.ts",
      // These read: the day at a moment in the Netherlands, and the language of the terminal.
      "packages/indicators/src/day.ts",
      "packages/cli/src/main.ts",
    ],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["toLocaleString", "toLocaleDateString", "toLocaleTimeString"].map((property) => ({
          property,
          message: writtenOnce,
        })),
        { object: "Intl", message: writtenOnce },
      ],
    },
  },
  {
    // The one way out of the pure packages: the same sum by the host itself, behind "#sha256".
    files: ["packages/quarterly/src/reading/sha256-node.ts"],
    rules: { "no-restricted-imports": "off" },
  },
  {
    files: [
      "**/test/**/*.{ts,tsx}",
      "test/**/*.{ts,tsx}",
      "**/*.test.{ts,tsx}",
      "vitest.config.ts",
      "vitest.stryker.config.ts",
    ],
    languageOptions: { parserOptions: { project: false } },
    extends: [tseslint.configs.disableTypeChecked],
  },
  { files: ["packages/indicators/src/written-number.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["scripts/help/search-page.js", "addin/workbench/service-worker.js"], rules: { "no-undef": "off" } },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        Buffer: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        TextDecoder: "readonly",
        TextEncoder: "readonly",
        performance: "readonly",
        fetch: "readonly",
      },
    },
  },
  {
    // Parts of a benchmark run in the page.
    files: ["test/bench/**/*.mjs", "test/e2e/**/*.mjs", "scripts/*.mjs"],
    languageOptions: { globals: { document: "readonly", window: "readonly", requestAnimationFrame: "readonly" } },
  },
);
