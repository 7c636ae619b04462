import { writeXlsx } from "hucre/xlsx";
import type { WriteSheet } from "hucre/xlsx";
import {
  agreementQuarters,
  quarterLastDay,
  impliedColumns,
  tablesOf,
  typedNumber,
  type Agreement,
  type Language,
  type Parameter,
  type Text,
  placeText,
} from "@prestatieafspraken/indicators";
import { functionIds as allFunctionIds, functions as paFunctions } from "@prestatieafspraken/functions";
import { notChosenYet, occurrences, WorkbookError } from "@prestatieafspraken/quarterly";
import type { Field } from "@prestatieafspraken/quarterly";
import { courseSheet } from "./course-sheet.js";
import { dashboardSheet, normed } from "./dashboard-sheet.js";
import { finishPackage } from "./finish-package.js";
import { normsSheet } from "./norms-sheet.js";
import { readmeSheet } from "./readme-sheet.js";
import { sampleAgreement, sampleQuarter, sampleQuarters, sampleRows, sampleStatus } from "./sample-data.js";
import { withMistakes } from "./sample-mistakes.js";
import { selfcheckSheet } from "./selfcheck-sheet.js";
import { dateFormat } from "./style.js";
import { headerRow, tableSheet } from "./table-sheet.js";
import type { TemplateOptions } from "./template-options.js";
import type { TemplateRow } from "./table-sheet.js";

const fictional: Text = {
  nl: "FICTIEVE CIJFERS. De cijfers zijn verzonnen, om mee te oefenen; de afspraken zijn echt.",
  en: "FICTITIOUS FIGURES. The figures are made up, to practise with; the agreement is real.",
};

const settingsText = {
  agreement: { nl: "Welke afspraken gelden", en: "Which agreement is in force" },
  quarter: { nl: "Het kwartaal waarover de opgave gaat", en: "The quarter the return is about" },
  open: {
    nl: "Vul de waarde in zodra partijen die hebben gekozen",
    en: "Fill in the value once parties have chosen it",
  },
  day: {
    nl: "De dag waarop wordt geteld: de laatste dag van het kwartaal",
    en: "The day of counting: the last day of the quarter",
  },
  figures: {
    nl: "fictief = verzonnen, om mee te oefenen; dat komt op elk rapport te staan. Verwijder deze rij als u eigen cijfers invult",
    en: "fictief = invented, to practise with; every report says so. Remove this row when you enter figures of your own",
  },
} as const satisfies Record<string, Text>;

