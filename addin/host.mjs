// Moves the product to another address: everything built for development refers to https://localhost:3000.
import { JSDOM } from "jsdom";
import { paneContentSecurity } from "./content-security.mjs";

export const developmentHost = "https://localhost:3000";
/** Placeholder for the address in a release; `.invalid` can never resolve. */
export const unfilledHost = "https://adres.invalid";
/** The official address of office.js; an organisation may host a copy instead. */
export const microsoft = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * "https://pa.oegstgeest.nl/" as an origin with an optional path, without a trailing slash; refuses what Excel would
 * refuse.
 */
export function readHost(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new Error(
      `${text}: dit is geen adres / this is no address. Bijvoorbeeld / for example: https://pa.gemeente.nl`,
    );
  }
  if (url.protocol !== "https:")
    throw new Error(`${text}: Excel laadt alleen over https / Excel loads over https only.`);
  if (url.search || url.hash || url.username)
    throw new Error(`${text}: alleen een adres en eventueel een map / only an address and perhaps a folder.`);
  return url.href.replace(/\/+$/, "");
}

const moved = (text, host) =>
  text === developmentHost || text.startsWith(`${developmentHost}/`) ? host + text.slice(developmentHost.length) : text;

/** The manifest with all addresses moved to `host`. */
export function manifestFor(host, xml) {
  const document = new new JSDOM("").window.DOMParser().parseFromString(xml, "text/xml");
  for (const element of document.querySelectorAll("*"))
    for (const attribute of element.attributes) attribute.value = moved(attribute.value, host);
  if (host !== developmentHost)
    for (const node of [...document.documentElement.childNodes]) if (node.nodeType === 8) node.remove();
  const { XMLSerializer } = new JSDOM("").window;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document.documentElement)}\n`;
}

/** The page with which an administrator without Node fills in the address; it contains the files that name it. */
export function addressPage(html, files) {
  const put = (text, place, value) => {
    if (!text.includes(place)) throw new Error(`address.html lacks ${place}`);
    return text.replace(place, () => value);
  };
  // Escapes "<", so that no text can close the script element.
  const asScript = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
  return [
    ["/* FILES */ {}", asScript(files)],
    ['/* PLACEHOLDER */ ""', asScript(unfilledHost)],
    ["/* READ_HOST */ String", readHost.toString()],
  ].reduce((text, [place, value]) => put(text, place, value), html);
}

/** The function metadata with its help addresses moved to `host`. */
export function metadataFor(host, json) {
  return JSON.stringify(
    JSON.parse(json, (_key, value) => (typeof value === "string" ? moved(value, host) : value)),
    null,
    2,
  );
}

/** The pane's page with office.js from another origin, and a policy that allows only that origin. */
export const paneFor = (officejs, html) =>
  html.replaceAll(microsoft, officejs).replace(paneContentSecurity(microsoft), () => paneContentSecurity(officejs));
