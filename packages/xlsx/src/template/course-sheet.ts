import { cellRef } from "hucre/xlsx";
import type { CellStyle, SheetChart, WriteSheet } from "hucre/xlsx";
import type { Agreement, Language, Norm, Text } from "@prestatieafspraken/indicators";
import type { PaFunction } from "@prestatieafspraken/functions";
import { formulaCell, type Cached } from "./formula-cell.js";
import { valueFormat } from "./number-formats.js";
import { font, style } from "./style.js";
import { TextSheet } from "./text-sheet.js";

export const courseName: Text = { nl: "Verloop", en: "Trend" };

const words = {
  title: { nl: "Verloop per kwartaal", en: "Trend by quarter" },
  help: {
    nl: "Hier komen de grafieken van het blad Dashboard vandaan. De formules volgen elke wijziging in de tabellen; een kwartaal zonder gegevens blijft open (#N/B).",
    en: "The charts of the sheet Dashboard come from here. The formulas follow every change in the tables; a quarter without data is left blank (#N/A).",
  },
  quarter: { nl: "Kwartaal", en: "Quarter" },
  norm: { nl: "Norm", en: "Norm" },
  path: { nl: "Pad naar het doel", en: "Path to the goal" },
  labels: { nl: "Woningen per energielabel", en: "Homes by energy label" },
} as const satisfies Record<string, Text>;

/** Label classes as people group them, best to worst; one bar colour each. */
const labelClasses = [
  { classes: "A++++-B", name: { nl: "A en B", en: "A and B" }, colour: "5AA469" },
  { classes: "C-D", name: { nl: "C en D", en: "C and D" }, colour: "E8C34A" },
  { classes: "E-G", name: { nl: "E, F en G", en: "E, F and G" }, colour: "C8553D" },
] as const;

/** A call of a live function for the quarter in a cell: `PA.SOCIALSHARE(,,$A5)`; null if it takes no quarter. */
export function callAbout(
  f: PaFunction,
  quarterCell: string,
  given: Readonly<Record<string, string>> = {},
): string | null {
  const at = f.arguments.findIndex(({ kind }) => kind === "quarter");
  if (at < 0) return null;
  const words = f.arguments.slice(0, at + 1).map(({ name }, i) => (i === at ? quarterCell : (given[name] ?? "")));
  return `PA.${f.id}(${words.join(",")})`;
}

interface Column {
  readonly head: string;
  readonly format: string;
  readonly formula: (row: number) => string;
}

/** A chart to draw: its columns as positions on this sheet. */
interface Drawing {
  readonly title: Text;
  /** `role`: the value, the norm, or the colour of a bar. */
  readonly columns: readonly { readonly name: string; readonly at: number; readonly role: string }[];
  readonly kind: "line" | "bars";
}

export interface CourseSheet {
  readonly sheet: WriteSheet;
  /** The cell with the quarter before the reporting quarter. */
  readonly previous: string;
  /** The dashboard's charts, without their position. */
  readonly charts: readonly Omit<SheetChart, "anchor">[];
}

const line = { value: "154273", norm: "A90061" } as const;

/** Number of quarters shown: a year, up to and including the reporting quarter. */
const shownQuarters = 4;

