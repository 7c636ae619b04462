/**
 * The template as opened in Excel: the formulas in the file, the functions it names and Excel's function list agree.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";
import { root } from "./build.js";
import { named, parseManifest } from "./manifest-lint.js";

const manifest = parseManifest(readFileSync(join(root, "manifest.xml"), "utf8"));
const text = (name: string): string => named(manifest, name)[0]!.textContent;
const listed = (
  JSON.parse(readFileSync(join(root, "addin/functions/functions.json"), "utf8")) as { functions: { id: string }[] }
).functions.map(({ id }) => id);

describe("the template in Excel", () => {
  const made = makeTemplate({
    agreement: agreement("oegstgeest-2025-2028")!,
    agreements,
    selfcheck: true,
    addIn: { id: text("Id"), version: text("Version"), store: "Registry" },
  });

  it("names this add-in and exactly the functions of its list", async () => {
    const { parts } = openXlsx(await made);
    const extension = parts.text("xl/webextensions/webextension1.xml");
    expect(extension).toContain(`id="${text("Id")}"`);
    expect(extension).toContain(`version="${text("Version")}"`);
    const ids = [...extension.matchAll(/_xldudf_PA_([A-Z]+)/g)].map(([, id]) => id!);
    expect(ids.toSorted()).toEqual(listed.toSorted());
  });

  it("uses only functions of the list, in stored form, and checks every one of them", async () => {
    const { parts } = openXlsx(await made);
    const formulas = parts
      .names()
      .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
      .flatMap((name) => [...parts.text(name).matchAll(/<f\b[^>]*>([^<]*)<\/f>/g)].map(([, formula]) => formula!));
    const used = new Set(
      formulas.flatMap((formula) => [...formula.matchAll(/_xldudf_PA_([A-Z]+)\(/g)].map(([, id]) => id!)),
    );
    expect(formulas.filter((formula) => /(?<![\w.])PA\./.test(formula))).toEqual([]);
    expect([...used].toSorted()).toEqual(listed.toSorted());
  });
});
