// Checks publiccode.yml against its standard (0.4): https://yml.publiccode.tools/schema.core.html
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { root, textOf } from "./markdown-files.js";

interface Description {
  genericName?: string;
  shortDescription: string;
  longDescription: string;
  features: string[];
}
interface PublicCode {
  publiccodeYmlVersion: string;
  name: string;
  url: string;
  softwareVersion: string;
  releaseDate: string;
  platforms: string[];
  categories: string[];
  intendedAudience: { scope: string[]; countries: string[] };
  developmentStatus: string;
  softwareType: string;
  description: Record<string, Description>;
  legal: { license: string };
  maintenance: { type: string; contacts: { name: string }[] };
  localisation: { localisationReady: boolean; availableLanguages: string[] };
}

const code = parse(textOf("publiccode.yml")) as PublicCode;

it("has every required key, with allowed values", () => {
  expect(code.publiccodeYmlVersion).toMatch(/^0\.[2-9]/);
  expect(code.name).toBeTruthy();
  expect(new URL(code.url).protocol).toBe("https:");
  expect(code.platforms.length).toBeGreaterThan(0);
  // The values of the controlled vocabularies (categories-list, scope-list) that could apply to this product.
  expect([
    ...["business-intelligence", "collaboration", "compliance-management", "data-analytics", "data-collection"],
    ...["data-visualization", "office", "productivity-suite", "real-estate-management"],
  ]).toEqual(expect.arrayContaining(code.categories));
  expect(["government", "local-authorities", "society", "welfare"]).toEqual(
    expect.arrayContaining(code.intendedAudience.scope),
  );
  expect(code.intendedAudience.countries).toEqual(["nl"]);
  expect(code.releaseDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(["concept", "development", "beta", "stable", "obsolete"]).toContain(code.developmentStatus);
  expect([
    "standalone/mobile",
    "standalone/iot",
    "standalone/desktop",
    "standalone/web",
    "standalone/backend",
    "standalone/other",
    "addon",
    "library",
    "configurationFiles",
  ]).toContain(code.softwareType);
  expect(code.legal.license).toBe("EUPL-1.2");
  expect(["internal", "contract", "community", "none"]).toContain(code.maintenance.type);
  // With maintenance type "community", contacts are required.
  expect(code.maintenance.contacts.length).toBeGreaterThan(0);
  expect(typeof code.localisation.localisationReady).toBe("boolean");
});

it("describes the product in each supported language, within the length limits of the standard", () => {
  expect(Object.keys(code.description).sort()).toEqual([...code.localisation.availableLanguages].sort());
  for (const { genericName = "", shortDescription, longDescription, features } of Object.values(code.description)) {
    expect(genericName.length).toBeLessThanOrEqual(35);
    expect(shortDescription.length).toBeLessThanOrEqual(150);
    // 500 in older versions of the standard, 150 in newer ones.
    expect(longDescription.length).toBeGreaterThanOrEqual(500);
    expect(longDescription.length).toBeLessThanOrEqual(10_000);
    expect(features.length).toBeGreaterThan(0);
  }
});

it("names a real contact before anything is released", () => {
  const isPlaceholder = textOf("publiccode.yml").includes(".example");
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, "scripts/package.mjs"), "https://pa.gemeente.nl", "--release", "--out", "."],
    { encoding: "utf8", ...(isPlaceholder ? {} : { timeout: 1 }) },
  );
  if (isPlaceholder) expect([status, stderr]).toEqual([2, expect.stringContaining("Niet uitgebracht")]);
  else expect(textOf("README.md")).not.toContain("A release is refused");
});

it("has this version, and its release date from the changelog", () => {
  const { version } = JSON.parse(textOf("package.json")) as { version: string };
  expect(code.softwareVersion).toBe(version);
  expect(textOf("CHANGELOG.md")).toContain(`## ${version} (${code.releaseDate})`);
});
