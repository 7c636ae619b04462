// Puts the product at another address: everything made for development says https://localhost:3000.
import { JSDOM } from "jsdom";
import { paneContentSecurity } from "./content-security.mjs";

export const developmentHost = "https://localhost:3000";
/** Where office.js comes from, unless somebody hosts a copy. */
export const microsoft = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** "https://pa.oegstgeest.nl/" as an origin with an optional path, without the last slash; refuses what Excel would refuse. */
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

/** A manifest whose every address stands at `host`. */
export function manifestFor(host, xml) {
  const document = new new JSDOM("").window.DOMParser().parseFromString(xml, "text/xml");
  for (const element of document.querySelectorAll("*"))
    for (const attribute of element.attributes) attribute.value = moved(attribute.value, host);
  if (host !== developmentHost)
    for (const node of [...document.documentElement.childNodes]) if (node.nodeType === 8) node.remove();
  const { XMLSerializer } = new JSDOM("").window;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document.documentElement)}\n`;
}

/** Function metadata whose help addresses stand at `host`. */
export function metadataFor(host, json) {
  return JSON.stringify(
    JSON.parse(json, (_key, value) => (typeof value === "string" ? moved(value, host) : value)),
    null,
    2,
  );
}

/** The page of the pane with office.js from another place, and a policy that lets in that place and no other. */
export const paneFor = (officejs, html) =>
  html.replaceAll(microsoft, officejs).replace(paneContentSecurity(microsoft), () => paneContentSecurity(officejs));
