// The project's workflows use pinned actions, minimal permissions and existing commands.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { root, textOf } from "./markdown-files.js";

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly uses?: string; readonly run?: string }[] }>
  >;
}
const files = readdirSync(join(root, ".github/workflows")).map((name) => `.github/workflows/${name}`);
const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Readonly<Record<string, string>> };

it("there is one for tests, releases, vulnerabilities and the demonstration; updates are proposed automatically", () => {
  expect(files).toEqual(["audit", "pages", "release", "test"].map((name) => `.github/workflows/${name}.yml`));
  const { updates } = parse(textOf(".github/dependabot.yml")) as { updates: { "package-ecosystem": string }[] };
  expect(updates.map((each) => each["package-ecosystem"])).toEqual(["npm", "github-actions"]);
});

describe.each(files)("%s", (file) => {
  const workflow = parse(textOf(file)) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  it("pins actions to a commit, with the version in a comment", () => {
    const used = textOf(file)
      .split("\n")
      .filter((line) => line.includes("uses:"));
    expect(used.length).toBeGreaterThan(1);
    expect(used.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it("may only read, unless a job states which permission it needs", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
  });

  it("runs scripts that exist", () => {
    const called = steps.flatMap(({ run }) => /^npm (?:run )?([\w:]+)/.exec(run ?? "")?.[1] ?? []);
    const npmOwn = ["ci", "publish", "audit"];
    expect(called.filter((name) => !(name in scripts) && !npmOwn.includes(name))).toEqual([]);
  });
});

it("the release publishes every package with its provenance, after the tests", () => {
  const runs = Object.values((parse(textOf(".github/workflows/release.yml")) as Workflow).jobs)
    .flatMap((job) => job.steps)
    .map(({ run }) => run ?? "");
  const at = (command: string): number => runs.findIndex((run) => run.startsWith(command));
  expect(at("npm test")).toBeGreaterThan(at("npm ci"));
  expect(at("npm run package")).toBeGreaterThan(at("npm test"));
  expect(at("npm publish")).toBeGreaterThan(at("npm run package"));
  for (const room of readdirSync(join(root, "packages")))
    expect(JSON.parse(textOf(`packages/${room}/package.json`))).toMatchObject({ publishConfig: { provenance: true } });
});

it("Windows and Mac are listed as supported only if a workflow runs there", () => {
  const { platforms } = parse(textOf("publiccode.yml")) as { platforms: readonly string[] };
  const { jobs } = parse(textOf(".github/workflows/test.yml")) as {
    jobs: Readonly<
      Record<string, { readonly strategy?: { readonly matrix?: { readonly system?: readonly string[] } } }>
    >;
  };
  const systems = Object.values(jobs).flatMap(({ strategy }) => strategy?.matrix?.system ?? []);
  for (const [platform, system] of [
    ["windows", "windows-latest"],
    ["mac", "macos-latest"],
  ] as const)
    expect(systems.includes(system), platform).toBe(platforms.includes(platform));
});
