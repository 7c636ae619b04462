// npm run build: builds the add-in and the workbench in build/, and `pa` as one file. Fast if nothing changed since the
// last time.
import { pages } from "./pages.mjs";
import { install } from "./prepare.mjs";

install();
const asks = (option) => process.argv.includes(`--${option}`);
await pages(asks("development") ? "development" : "production", asks("compiled"));
