/** Making a workbook needs the writer of templates: fetched when somebody asks for one. */
export { makeTemplate } from "@prestatieafspraken/xlsx";
