/** The manifest and the function lists, which Excel reads before any of our code runs. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, it } from "vitest";
import { functions } from "@prestatieafspraken/functions";
import { ourAddIn } from "@prestatieafspraken/xlsx";
import { repairButton } from "../../addin/excel/repair-button.js";
import { manifestFor, metadataFor, readHost } from "../../addin/host.mjs";
import { build, built, builtFile, root } from "./build.js";
import { addresses, lintManifest, named, parseManifest } from "./manifest-lint.js";
import { ribbonOfManifest } from "./office-window.js";
import { schemaCheck } from "./schema-check.js";

const source = readFileSync(join(root, "manifest.xml"), "utf8");
const elsewhere = "https://pa.oegstgeest.nl/afspraken";

describe("the manifest", () => {
  // Microsoft's schemas may not be copied here. To use them, put them in a folder office-manifest-xsd in or beside the
  // checkout, or in the folder named by OFFICE_MANIFEST_XSD.
  const beside = join(root, "..");
  const xsd =
    [process.env["OFFICE_MANIFEST_XSD"] ?? beside, beside, ...readdirSync(beside).map((folder) => join(beside, folder))]
      .map((place) => join(place, "office-manifest-xsd/OfficeAppManifest.xsd"))
      .find((file) => existsSync(file)) ?? "";
  const canValidate = xsd !== "" && spawnSync("xmllint", ["--version"]).status === 0;
  if (!canValidate)
    console.log(
      `The manifest is not checked against Microsoft's schemas: that needs xmllint (libxml2-utils) and OfficeAppManifest.xsd ([MS-OWEMXML]) in a folder office-manifest-xsd beside the checkout.`,
    );

  it.runIf(canValidate)("is valid by Microsoft's schemas, here and at another address", () => {
    const folder = mkdtempSync(join(tmpdir(), "manifest-"));
    try {
      for (const [name, xml] of [
        ["development", source],
        ["elsewhere", manifestFor(elsewhere, source)],
        ["broken", source.replace("<Script>", "<Skript>").replace("</Script>", "</Skript>")],
      ] as const) {
        writeFileSync(join(folder, "manifest.xml"), xml);
        const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", xsd, join(folder, "manifest.xml")], {
          encoding: "utf8",
        });
        expect(status === 0, `${name}: ${stderr}`).toBe(name !== "broken");
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("has no errors that the schemas miss", () => {
    expect(lintManifest(source)).toEqual([]);
  });

  it.each([
    [
      "an address without https",
      ["https://localhost:3000/functions.js", "http://localhost:3000/functions.js"],
      /not https/,
    ],
    [
      "a reference to nothing",
      ['<LearnMoreUrl resid="Help.Url" />', '<LearnMoreUrl resid="Helpp.Url" />'],
      /Helpp\.Url is nowhere defined/,
    ],
    ["a runtime that does not live on", ['lifetime="long"', 'lifetime="short"'], /lifetime long/],
    [
      "functions on another page than the runtime",
      ['<FunctionFile resid="Taskpane.Url" />', '<FunctionFile resid="Help.Url" />'],
      /FunctionFile/,
    ],
    [
      "a set that does not exist",
      ['Name="ExcelApi" MinVersion="1.12"', 'Name="ExcelApi" MinVersion="1.99"'],
      /ExcelApi 1\.99/,
    ],
    ["an icon without its largest size", ['<bt:Image size="80" resid="Repair.80" />', ""], /lacks size 80/],
  ] as const)("is refused with %s", (_what, [whole, broken], sentence) => {
    expect(source).toContain(whole);
    expect(lintManifest(source.replace(whole, broken)).join("\n")).toMatch(sentence);
  });

  it("moves to another address completely", () => {
    const moved = manifestFor(elsewhere, source);
    expect(moved).not.toContain("localhost");
    expect(addresses(parseManifest(moved)).every((url) => url.startsWith(`${elsewhere}/`))).toBe(true);
    expect(lintManifest(moved)).toEqual([]);
    expect(metadataFor(elsewhere, readFileSync(join(root, "addin/functions/functions.json"), "utf8"))).not.toContain(
      "localhost",
    );
  });

  it.each(["http://pa.oegstgeest.nl", "pa.oegstgeest.nl", "https://pa.oegstgeest.nl?x=1"])(
    "refuses the address %s",
    (address) => {
      expect(() => readHost(address)).toThrow(address);
    },
  );

  it("keeps its id: with another one, every workbook in use would lose its functions", () => {
    const of = (name: string): string | undefined => named(parseManifest(source), name)[0]?.textContent;
    expect(of("Id")).toBe("a21caa92-713c-4464-9f14-c829b7ac8abd");
    // The id that a workbook made in the pane names.
    expect({ id: of("Id"), version: of("Version") }).toEqual(ourAddIn);
    // Uses the product's version everywhere.
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(of("Version")).toBe(`${version}.0`);
    expect(source).toContain('<bt:String id="Functions.Namespace" DefaultValue="PA" />');
  });
});

describe("commands of the ribbon, the cell menu and the keyboard shortcuts", () => {
  const commands = [
    ...readFileSync(join(root, "addin/excel/page.ts"), "utf8").matchAll(/(?:associate|command)\("(\w+)"/g),
  ].map(([, name]) => name!);
  const keys = JSON.parse(readFileSync(join(root, "addin/excel/shortcuts.json"), "utf8")) as {
    actions: { id: string; type: string }[];
    shortcuts: { action: string; key: { default: string; mac: string } }[];
  };

  it("are all handled by the page", () => {
    const asked = named(parseManifest(source), "FunctionName").map((element) => element.textContent);
    expect(asked.length).toBeGreaterThan(8);
    expect([...new Set(asked)].toSorted()).toEqual(commands.toSorted());
    for (const { id, type } of keys.actions) {
      expect(commands).toContain(id);
      expect(type).toBe("ExecuteFunction");
    }
    expect(keys.shortcuts.map(({ action }) => action)).toEqual(keys.actions.map(({ id }) => id));
  });

  it("have the repair button on our own tab, enabled until the page knows that nothing is stuck", () => {
    const { tab, group, control } = repairButton;
    expect(ribbonOfManifest()).toContain(`${tab}/${group}/${control}`);
    expect(source).not.toContain("<Enabled>");
  });

  // Excel: has a ribbon and keys of its own.
  it("do not override Excel's own keys or the euro sign: three modifiers, each key once", () => {
    const all = keys.shortcuts.flatMap(({ key }) => [key.default, key.mac]);
    expect(new Set(all).size).toBe(all.length);
    for (const { key } of keys.shortcuts) {
      expect(key.default).toMatch(/^Ctrl\+Alt\+Shift\+[A-Z]$/);
      expect(key.mac).toMatch(/^Command\+Option\+Shift\+[A-Z]$/);
    }
  });
});

interface Listed {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly helpUrl: string;
    readonly parameters: readonly { readonly name: string; readonly description: string }[];
  }[];
  readonly enums?: unknown;
}

describe("the function lists", () => {
  const read = (name: string): Listed =>
    JSON.parse(readFileSync(join(root, "addin/functions", name), "utf8")) as Listed;
  const [english, dutch] = [read("functions.json"), read("functions-nl.json")];

  // Frozen: users' files contain these as _xldudf_PA_<id>. Ids may be added, but never changed or removed.
  const frozen =
    "HOUSINGNEED REMAININGNEED SOCIALTARGET SOCIALSHARE NEWBUILDSHARE OUTFLOWSHARE HOMESTOTARGET GROWTHFACTOR STOCKCHANGE STUDENTSHARE STUDENTTARGET RENTLIMIT URGENTSHARE REGULARSHARE URGENTROOM STATUSHOLDERTASK LABELSHARE LABELPROGRESS LABELPACE EXPECTED STATUS NORM EXPLAIN REPORT ISSUES DATA QUARTER";
  it("have the ids of the contract, which never change", () => {
    const ids = english.functions.map(({ id }) => id);
    for (const id of frozen.split(" ")) expect(ids).toContain(id);
    for (const id of ids) expect(id).toMatch(/^[A-Z][A-Z0-9]{2,}$/);
    expect(ids).toEqual(functions.map(({ id }) => id));
  });

  it("differ between languages only in texts", () => {
    const bare = (list: Listed): unknown =>
      JSON.parse(
        JSON.stringify(list, (key, value: unknown) =>
          ["description", "tooltip", "helpUrl"].includes(key) ? undefined : value,
        ),
      );
    expect(bare(dutch)).toEqual(bare(english));
    const pagesOf = (list: Listed) => (list.functions as readonly { helpUrl: string }[]).map(({ helpUrl }) => helpUrl);
    expect(pagesOf(dutch)).toEqual(pagesOf(english).map((page) => page.replace("/help/en/", "/help/nl/")));
    for (const [i, { description }] of (dutch.functions as readonly { description?: string }[]).entries())
      expect(description).not.toBe((english.functions[i] as { description?: string }).description);
  });

  const schema = JSON.parse(
    readFileSync(
      join(root, "node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json"),
      "utf8",
    ),
  ) as { definitions: Record<string, object> };
  it.each([
    ["English", english],
    ["Dutch", dutch],
  ] as const)("stay within Microsoft's limits (%s)", (_language, list) => {
    // Excel reads this key (documented for custom functions), but the schema of the unified manifest does not list it.
    const { allowErrorForDataTypeAny, ...rest } = list as Listed & { allowErrorForDataTypeAny?: boolean };
    expect(allowErrorForDataTypeAny).toBe(true);
    expect(schemaCheck(schema.definitions.extensionCustomFunctions!, rest, schema.definitions)).toEqual([]);
    const tooLong = { ...rest, functions: [{ ...rest.functions[0]!, id: "x y" }] };
    expect(schemaCheck(schema.definitions.extensionCustomFunctions!, tooLong, schema.definitions)).not.toEqual([]);
  });
});

describe("the build", () => {
  beforeAll(() => built());
  const fileOf = (url: string): string => join(build, new URL(url).pathname);

  it("has every file that the manifest and the function lists refer to", () => {
    const urls = [
      ...addresses(parseManifest(builtFile("manifest.xml"))),
      ...(JSON.parse(builtFile("functions.json")) as Listed).functions.map(({ helpUrl }) => helpUrl),
    ];
    expect(urls.length).toBeGreaterThan(40);
    expect(urls.filter((url) => !existsSync(fileOf(url)))).toEqual([]);
  });

  it("loads office.js from Microsoft, then the functions, then the pane; nothing inline, nothing evaluated", () => {
    const { document: page } = new JSDOM(builtFile("taskpane.html")).window;
    const scripts = [...page.querySelectorAll("script")];
    expect(scripts.map((script) => script.getAttribute("src")?.replace(/\?.*/, ""))).toEqual([
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      "functions.js",
      "taskpane.js",
    ]);
    expect(
      scripts.every(
        (script) => script.textContent === "" && !script.hasAttribute("defer") && !script.hasAttribute("async"),
      ),
    ).toBe(true);
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  it("contains no script of Microsoft's", () => {
    for (const name of ["functions.js", "taskpane.js"]) expect(builtFile(name)).not.toMatch(/OSF\.|RichApi\.Error/);
  });
});
