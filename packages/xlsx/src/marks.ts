import type { Mark } from "@prestatieafspraken/quarterly";
import { refusal } from "./refusal.js";

/** The sheet that lists every mark in words. */
export const marksSheet = "PA_Controle";
export const marksHeaders = ["Soort", "Blad", "Cel", "Bevinding"] as const;

/** Ids of our rules begin like this, so that any user's earlier marks are found again. */
const idStart = "{50AC0DE5-";
const extension = "{78C0D931-6437-407D-A8EE-F0AAD7539E65}";

const looks: Readonly<Record<Mark["severity"], { readonly id: string; readonly fill: string; readonly text: string }>> =
  {
    error: { id: `${idStart}0001-4000-8000-000000000001}`, fill: "FFFFC7CE", text: "FF9C0006" },
    warning: { id: `${idStart}0001-4000-8000-000000000002}`, fill: "FFFFEB9C", text: "FF7F4F00" },
    info: { id: `${idStart}0001-4000-8000-000000000003}`, fill: "FFDDEBF7", text: "FF1F3864" },
  };

const rule = (severity: Mark["severity"], cells: readonly string[], priority: number): string => {
  const { id, fill, text } = looks[severity];
  return (
    `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="${priority}" id="${id}"><xm:f>TRUE</xm:f>` +
    `<x14:dxf><font><b/><u/><color rgb="${text}"/></font><fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill></x14:dxf></x14:cfRule>` +
    `<xm:sqref>${cells.join(" ")}</xm:sqref></x14:conditionalFormatting>`
  );
};

const empty =
  /<(?:\w+:)?ext\b[^>]*\buri="\{78C0D931[^"]*"[^>]*><x14:conditionalFormattings><\/x14:conditionalFormattings><\/(?:\w+:)?ext>/g;

/** The sheet without our marks; what somebody else put there stays. */
export function withoutMarks(xml: string): string {
  if (!xml.includes(idStart)) return xml;
  return xml
    .replace(
      /<x14:conditionalFormatting\b(?:(?!<\/x14:conditionalFormatting>)[\s\S])*?<\/x14:conditionalFormatting>/g,
      (found) => (found.includes(idStart) ? "" : found),
    )
    .replace(empty, "")
    .replace(/<(\w+:)?extLst><\/(?:\w+:)?extLst>(?=<\/(?:\w+:)?worksheet>)/, "");
}

/** The sheet with marks on these cells: a conditional format that carries its own look, so that no style of the workbook changes. */
export function withMarks(xml: string, marks: readonly Mark[], part: string): string {
  const bare = withoutMarks(xml);
  const rules = (["error", "warning", "info"] as const)
    .map((severity, index) => {
      const cells = [...new Set(marks.filter((mark) => mark.severity === severity).map((mark) => mark.cell))];
      return cells.length === 0 ? "" : rule(severity, cells, index + 1);
    })
    .join("");
  if (rules === "") return bare;
  const close = /<\/((?:\w+:)?)worksheet>\s*$/.exec(bare);
  if (!close) throw refusal("BAD_XML", part);
  const prefix = close[1] ?? "";
  const theirs = /(<\/x14:conditionalFormattings>)/.exec(bare);
  if (theirs) return bare.slice(0, theirs.index) + rules + bare.slice(theirs.index);
  const ours = `<${prefix}ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="${extension}"><x14:conditionalFormattings>${rules}</x14:conditionalFormattings></${prefix}ext>`;
  const list = new RegExp(`</${prefix}extLst>(?=</${prefix}worksheet>\\s*$)`).exec(bare);
  if (list) return bare.slice(0, list.index) + ours + bare.slice(list.index);
  return `${bare.slice(0, close.index)}<${prefix}extLst>${ours}</${prefix}extLst>${bare.slice(close.index)}`;
}

export const severityNames: Readonly<Record<Mark["severity"], string>> = {
  error: "Fout",
  warning: "Let op",
  info: "Ter info",
};
export const severityOf = (name: string): Mark["severity"] =>
  name === severityNames.error ? "error" : name === severityNames.warning ? "warning" : "info";
