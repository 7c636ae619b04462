import { fileURLToPath } from "node:url";

/** The folder of the project, ending in a slash: this file is compiled to scripts/help/dist, and is also read as source. */
export const root = fileURLToPath(new URL(import.meta.url.endsWith(".js") ? "../../../" : "../../", import.meta.url));
