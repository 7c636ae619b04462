import { fileURLToPath } from "node:url";

/** The project's folder, ending in a slash. Works both as source and compiled to scripts/help/dist. */
export const root = fileURLToPath(new URL(import.meta.url.endsWith(".js") ? "../../../" : "../../", import.meta.url));
