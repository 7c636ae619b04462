import { pathToFileURL } from "node:url";
import { rules } from "@prestatieafspraken/quarterly";
import type { Severity } from "@prestatieafspraken/quarterly";
import type { Setup } from "../setup.js";
import { version } from "../version.js";
import type { Checked } from "./issues.js";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** A file that could not be read, with the reason. */
export interface Unread {
  readonly path: string;
  readonly sentence: string;
}

/** A path as a relative or absolute URI, percent-encoded. */
const uri = (path: string): string =>
  path.startsWith("/") || /^[a-z]:[\\/]/i.test(path)
    ? pathToFileURL(path).href
    : path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");

/**
 * Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the file. A cell has no line number, so sheet and cell
 * are its logical location.
 */
export function sarif(all: readonly Checked[], unread: readonly Unread[], { terminal, t }: Setup) {
  const found = new Set(all.flatMap(({ issues }) => issues.map(({ rule }) => rule)));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "pa",
            semanticVersion: version,
            rules: rules
              .filter(({ id }) => found.has(id))
              .map(({ id, title, why, severity }) => ({
                id,
                shortDescription: { text: t(title) },
                fullDescription: { text: t(why) },
                defaultConfiguration: { level: levels[severity] },
              })),
          },
        },
        language: terminal.language,
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            toolExecutionNotifications: unread.map(({ path, sentence }) => ({
              level: "error",
              message: { text: sentence },
              locations: [{ physicalLocation: { artifactLocation: { uri: uri(path) } } }],
            })),
          },
        ],
        results: all.flatMap(({ path, issues }) =>
          issues.map((issue) => ({
            ruleId: issue.rule,
            level: levels[issue.severity],
            message: { text: `${t(issue.message)} ${t(issue.fix)}` },
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: uri(path) } },
                logicalLocations: [
                  {
                    name: issue.cell ?? issue.table,
                    fullyQualifiedName: [issue.sheet ?? issue.table, issue.cell].filter(Boolean).join("!"),
                  },
                ],
              },
            ],
            partialFingerprints: { issue: issue.key },
            ...(issue.accepted && {
              suppressions: [{ kind: "external", justification: issue.accepted.sentence }],
            }),
          })),
        ),
      },
    ],
  };
}

// XML 1.0 allows no control characters, not even escaped.
const xml = (text: string): string =>
  text
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");

/** Findings as JUnit XML: a suite per file and a test per rule, which fails with its findings; a file that was not read is an error. */
export function junit(all: readonly Checked[], unread: readonly Unread[], failOn: Severity, { t }: Setup): string {
  const fails = (severity: Severity): boolean =>
    severity === "error" || (severity === "warning" && failOn === "warning");
  const suites = all.map(({ path, issues }) => {
    const cases = rules.map((rule) => {
      const found = issues.filter((issue) => issue.rule === rule.id);
      const failing = found.filter((issue) => fails(issue.severity) && !issue.accepted);
      const told = found
        .map(
          (issue) =>
            `${[issue.sheet ?? issue.table, issue.cell].filter(Boolean).join("!")}: ${t(issue.message)} ${t(issue.fix)}`,
        )
        .join("\n");
      const name = `<testcase classname="${xml(path)}" name="${rule.id} ${xml(t(rule.title))}"`;
      if (found.length === 0) return { failed: 0, text: `${name}/>` };
      return failing.length === 0
        ? { failed: 0, text: `${name}><system-out>${xml(told)}</system-out></testcase>` }
        : {
            failed: 1,
            text: `${name}><failure type="${rule.severity}" message="${xml(t(failing[0]!.message))}">${xml(told)}</failure></testcase>`,
          };
    });
    const failed = cases.reduce((sum, one) => sum + one.failed, 0);
    return {
      failed,
      text: `<testsuite name="${xml(path)}" tests="${cases.length}" failures="${failed}">\n${cases.map(({ text }) => text).join("\n")}\n</testsuite>`,
    };
  });
  const failures = suites.reduce((sum, { failed }) => sum + failed, 0);
  const errors = unread.map(
    ({ path, sentence }) =>
      `<testsuite name="${xml(path)}" tests="1" failures="0" errors="1">\n<testcase classname="${xml(path)}" name="${xml(path)}"><error message="${xml(sentence)}"/></testcase>\n</testsuite>`,
  );
  const tests = all.length * rules.length + unread.length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pa check" tests="${tests}" failures="${failures}" errors="${unread.length}">\n${[...suites.map(({ text }) => text), ...errors].join("\n")}\n</testsuites>\n`;
}
