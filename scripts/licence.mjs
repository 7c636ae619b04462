// Adds the licence to a package while npm packs it, as EUPL-1.2 article 5 requires; removes it afterwards.
import { copyFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const licence = fileURLToPath(new URL("../LICENSE", import.meta.url));
if (process.argv[2] === "copy") copyFileSync(licence, "LICENSE");
else rmSync("LICENSE", { force: true });
