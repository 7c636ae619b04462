// npm run build: builds the add-in and the workbench in build/, and `pa` as one file. Fast if nothing changed since the
// last time.
import { pages } from "./pages.mjs";
import { install } from "./prepare.mjs";

install();
await pages(process.argv.includes("--development") ? "development" : "production");
