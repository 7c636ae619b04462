// npm pack of a room carries the licence, as EUPL-1.2 article 5 asks; it stands there only while the package is made.
import { copyFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const licence = fileURLToPath(new URL("../LICENSE", import.meta.url));
if (process.argv[2] === "copy") copyFileSync(licence, "LICENSE");
else rmSync("LICENSE", { force: true });
