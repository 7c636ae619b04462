// Puts the product at another address: everything made for development says https://localhost:3000.
import { JSDOM } from "jsdom";
import { paneContentSecurity } from "./content-security.mjs";

export const developmentHost = "https://localhost:3000";
/** Stands in a release until somebody fills in theirs: no address that can exist. */
export const unfilledHost = "https://adres.invalid";
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

/** The page that fills in the address where there is no Node: it holds the files that name it. */
export function addressPage(html, files) {
  const put = (text, place, value) => {
    if (!text.includes(place)) throw new Error(`address.html lacks ${place}`);
    return text.replace(place, () => value);
  };
  // No text of ours may close the script it stands in.
  const asScript = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
  return [
    ["/* FILES */ {}", asScript(files)],
    ['/* PLACEHOLDER */ ""', asScript(unfilledHost)],
    ["/* READ_HOST */ String", readHost.toString()],
  ].reduce((text, [place, value]) => put(text, place, value), html);
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