/** A sheet with one column per charted figure and one row per quarter, and the charts of these. */
export function courseSheet(
  agreement: Agreement,
  charted: readonly { readonly f: PaFunction; readonly norm: Norm }[],
  {
    language,
    reporting,
    cached,
    functions,
  }: {
    readonly language: Language;
    /** The cell with the reporting quarter. */
    readonly reporting: string;
    readonly cached: Cached | undefined;
    readonly functions: readonly PaFunction[];
  },
): CourseSheet {
  const say = (text: Text) => text[language];
  const name = say(courseName);
  const columns: Column[] = [];
  const drawings: Drawing[] = [];
  const add = (column: Column): number => columns.push(column);
  const first = 5;

  for (const { f, norm } of charted) {
    const format = valueFormat(f.indicator!.unit);
    const title = say(f.title);
    const value = add({ head: title, format, formula: (row) => callAbout(f, `$A${String(row)}`)! });
    const beside = add({ head: `${say(words.norm)}: ${title}`, format, formula: () => norm.value });
    drawings.push({
      title: f.title,
      kind: "line",
      columns: [
        { name: title, at: value, role: "value" },
        { name: say(words.norm), at: beside, role: "norm" },
      ],
    });
  }
  const progress = functions.find(({ id }) => id === "LABELPROGRESS");
  const deadline = agreement.norms.find(
    ({ indicator, deadline }) => indicator === "LABELSHARE" && deadline !== undefined,
  )?.deadline;
  if (progress !== undefined && deadline !== undefined) {
    const value = add({
      head: say(progress.title),
      format: "0%",
      formula: (row) => callAbout(progress, `$A${String(row)}`)!,
    });
    const path = add({
      head: say(words.path),
      format: "0%",
      formula: (row) => `PA.EXPECTED(1,"${agreement.from}","${deadline}",$A${String(row)})`,
    });
    drawings.push({
      title: progress.title,
      kind: "line",
      columns: [
        { name: say(progress.title), at: value, role: "value" },
        { name: say(words.path), at: path, role: "norm" },
      ],
    });
  }
  const share = functions.find(({ id }) => id === "LABELSHARE");
  if (share !== undefined && deadline !== undefined) {
    drawings.push({
      title: words.labels,
      kind: "bars",
      columns: labelClasses.map(({ classes, name: called, colour }) => ({
        name: say(called),
        role: colour,
        at: add({
          head: say(called),
          format: "0%",
          formula: (row) => callAbout(share, `$A${String(row)}`, { classes: `"${classes}"` })!,
        }),
      })),
    });
  }

  const page = new TextSheet();
  page
    .add({ value: say(words.title), style: style.title })
    .add({ value: say(words.help), style: style.help })
    .skip();
  page.add(
    ...[say(words.quarter), ...columns.map(({ head }) => head)].map((value) => ({
      value,
      style: style.requiredHeader,
    })),
  );
  const shown: CellStyle = { font: font(), alignment: { vertical: "top" } };
  for (let row = first; row < first + shownQuarters; row += 1) {
    // The last row is the reporting quarter, as "Q3 2026" under the charts; each row above it is one quarter earlier.
    const below = `$A${String(row + 1)}`;
    const quarter =
      row === first + shownQuarters - 1
        ? `RIGHT(PA.QUARTER(${reporting}),2)&" "&LEFT(PA.QUARTER(${reporting}),4)`
        : `IF(MID(${below},2,1)="1","Q4 "&(RIGHT(${below},4)-1),"Q"&(MID(${below},2,1)-1)&" "&RIGHT(${below},4))`;
    page.add(
      formulaCell(`=${quarter}`, {
        at: { sheet: name, cell: cellRef(row - 1, 0) },
        look: shown,
        cached,
        otherwise: "",
      }),
      ...columns.map(({ formula, format }, column) => {
        const text = formula(row);
        const look = { ...shown, numFmt: format };
        return /^-?[\d.]+$/.test(text)
          ? { value: Number(text), style: look }
          : // With #N/A a chart leaves a gap instead of drawing zero.
            formulaCell(`=IFERROR(${text},NA())`, {
              at: { sheet: name, cell: cellRef(row - 1, column + 1) },
              look,
              cached,
            });
      }),
    );
  }
  const last = first + shownQuarters - 1;
  const range = (column: number): string => {
    const letter = cellRef(0, column).replace(/\d+$/, "");
    return `'${name}'!$${letter}$${String(first)}:$${letter}$${String(last)}`;
  };
  return {
    previous: `'${name}'!$A$${String(last - 1)}`,
    sheet: page.sheet(name, [12, ...columns.map(() => 18)], { freezePane: { rows: first - 1, columns: 1 } }),
    charts: drawings.map(({ title, kind, columns: of }) => ({
      type: kind === "line" ? "line" : "column",
      title: say(title),
      titleFontSize: 11,
      altText: `${say(title)}: ${say(words.title).toLowerCase()}`,
      legend: "bottom",
      dispBlanksAs: "gap",
      ...(kind === "bars" && { barGrouping: "percentStacked" as const, overlap: 100, gapWidth: 60 }),
      series: of.map(({ name: called, at, role }) => ({
        name: called,
        categories: range(0),
        values: range(at),
        color: role === "value" ? line.value : role === "norm" ? line.norm : role,
        ...(kind === "line" && {
          stroke: role === "norm" ? { width: 1.5, dash: "dash" as const } : { width: 2.25 },
          marker: role === "norm" ? { symbol: "none" as const } : { symbol: "circle" as const, size: 6 },
        }),
      })),
    })),
  };
}