/** A row of PA_Instellingen, keyed by the name of the setting. */
interface Setting {
  readonly value: string | number;
  readonly explanation: string | null;
  readonly list?: readonly string[];
  readonly format?: string;
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isNumber = /^-?\d+(\.\d+)?$/;

/** A choice as its cell displays it: a date as 31-12-2028, a number with the language's decimal separator. */
const asShown = (value: string, language: Language): string =>
  isDay.test(value)
    ? value.split("-").reverse().join("-")
    : isNumber.test(value)
      ? typedNumber(value, language)
      : value;

/** Title, meaning, choices and remark of a definition choice, in one cell. */
function explain(parameter: Parameter, language: Language): string {
  const { label, choices, note, source } = parameter;
  const options = choices
    ?.filter(({ value, label }) => value !== label[language])
    .map((choice) => `${asShown(choice.value, language)} = ${choice.label[language]}`)
    .join("; ");
  return [
    `${label[language]}${source?.article === undefined ? "" : ` (${placeText(source.article)[language]})`}.`,
    ...(options ? [`${options}.`] : []),
    ...(note === undefined ? [] : [note[language]]),
    ...(parameter.default === "" ? [`${settingsText.open[language]}.`] : []),
  ].join(" ");
}

function settingsOf(options: TemplateOptions, quarter: string, quarters: readonly string[]): Map<string, Setting> {
  const { agreement, agreements = [agreement], language = "nl", sample = "none" } = options;
  return new Map<string, Setting>([
    [
      "Afspraak",
      {
        value: agreement.id,
        explanation: `${settingsText.agreement[language]}: ${agreement.title[language]}.`,
        list: agreements.map(({ id }) => id),
      },
    ],
    ["Gemeente", { value: agreement.municipality.name, explanation: agreement.municipality.code ?? null }],
    ["Verslagkwartaal", { value: quarter, explanation: `${settingsText.quarter[language]}.`, list: quarters }],
    [
      "Peildatum",
      { value: quarterLastDay(quarter), explanation: `${settingsText.day[language]}.`, format: dateFormat },
    ],
    ...agreement.parameters.map((parameter): [string, Setting] => [
      parameter.name,
      {
        // Says explicitly that nothing was chosen: an empty cell would be reported as missing.
        value:
          parameter.default === ""
            ? notChosenYet[language]
            : isNumber.test(parameter.default)
              ? Number(parameter.default)
              : parameter.default,
        explanation: explain(parameter, language),
        ...(parameter.choices !== undefined && {
          list: parameter.choices.map(({ value }) => asShown(value, language)),
        }),
        ...(isDay.test(parameter.default) && { format: dateFormat }),
      },
    ]),
    // Comes last, so that the other settings have the same position as in an empty template.
    ...(sample === "none"
      ? []
      : [
          [
            "Cijfers",
            { value: "fictief", explanation: `${settingsText.figures[language]}.`, list: ["fictief", "echt"] },
          ] as const,
        ]),
  ]);
}

/**
 * All commitments, so that none is forgotten; a recurring one appears once per due date in the year. The sample
 * includes what the parties report.
 */
function evaluationRows(agreement: Agreement, language: Language, sample: boolean, year: string): TemplateRow[] {
  const name = new Map(agreement.parties.map((party) => [party.id, party.name]));
  return agreement.commitments.flatMap((commitment) => {
    const { article, title, lead, due, recurs, signalOf } = commitment;
    const times = recurs === undefined ? [] : occurrences(agreement, commitment);
    const ofYear = times.flatMap(({ period }) => (period?.startsWith(year) ? [period] : []));
    const said = sample ? (sampleStatus[article] ?? { status: "op koers" }) : undefined;
    return (ofYear.length > 0 ? ofYear : [signalOf === undefined ? null : year]).map((period) => ({
      Artikel: article,
      Afspraak: title[language],
      Trekker: lead.length === name.size ? "alle partijen" : lead.map((id) => name.get(id) ?? id).join(", "),
      Status: said?.status ?? null,
      Periode: period,
      Deadline: due ?? null,
      Toelichting: said && "remark" in said ? (said.remark ?? null) : null,
      Bewijs: said && said.status === "gehaald" && "remark" in said ? (said.remark ?? null) : null,
    }));
  });
}

/** Values offered in a column: the field's own choices, the landlords, or the quarters of the agreement. */
function listOf(agreement: Agreement, quarters: readonly string[]) {
  const landlords = agreement.parties.filter(({ kind }) => kind === "corporation" || kind === "municipality");
  return (field: Field): readonly string[] | null =>
    field.choices?.map(({ value }) => value) ??
    (field.type === "quarter"
      ? quarters
      : field.type === "party"
        ? landlords.map(({ name }) => name)
        : field.type === "yesNo"
          ? ["ja", "nee"]
          : null);
}

/** The dashboard figures that get a chart: shares that take a quarter, at most four. */
const charted = (agreement: Agreement): ReturnType<typeof normed> =>
  normed(agreement)
    .filter(
      ({ f, norm }) =>
        f.indicator?.unit === "share" && norm.value !== "0" && f.arguments.some(({ kind }) => kind === "quarter"),
    )
    .slice(0, 4);

/** Implementation of `makeTemplate`. */
export async function buildTemplate(options: TemplateOptions): Promise<Uint8Array> {
  const { agreement, language = "nl", sample = "none", cached, selfcheck = false, addIn, help } = options;
  const isSample = sample !== "none";
  if (isSample && agreement.id !== sampleAgreement)
    throw new WorkbookError("NO_SAMPLE", {
      nl: `Voorbeeldcijfers zijn er alleen bij ${sampleAgreement}. Maak een leeg sjabloon, of kies die afspraak.`,
      en: `There are sample figures for ${sampleAgreement} only. Make an empty template, or choose that agreement.`,
    });

  const quarter = options.quarter ?? (isSample ? sampleQuarter : agreementQuarters(agreement)[0]!);
  const quarters = [...new Set([...(isSample ? sampleQuarters : []), ...agreementQuarters(agreement), quarter])].sort();
  const settings = settingsOf(options, quarter, quarters);
  const notice = isSample ? fictional[language] : undefined;

  const rowsOf = (table: string): readonly TemplateRow[] => {
    const rows: readonly TemplateRow[] =
      table === "PA_Instellingen"
        ? [...settings].map(([name, { value, explanation }]) => ({
            Instelling: name,
            Waarde: value,
            Toelichting: explanation,
          }))
        : table === "PA_Evaluatie"
          ? evaluationRows(agreement, language, isSample, quarter.slice(0, 4))
          : isSample
            ? (sampleRows[table] ?? [])
            : [];
    return sample === "with-errors" ? withMistakes(table, rows) : rows;
  };

  const tables = tablesOf({ columns: [...(agreement.columns ?? []), ...impliedColumns(agreement)] });
  const tableSheets = tables.map((definition) =>
    tableSheet(definition, rowsOf(definition.name), {
      language,
      listOf: listOf(agreement, quarters),
      ...(notice !== undefined && { notice }),
      ...(definition.name === "PA_Instellingen" && {
        widths: { Toelichting: 100 },
        cell: (row: TemplateRow, field: Field) => {
          const setting = field.header === "Waarde" ? settings.get(String(row["Instelling"])) : undefined;
          return setting === undefined
            ? null
            : { format: setting.format ?? null, ...(setting.list !== undefined && { list: setting.list }) };
        },
      }),
    }),
  );
  const names = Array.from(settings.keys());
  const settingCell = (name: string): string => `Instellingen!$B$${String(headerRow + 1 + names.indexOf(name))}`;
  const reporting = settingCell("Verslagkwartaal");
  const course = courseSheet(agreement, charted(agreement), { language, reporting, cached, functions: paFunctions });
  const dashboard = dashboardSheet(agreement, {
    language,
    notice,
    cached,
    charts: course.charts,
    previous: course.previous,
    settings: {
      municipality: settingCell("Gemeente"),
      quarter: reporting,
      day: settingCell("Peildatum"),
    },
  });
  const before = [readmeSheet(agreement, language, { notice, help }), dashboard];
  const sheets: WriteSheet[] = [
    ...before,
    ...tableSheets,
    course.sheet,
    normsSheet(agreement, language),
    ...(selfcheck ? [selfcheckSheet(language, cached)] : []),
  ];

  const day = new Date(`${options.created ?? agreement.document.date ?? agreement.from}T00:00:00Z`);
  const xlsx = await writeXlsx({
    sheets,
    properties: {
      title: agreement.title[language],
      creator: "Prestatieafspraken",
      created: day,
      modified: day,
    },
    // Written here, because the library's page setup omits the quotes around a sheet name with a space.
    namedRanges: tables.map(({ sheet }) => ({
      name: "_xlnm.Print_Titles",
      range: `'${sheet}'!$${String(headerRow)}:$${String(headerRow)}`,
      scope: sheet,
    })),
    defaultFont: { name: "Calibri", size: 11 },
  });
  return finishPackage(xlsx, {
    columnsLike: tableSheets.map((_, i) => ({ sheet: before.length + i + 1, row: headerRow + 1 })),
    addIn,
    functionIds: options.functions ?? [...allFunctionIds],
  });
}
