import {
  dayText,
  quarterLastDay,
  quarterOfDay,
  readDay,
  readQuarter,
  closest,
  type Agreement,
  type Language,
  type Parameter,
  type Text,
  cleaned,
  comparable,
} from "@prestatieafspraken/indicators";
import type { ReturnTable, Settings } from "../return.js";
import type { CellValue } from "../workbook.js";
import { numberText, type NumberText } from "./number-text.js";
import type { CellRemark } from "./read-column.js";
import { meant } from "./meant.js";
import { textAt } from "./value-text.js";

/** Names of settings that are not parameters of an agreement. */
const own = {
  agreement: ["Afspraak", "Prestatieafspraken", "Overeenkomst", "Agreement"],
  municipality: ["Gemeente", "Municipality"],
  quarter: ["Verslagkwartaal", "Kwartaal", "Reporting quarter"],
  day: ["Peildatum", "Reference date"],
  language: ["Taal", "Language"],
  figures: ["Cijfers", "Figures"],
  ignored: ["GM-code", "Gemeentecode", "Versie", "Version"],
} as const;

/** The forms of a setting without a closed list. */
const kinds: Readonly<Record<NonNullable<Parameter["type"]>, Text>> = {
  day: { nl: "een dag, zoals 31-12-2028", en: "a day, such as 31-12-2028" },
  number: { nl: "een getal, zoals 20", en: "a number, such as 20" },
  share: {
    nl: "een aandeel tussen 0 en 1, of een percentage zoals 10%",
    en: "a share between 0 and 1, or a percentage such as 10%",
  },
};
/** Accepted names of the languages for texts in cells. */
const languages: Readonly<Record<Language, readonly string[]>> = {
  nl: ["Nederlands", "nl", "NL-nl", "Dutch"],
  en: ["English", "en", "Engels", "en-US", "en-GB"],
};
/** Values of the setting Cijfers: figures are real unless the workbook says otherwise, as a sample does. */
const figures = {
  invented: ["fictief", "verzonnen", "fictitious", "invented"],
  real: ["echt", "real"],
} as const;
const nothingChosen: Text = { nl: "niet gekozen", en: "not chosen" };
/**
 * The value of a setting that parties have not decided on; the template fills it in, so that the cell does not look forgotten.
 */
export const notChosenYet: Text = { nl: "nog niet gekozen", en: "not chosen yet" };

function isCalled(name: string, names: readonly string[]): boolean {
  const key = comparable(name);
  return names.some((one) => comparable(one) === key);
}

/** A row of PA_Instellingen. */
interface Row {
  readonly index: number;
  readonly name: string;
  readonly value: string | null;
}

function rowsOf(table: ReturnTable | undefined): readonly Row[] {
  if (!table) return [];
  const rows: Row[] = [];
  for (let index = 0; index < table.length; index += 1) {
    const name = textAt(table, "Instelling", index);
    if (name !== null) rows.push({ index, name, value: textAt(table, "Waarde", index) });
  }
  return rows;
}

const find = (rows: readonly Row[], names: readonly string[]): Row | undefined =>
  rows.find((row) => isCalled(row.name, names));

/** Selects the agreement of the workbook, with remarks if that was unclear. */
export function chooseAgreement(
  agreements: readonly Agreement[],
  table: ReturnTable | undefined,
): { readonly agreement: Agreement; readonly remarks: readonly CellRemark[] } {
  const first = agreements[0]!;
  const rows = rowsOf(table);
  const said = find(rows, own.agreement);
  const municipality = find(rows, own.municipality)?.value ?? null;
  const here =
    municipality === null
      ? undefined
      : agreements.find((one) => comparable(one.municipality.name) === comparable(municipality));
  if (said?.value != null) {
    const key = comparable(said.value);
    const byName = agreements.find((one) =>
      [one.id, one.title.nl, one.title.en].some((name) => comparable(name) === key),
    );
    if (byName) return { agreement: byName, remarks: [] };
    const near = closest(
      said.value,
      agreements.flatMap((one) => [one.id, one.title.nl]),
    );
    const used = here ?? first;
    return {
      agreement: used,
      remarks: [
        {
          index: said.index,
          header: "Waarde",
          remark: { rule: "PA-003", facts: { suggestion: meant(near), used: used.title } },
        },
      ],
    };
  }
  return { agreement: here ?? first, remarks: [] };
}

/**
 * The value of a parameter in its standard form: that of its closed list, a date as "2028-12-31", a number or share with a point,
 * otherwise the text itself. Null if it is invalid.
 */
function parameterValue(parameter: Parameter, typed: string, raw: CellValue): string | null {
  if (parameter.type === "day") {
    const day = readDay(typeof raw === "number" ? raw : typed);
    return day === null || (parameter.choices && !parameter.choices.some(({ value }) => value === day)) ? null : day;
  }
  if (parameter.type !== undefined) {
    const found: NumberText =
      typeof raw === "number"
        ? { kind: "number", value: raw, percent: false, provisional: false }
        : numberText(cleaned(typed));
    if (found.kind !== "number" || found.value < 0) return null;
    const isShare = parameter.type === "share";
    if (found.percent && !isShare) return null;
    const value = found.percent ? Number(`${found.value}e-2`) : found.value;
    if (isShare && value > 1) return null;
    return value === Number(parameter.default || NaN) ? parameter.default : String(value);
  }
  if (!parameter.choices) return typed;
  const key = comparable(typed);
  const choice = parameter.choices.find((one) =>
    [one.value, one.label.nl, one.label.en].some((name) => comparable(name) === key),
  );
  return choice?.value ?? null;
}

