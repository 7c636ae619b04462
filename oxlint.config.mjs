// Lint holds the walls of the house: which room may open onto which, and what may not enter the pure rooms.
import officeAddins from "./test/node_modules/eslint-plugin-office-addins/lib/main.js";

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

/** Rules that ask for the type of something; tests are read without. */
const typed = [
  "await-thenable",
  "no-array-delete",
  "no-base-to-string",
  "no-confusing-void-expression",
  "no-deprecated",
  "no-duplicate-type-constituents",
  "no-floating-promises",
  "no-for-in-array",
  "no-generated-empty-object-type",
  "no-implied-eval",
  "no-meaningless-void-operator",
  "no-misused-promises",
  "no-misused-spread",
  "no-mixed-enums",
  "no-redundant-type-constituents",
  "no-unnecessary-boolean-literal-compare",
  "no-unnecessary-condition",
  "no-unnecessary-template-expression",
  "no-unnecessary-type-arguments",
  "no-unnecessary-type-assertion",
  "no-unnecessary-type-conversion",
  "no-unnecessary-type-parameters",
  "no-unsafe-argument",
  "no-unsafe-assignment",
  "no-unsafe-call",
  "no-unsafe-enum-assignment",
  "no-unsafe-enum-comparison",
  "no-unsafe-member-access",
  "no-unsafe-return",
  "no-unsafe-unary-minus",
  "no-useless-default-assignment",
  "only-throw-error",
  "prefer-promise-reject-errors",
  "prefer-reduce-type-parameter",
  "prefer-return-this-type",
  "related-getter-setter-pairs",
  "require-array-sort-compare",
  "require-await",
  "restrict-plus-operands",
  "restrict-template-expressions",
  "return-await",
  "unbound-method",
  "use-unknown-in-catch-callback-variable",
];
/** Rules beyond those oxlint itself calls correctness. */
const strict = [
  "no-case-declarations",
  "no-empty",
  "no-fallthrough",
  "no-prototype-builtins",
  "no-redeclare",
  "no-regex-spaces",
  "no-unexpected-multiline",
  "no-var",
  "prefer-const",
  "prefer-rest-params",
  "prefer-spread",
  "typescript/ban-ts-comment",
  "typescript/consistent-type-imports",
  "typescript/no-array-constructor",
  "typescript/no-dynamic-delete",
  "typescript/no-empty-object-type",
  "typescript/no-explicit-any",
  "typescript/no-extraneous-class",
  "typescript/no-invalid-void-type",
  "typescript/no-namespace",
  "typescript/no-non-null-asserted-nullish-coalescing",
  "typescript/no-require-imports",
  "typescript/no-unnecessary-type-constraint",
  "typescript/no-unsafe-function-type",
  "typescript/no-useless-constructor",
  "typescript/prefer-literal-enum-member",
  "typescript/unified-signatures",
];
const all = (names, setting) => Object.fromEntries(names.map((name) => [name, setting]));
const withTypes = (setting) =>
  all(
    typed.map((name) => `typescript/${name}`),
    setting,
  );

/** What may not be added to anything by "+". */
const exactly = all(["allowAny", "allowBoolean", "allowNullish", "allowNumberAndString", "allowRegExp"], false);

export default {
  plugins: ["oxc", "typescript"],
  jsPlugins: ["./scripts/house-rules.mjs", "./test/node_modules/eslint-plugin-office-addins/lib/main.js"],
  categories: { correctness: "error" },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: "error" },
  env: { es2024: true },
  ignorePatterns: ["docs/help/**", "**/*.generated.*"],
  rules: {
    ...all(strict, "error"),
    ...withTypes("off"),
    "no-irregular-whitespace": ["error", { skipTemplates: false }],
    "typescript/ban-ts-comment": ["error", { minimumDescriptionLength: 10 }],
    "no-unused-vars": ["error", { args: "after-used", varsIgnorePattern: "^$", argsIgnorePattern: "^$" }],
  },
  overrides: [
    {
      files: ["packages/*/src/**/*.{ts,tsx}", "addin/**/*.{ts,tsx}", "scripts/**/*.ts"],
      rules: {
        ...withTypes("error"),
        "typescript/restrict-template-expressions": ["error", { allowNumber: true }],
        "typescript/restrict-plus-operands": ["error", exactly],
        "typescript/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      },
    },
    {
      // Microsoft's own rules for who asks Excel something: loaded before it is read, read after a sync, no request in a loop unsaid.
      files: ["addin/{excel,functions}/**/*.ts"],
      rules: all(
        Object.keys(officeAddins.rules).map((name) => `office-addins/${name}`),
        "error",
      ),
    },
    {
      // Methods of the Workbook port reject, never throw, also where they have nothing to wait for.
      files: [
        "packages/xlsx/src/xlsx-workbook.ts",
        "addin/workbench/grid-workbook.ts",
        "addin/excel/excel-workbook.ts",
      ],
      rules: { "typescript/require-await": "off" },
    },
    {
      files: ["packages/*/src/**/*.{ts,tsx}", "addin/**/*.{ts,tsx}", "scripts/**/*.{ts,mjs}"],
      rules: { "house/no-decimal-comma": "error", "house/class-of-its-own": "error" },
    },
    {
      files: pure.map((room) => `packages/${room}/src/**/*.{ts,tsx}`),
      plugins: ["jsdoc"],
      rules: {
        // A tag that the generator of the API reference does not know.
        "jsdoc/require-yields": "off",
        "jsdoc/check-tag-names": ["error", { definedTags: ["packageDocumentation"] }],
        "no-restricted-globals": [
          "error",
          ...noHost.map((name) => ({ name, message: "A pure package has no clock, file, network or host." })),
        ],
        "house/no-new-date": "error",
        "house/no-date-now": "error",
        "house/no-random": "error",
      },
    },
    ...walls,
    {
      // Counts, amounts and days are written in one place, which knows the language: written.ts with written-number.ts, and display.ts for exact values.
      files: ["packages/*/src/**/*.{ts,tsx}", "addin/**/*.{ts,tsx}", "scripts/help/**/*.ts"],
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
      // Two that write them, and two that read: the day at a moment in the Netherlands, and the language of the terminal.
      files: ["packages/indicators/src/{written,written-number,day}.ts", "packages/cli/src/main.ts"],
      rules: { "no-restricted-properties": "off" },
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
      rules: withTypes("off"),
    },
    {
      files: ["**/*.{js,mjs,cjs}"],
      globals: all(
        [
          ...["process", "console", "URL", "Buffer", "setTimeout", "clearTimeout", "TextDecoder", "TextEncoder"],
          ...["performance", "fetch"],
        ],
        "readonly",
      ),
      rules: { "no-undef": "error" },
    },
    {
      // Parts of a benchmark run in the page.
      files: ["test/bench/**/*.mjs", "test/e2e/**/*.mjs", "scripts/*.mjs"],
      globals: { document: "readonly", window: "readonly", requestAnimationFrame: "readonly" },
    },
    { files: ["**/*.cjs"], globals: { module: "writable" } },
    { files: ["scripts/help/search-page.js"], env: { browser: true }, globals: { helpIndex: "readonly" } },
    { files: ["addin/workbench/service-worker.js"], env: { serviceworker: true } },
  ],
};
