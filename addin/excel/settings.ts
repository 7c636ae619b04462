import { settingsNamespace } from "@prestatieafspraken/xlsx";
import { supports } from "./host.js";

// Settings stored in the workbook, in a custom XML part that all our tools read.

const parse = (xml: string): Map<string, string> => {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const settings = new Map<string, string>();
  for (const element of document.getElementsByTagNameNS(settingsNamespace, "instelling"))
    settings.set(element.getAttribute("naam") ?? "", element.textContent);
  return settings;
};

const print = (settings: ReadonlyMap<string, string>): string => {
  const document = new DOMParser().parseFromString(`<instellingen xmlns="${settingsNamespace}"/>`, "application/xml");
  for (const [key, value] of settings) {
    const element = document.createElementNS(settingsNamespace, "instelling");
    element.setAttribute("naam", key);
    element.textContent = value;
    document.documentElement.append(element);
  }
  return new XMLSerializer().serializeToString(document);
};

async function parts(context: Excel.RequestContext): Promise<readonly Excel.CustomXmlPart[]> {
  const found = context.workbook.customXmlParts.getByNamespace(settingsNamespace).load("items/id");
  await context.sync();
  return found.items;
}

export async function readSettings(context: Excel.RequestContext): Promise<ReadonlyMap<string, string>> {
  if (!supports("ExcelApi", "1.5")) return new Map();
  const texts = (await parts(context)).map((part) => part.getXml());
  if (texts.length > 0) await context.sync();
  return new Map(texts.flatMap(({ value }) => [...parse(value)]));
}

/** Writes a setting; null removes it. Removing the last one deletes the part. */
export async function writeSetting(context: Excel.RequestContext, key: string, value: string | null): Promise<void> {
  const found = await parts(context);
  const texts = found.map((part) => part.getXml());
  if (texts.length > 0) await context.sync();
  const settings = new Map(texts.flatMap((text) => [...parse(text.value)]));
  if (value === null) settings.delete(key);
  else settings.set(key, value);
  const [first, ...rest] = found;
  // Co-authors may each have created a part; this merges them into one.
  for (const part of rest) part.delete();
  if (first === undefined) {
    if (settings.size > 0) context.workbook.customXmlParts.add(print(settings));
  } else if (settings.size === 0) first.delete();
  else first.setXml(print(settings));
  await context.sync();
}
