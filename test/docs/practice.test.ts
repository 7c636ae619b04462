// What others need to report problems, reuse and contribute: issue forms, licence, contribution guide.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { root, textOf } from "./markdown-files.js";

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly {
    readonly id: string;
    readonly attributes: { readonly label: string };
    readonly validations?: { readonly required?: boolean };
  }[];
}
const formOf = (name: string): Form => parse(textOf(`.github/ISSUE_TEMPLATE/${name}`)) as Form;
const forms = readdirSync(join(root, ".github/ISSUE_TEMPLATE")).filter((name) => name !== "config.yml");

describe("issue forms", () => {
  it.each(forms)("%s asks in both languages, each field once", (name) => {
    const { name: title, body } = formOf(name);
    expect(title).toContain(" / ");
    for (const { attributes } of body) expect(attributes.label).toContain(" / ");
    expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
  });

  it("a wrong norm requires its article, the expected figure and the source, and nothing technical", () => {
    const required = formOf("verkeerde-norm.yml").body.filter(({ validations }) => validations?.required);
    expect(required.map(({ id }) => id)).toEqual(["article", "shown", "expected", "source"]);
  });

  it("texts that refer to a form use its current name", () => {
    const called = forms.map((name) => formOf(name).name.split(" / ")[0]!);
    for (const page of ["CONTRIBUTING.md", "docs/manual/nl/help.md", "docs/manual/en/help.md"]) {
      const words = textOf(page).replaceAll(/\s+/g, " ");
      expect(
        called.filter((name) => words.includes(`"${name}"`) || words.includes(`[${name}]`)),
        page,
      ).toEqual(["Norm of definitie klopt niet"]);
    }
    expect(textOf("docs/manual/nl/accessibility.md").replaceAll(/\s+/g, " ")).toContain('"Iets werkt niet"');
    expect(called).toContain("Iets werkt niet");
  });
});

describe("the licence (REUSE)", () => {
  it("every file has a licence, and its text is included", () => {
    const toml = textOf("REUSE.toml");
    expect(toml).toContain("version = 1");
    expect(toml).toContain('path = "**"');
    expect(toml).toMatch(/SPDX-FileCopyrightText = "\d{4} .+"/);
    const named = [...toml.matchAll(/SPDX-License-Identifier = "([^"]+)"/g)].map(([, id]) => id!);
    expect(named).toEqual(["EUPL-1.2"]);
    for (const id of named) expect(existsSync(join(root, `LICENSES/${id}.txt`))).toBe(true);
    expect(readdirSync(join(root, "LICENSES"))).toEqual(named.map((id) => `${id}.txt`));
    expect(textOf("LICENSE")).toBe(textOf("LICENSES/EUPL-1.2.txt"));
  });

  it("is the same in every package", () => {
    const folders = [".", "addin", ...readdirSync(join(root, "packages")).map((name) => `packages/${name}`)];
    for (const folder of folders)
      expect((JSON.parse(textOf(join(folder, "package.json"))) as { license: string }).license, folder).toBe(
        "EUPL-1.2",
      );
  });
});

it("the version is the same in every package", () => {
  const { version } = JSON.parse(textOf("package.json")) as { version: string };
  for (const name of readdirSync(join(root, "packages")))
    expect((JSON.parse(textOf(`packages/${name}/package.json`)) as { version: string }).version, name).toBe(version);
});

it("CI runs npm test on the oldest supported Node", () => {
  const workflow = parse(textOf(".github/workflows/test.yml")) as {
    jobs: { test: { strategy: { matrix: { node: number[] } }; steps: { run?: string }[] } };
  };
  expect(workflow.jobs.test.steps.at(-1)?.run).toBe("npm test");
  const { engines } = JSON.parse(textOf("package.json")) as { engines: { node: string } };
  expect(engines.node).toBe(`>=${Math.min(...workflow.jobs.test.strategy.matrix.node)}`);
});

it("every line of the changelog starts with a kind of change, newest version first", () => {
  const lines = textOf("CHANGELOG.md")
    .split("\n")
    .filter((line) => line.startsWith("- "));
  expect(lines.length).toBeGreaterThan(2);
  expect(
    lines.filter((line) => !/^- \*\*(?:New|Changed|Fixed|Removed|Norm|Limit|Definition)\*\*: .+\.$/.test(line)),
  ).toEqual([]);
});

it("the ten-minute check gives the sample's number of issues, as the page on the library does in a block that runs", () => {
  const [, ...checked] =
    /(\d+) fouten, (\d+) waarschuwingen, (\d+) opmerkingen/.exec(textOf("docs/developers/releasing.md")) ?? [];
  const [, ...counted] = /error: (\d+), warning: (\d+), info: (\d+)/.exec(textOf("docs/developers/library.md")) ?? [];
  expect(checked).toHaveLength(3);
  expect(checked).toEqual(counted);
});