/** Reads PA_Instellingen: the quarter, the date, and the definitions chosen. */
export function readSettings(
  table: ReturnTable | undefined,
  agreement: Agreement,
  given: { readonly quarter?: string; readonly day?: string },
): { readonly settings: Settings; readonly remarks: readonly CellRemark[] } {
  const rows = rowsOf(table);
  const remarks: CellRemark[] = [];
  const remark = (row: Row, rule: string, facts = {}): void => {
    remarks.push({ index: row.index, header: "Waarde", remark: { rule, facts } });
  };

  let quarter = given.quarter ?? null;
  let day = given.day ?? null;
  const quarterRow = find(rows, own.quarter);
  if (quarterRow?.value != null) {
    const asDay = readDay(quarterRow.value);
    const read = readQuarter(quarterRow.value) ?? (asDay === null ? null : quarterOfDay(asDay));
    if (read === null) remark(quarterRow, "PA-002");
    quarter ??= read;
  }
  const dayRow = find(rows, own.day);
  if (dayRow?.value != null) {
    const typed = table ? table.typed("Waarde", dayRow.index) : null;
    const read = readDay(typeof typed === "number" ? typed : dayRow.value);
    if (read === null) remark(dayRow, "PA-007");
    // The workbook's date only applies to the workbook's own quarter.
    if (given.quarter === undefined || (read !== null && quarterOfDay(read) === given.quarter)) day ??= read;
  }
  day ??= quarter === null ? null : quarterLastDay(quarter);

  const languageRow = find(rows, own.language);
  const language = (Object.keys(languages) as Language[]).find((one) =>
    isCalled(languageRow?.value ?? "", languages[one]),
  );
  if (languageRow?.value != null && language === undefined) {
    const choices = Object.values(languages).map(([name]) => name!);
    remark(languageRow, "PA-005", {
      name: own.language[0],
      choices: choices.join(", "),
      used: choices[0]!,
      suggestion: meant(closest(languageRow.value, choices)),
    });
  }

  const figuresRow = find(rows, own.figures);
  const fictitious = isCalled(figuresRow?.value ?? "", figures.invented);
  if (figuresRow?.value != null && !fictitious && !isCalled(figuresRow.value, figures.real)) {
    const choices = [figures.real[0], figures.invented[0]];
    remark(figuresRow, "PA-005", {
      name: own.figures[0],
      choices: choices.join(", "),
      used: figures.real[0],
      suggestion: meant(closest(figuresRow.value, choices)),
    });
  }

  const parameters: Record<string, string> = {};
  const chosen: string[] = [];
  const unread: Record<string, string> = {};
  for (const parameter of agreement.parameters) parameters[parameter.id] = parameter.default;
  const ownNames = Object.values(own).flat();
  const names = [...ownNames, ...agreement.parameters.map((parameter) => parameter.name)];
  for (const row of rows) {
    if (isCalled(row.name, ownNames)) continue;
    const parameter = agreement.parameters.find((one) => isCalled(row.name, [one.name, one.id]));
    if (!parameter) {
      remarks.push({
        index: row.index,
        header: "Instelling",
        remark: { rule: "PA-004", facts: { suggestion: meant(closest(row.name, names)) } },
      });
      continue;
    }
    if (row.value === null || isCalled(row.value, [notChosenYet.nl, notChosenYet.en])) continue;
    const value = parameterValue(parameter, row.value, table?.typed("Waarde", row.index) ?? null);
    if (value === null) {
      unread[parameter.id] = parameter.name;
      const choices = (parameter.choices ?? []).map((choice) => choice.value);
      const said = choices.map((choice) => (parameter.type === "day" ? dayText(choice) : choice));
      const words = (language: "nl" | "en"): string =>
        said.map((one) => (typeof one === "string" ? one : one[language])).join(", ");
      remark(row, "PA-005", {
        name: parameter.name,
        choices:
          choices.length > 0 || parameter.type === undefined
            ? { nl: words("nl"), en: words("en") }
            : kinds[parameter.type],
        used:
          parameter.default === ""
            ? nothingChosen
            : parameter.type === "day"
              ? dayText(parameter.default)
              : parameter.default,
        suggestion: meant(closest(row.value, choices)),
      });
      continue;
    }
    parameters[parameter.id] = value;
    // The template fills in all defaults, so only a differing value was chosen here.
    if (value !== parameter.default) chosen.push(parameter.id);
  }

  const municipality = find(rows, own.municipality);
  if (municipality?.value != null && comparable(municipality.value) !== comparable(agreement.municipality.name)) {
    const bare = comparable(municipality.value).replace(/^gemeente/, "");
    if (bare !== comparable(agreement.municipality.name)) {
      remark(municipality, "PA-014", { municipality: agreement.municipality.name });
    }
  }
  return {
    settings: {
      quarter,
      day,
      language: language ?? "nl",
      municipality: municipality?.value ?? null,
      fictitious,
      parameters,
      chosen,
      unread,
    },
    remarks,
  };
}
