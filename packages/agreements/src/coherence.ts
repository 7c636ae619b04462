import {
  closest,
  countingOf,
  extensibleTables,
  labelScale,
  tableOf,
  tables,
  tablesOf,
  type Agreement,
  type FieldType,
  type Indicator,
  type Norm,
  type OwnIndicator,
  type OwnInput,
  type Parameter,
  type TableDefinition,
  type Text,
} from "@prestatieafspraken/indicators";
import { problem, type Problem } from "./problem.js";
import { dayExists } from "./day-exists.js";
import { suggestion } from "./suggestion.js";

/** What an agreement may refer to outside itself. References to a list that is left out are not checked. */
export interface Known {
  /** The indicators of the product; the agreement's own indicators are added. */
  readonly indicators?: readonly (Pick<Indicator, "id" | "unit"> &
    Partial<Pick<Indicator, "live" | "arguments" | "title">>)[];
}

const same = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ");

/**
 * Suggests indicators that a norm can be about and whose title shares words with the typed text: ' Misschien
 * SOCIALTARGET (Doelaantal …)?'.
 */
function alikeIn(typed: string, indicators: NonNullable<Known["indicators"]>): Text {
  const stems = (text: string): string[] =>
    (text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 6));
  const asked = new Set(stems(typed.slice(0, 200)));
  const near = indicators
    .flatMap(({ id, live, title }) => {
      const shared = title === undefined ? 0 : new Set(stems(title.nl).filter((stem) => asked.has(stem))).size;
      return live === true && shared > 0 ? [{ id, title: title!.nl, shared }] : [];
    })
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map(({ id, title }) => `${id} (${title})`)
    .join(", ");
  return near === "" ? { nl: "", en: "" } : { nl: ` Misschien ${near}?`, en: ` Perhaps ${near}?` };
}

/** Names of parts, for a sentence. */
const named = (keys: readonly string[]): string => keys.map((key) => `‹${key}›`).join(", ");

/** True if the default of a setting fits its type; an empty default always does. */
const fits = ({ type, default: value }: Agreement["parameters"][number]): boolean =>
  type === undefined ||
  value === "" ||
  (type === "day" ? dayExists(value) : /^\d+(?:\.\d+)?$/.test(value) && (type === "number" || Number(value) <= 1));

/**
 * Finds mistakes that a schema cannot: broken references, contradictory dates, overlapping norms, formulas with unknown names.
 */
export function checkCoherence(file: Agreement, known: Known = {}): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, message: Text): void => {
    problems.push(problem(file, path, message));
  };

  const unique = (
    path: string,
    keys: readonly (string | undefined)[],
    at: (index: number) => string,
    what: Text,
  ): void => {
    const seen = new Map<string, number>();
    keys.forEach((key, index) => {
      // What lacks it is reported on its own.
      if (key === undefined) return;
      const before = seen.get(same(key));
      if (before === undefined) seen.set(same(key), index);
      else
        report(at(index), {
          nl: `${what.nl} "${key}" komt twee keer voor (ook ‹${path}[${before}]›). Geef elk een eigen kenmerk.`,
          en: `${what.en} "${key}" occurs twice (also ‹${path}[${before}]›). Give each its own.`,
        });
    });
  };
  const uniqueIn = (path: "norms" | "parties" | "parameters" | "tensions" | "indicators", what: Text): void =>
    unique(
      path,
      file[path].map(({ id }) => id),
      (index) => `${path}[${index}].id`,
      what,
    );
  uniqueIn("parties", { nl: "de partij", en: "the party" });
  uniqueIn("parameters", { nl: "de instelling", en: "the setting" });
  uniqueIn("norms", { nl: "de norm", en: "the norm" });
  uniqueIn("tensions", { nl: "het verschil", en: "the tension" });
  uniqueIn("indicators", { nl: "de indicator", en: "the indicator" });
  unique(
    "parameters",
    file.parameters.map(({ name }: Partial<Parameter>) => name),
    (index) => `parameters[${index}].name`,
    { nl: "de naam", en: "the name" },
  );
  unique(
    "commitments",
    file.commitments.map(({ article }) => article),
    (index) => `commitments[${index}].article`,
    { nl: "artikel", en: "article" },
  );

  file.parameters.forEach((parameter, index) => {
    const missing = ["name", "label", "default"].filter((key) => !(key in parameter));
    if (missing.length > 0)
      report(`parameters[${index}]`, {
        nl: `De keuze "${parameter.id}" is er geen van het product. Geef een eigen keuze ook ${named(missing)}.`,
        en: `"${parameter.id}" is not a choice of the product. Give your own choice ${named(missing)} too.`,
      });
  });

  // An alias shared by two parties would attribute figures to the wrong one.
  const owner = new Map<string, string>();
  file.parties.forEach((party, index) => {
    const names = [
      { text: party.id, path: "id" },
      { text: party.name, path: "name" },
      ...party.aliases.map((text, i) => ({ text, path: `aliases[${i}]` })),
    ];
    for (const { text, path } of names) {
      const other = owner.get(same(text));
      if (other === undefined) owner.set(same(text), party.id);
      else if (other !== party.id)
        report(`parties[${index}].${path}`, {
          nl: `"${text}" is ook een naam van partij "${other}". Een naam kan maar bij één partij horen.`,
          en: `"${text}" is also a name of party "${other}". A name can belong to one party only.`,
        });
    }
  });

  const partyIds = file.parties.map(({ id }) => id);
  const parties = (path: string, ids: readonly string[] | undefined): void =>
    ids?.forEach((id, index) => {
      if (partyIds.includes(id)) return;
      const byName = owner.get(same(id));
      const meant = byName === undefined ? suggestion(id, partyIds) : suggestion(byName, [byName]);
      report(path.endsWith(".") ? `${path}${id}` : `${path}[${index}]`, {
        nl: `partij "${id}" staat niet bij ‹parties›.${meant.nl}`,
        en: `party "${id}" is not among the ‹parties›.${meant.en}`,
      });
    });

  const units = new Map([...(known.indicators ?? []), ...file.indicators].map(({ id, unit }) => [id, unit]));
  const indicator = (path: string, id: string | undefined): void => {
    if (id === undefined || known.indicators === undefined || units.has(id)) return;
    const meant = closest(id, [...units.keys()]);
    const alike = meant === null ? alikeIn(id, known.indicators) : null;
    report(path, {
      nl: `de indicator "${id}" bestaat niet.${alike === null ? ` Bedoelt u "${meant!}"?` : `${alike.nl} Verbeter de naam, of voeg hem toe bij ‹indicators›.`}`,
      en: `the indicator "${id}" does not exist.${alike === null ? ` Do you mean "${meant!}"?` : `${alike.en} Correct the name, or add it to ‹indicators›.`}`,
    });
  };

  const namesOf = (ids: readonly string[]): string =>
    ids.map((id) => file.parties.find((party) => party.id === id)?.name ?? id).join(", ");
  const definitions = new Map((known.indicators ?? []).map((one) => [one.id, one]));
  /** The parties an indicator is about: the corporations, unless `scope` says otherwise. */
  const aboutWhom = (id: string): readonly string[] =>
    (Object.hasOwn(file.scope, id) ? file.scope[id] : undefined) ??
    file.parties.filter(({ kind }) => kind === "corporation").map((party) => party.id);
  const bindsAll = (norm: Norm): boolean => aboutWhom(norm.indicator).every((id) => norm.parties?.includes(id));
  /** True if two norms apply to the same report line: that of all parties together, or that of one party. */
  const overlap = (a: Norm, b: Norm): boolean => {
    if (a.indicator !== b.indicator || a.id === b.id) return false;
    if ((a.from ?? "") > (b.until ?? "9999") || (b.from ?? "") > (a.until ?? "9999")) return false;
    const isTogether = (norm: Norm): boolean => norm.parties === undefined || bindsAll(norm);
    const asks = Object.values(countingOf(a.indicator)?.asks ?? {});
    return (
      (isTogether(a) && isTogether(b)) ||
      a.parties?.some((id) => b.parties?.includes(id)) === true ||
      asks.some(({ parties: whose }) => whose === "named")
    );
  };
  /** Reports a norm that no figure of a return can be judged by. */
  const unjudged = (path: string, norm: Norm): void => {
    const definition = definitions.get(norm.indicator);
    if (definition?.live === false) {
      report(path, {
        nl: `${norm.indicator} wordt niet geteld in een opgave, dus niets beoordeelt norm ${norm.id}. Kies een indicator die uit de tabellen rekent, of voeg er een toe bij ‹indicators›.`,
        en: `${norm.indicator} is not counted in a return, so nothing judges norm ${norm.id}. Choose an indicator that answers from the tables, or add one to ‹indicators›.`,
      });
      return;
    }
    const judgedFor = aboutWhom(norm.indicator);
    const outside = (norm.parties ?? []).filter((id) => partyIds.includes(id) && !judgedFor.includes(id));
    if (outside.length > 0)
      report(path.replace(".indicator", ".parties"), {
        nl: `norm ${norm.id} bindt ${namesOf(outside)}, maar ‹scope› telt die niet mee bij ${norm.indicator}. Voeg ze daar toe.`,
        en: `norm ${norm.id} binds ${namesOf(outside)}, but ‹scope› does not count them for ${norm.indicator}. Add them there.`,
      });
    const own = file.indicators.find(({ id }) => id === norm.indicator);
    if (own && norm.parties !== undefined && own.perParty !== true && !bindsAll(norm))
      report(path.replace(".indicator", ".parties"), {
        nl: `${own.id} wordt niet per partij geteld, dus niets beoordeelt norm ${norm.id} voor ${namesOf(norm.parties)}. Zet ‹perParty (Ook per partij)› op ja.`,
        en: `${own.id} is not counted per party, so nothing judges norm ${norm.id} for ${namesOf(norm.parties)}. Set ‹perParty (Ook per partij)› to yes.`,
      });
    const perParty = own !== undefined || (definition?.arguments?.some(({ kind }) => kind === "party") ?? true);
    if (norm.parties !== undefined && !perParty)
      report(path.replace(".indicator", ".parties"), {
        nl: `${norm.indicator} heeft geen cijfer per partij, dus niets beoordeelt norm ${norm.id} voor ${namesOf(norm.parties)}. Laat ‹parties› weg, of kies een andere indicator.`,
        en: `${norm.indicator} has no figure per party, so nothing judges norm ${norm.id} for ${namesOf(norm.parties)}. Leave out ‹parties›, or choose another indicator.`,
      });
  };

  const period = (path: string, from: string | undefined, until: string | undefined): boolean => {
    if (from === undefined || until === undefined || !dayExists(from) || !dayExists(until) || from <= until)
      return true;
    report(path, {
      nl: `‹from› (‹day ${from}›) ligt na ‹until› (‹day ${until}›). Wissel ze om of verbeter een van beide.`,
      en: `‹from› (‹day ${from}›) is after ‹until› (‹day ${until}›). Swap them or correct one.`,
    });
    return false;
  };
  const term = period("from", file.from, file.until);

  file.norms.forEach((norm, index) => {
    const path = `norms[${index}]`;
    indicator(`${path}.indicator`, norm.indicator);
    parties(`${path}.parties`, norm.parties);
    unjudged(`${path}.indicator`, norm);
    const ordered = period(`${path}.from`, norm.from, norm.until);
    if (term && ordered && ((norm.from ?? "") > file.until || (norm.until ?? "9999") < file.from))
      report(`${path}.from`, {
        nl: `de norm geldt op geen enkele dag van de afspraken (‹day ${file.from}› t/m ‹day ${file.until}›).`,
        en: `the norm holds on no day of the agreement (‹day ${file.from}› to ‹day ${file.until}›).`,
      });
    if (units.get(norm.indicator) === "share" && Number(norm.value) > 1)
      report(`${path}.value`, {
        nl: `een aandeel loopt van ‹%0› tot ‹%1›, maar ‹value› is "${norm.value}".${share(norm.value).nl}`,
        en: `a share runs from ‹%0› to ‹%1›, but ‹value› is "${norm.value}".${share(norm.value).en}`,
      });
    const written = (number: string): string => (units.get(norm.indicator) === "share" ? `‹%${number}›` : number);
    const [value, signal] = [Number(norm.value), Number(norm.signal)];
    if (
      norm.signal !== undefined &&
      (norm.comparator.startsWith("<") ? signal >= value : norm.comparator.startsWith(">") ? signal <= value : false)
    )
      report(`${path}.signal`, {
        nl: `het signaal (${written(norm.signal)}) komt niet vóór de norm (${norm.comparator} ${written(norm.value)}) en zou dus nooit als eerste klinken.`,
        en: `the signal (${written(norm.signal)}) is not reached before the norm (${norm.comparator} ${written(norm.value)}), so it would never warn in time.`,
      });
    if (norm.margin !== undefined && (norm.strength !== "approximate" || !(Number(norm.margin) < 1)))
      report(`${path}.margin`, {
        nl: `‹margin› hoort bij een norm met ‹strength› "‹approximate›" en is een deel van de waarde, zoals ‹%0.10›.`,
        en: `‹margin› goes with a norm of ‹strength› "‹approximate›" and is a part of the value, such as ‹%0.10›.`,
      });
    const clash = file.norms.slice(0, index).find((other) => overlap(norm, other));
    if (clash)
      report(`${path}.from`, {
        nl: `geldt op dezelfde dagen en voor dezelfde partijen als norm ${clash.id} over ${norm.indicator}. Laat de ene ophouden (‹until›) op de dag voor de andere begint (‹from›).`,
        en: `holds on the same days and for the same parties as norm ${clash.id} on ${norm.indicator}. Let one end (‹until›) the day before the other begins (‹from›).`,
      });
  });

  const normIds = file.norms.map(({ id }) => id);
  file.commitments.forEach((commitment, index) => {
    const path = `commitments[${index}]`;
    parties(`${path}.lead`, commitment.lead);
    parties(`${path}.withoutConsent`, commitment.withoutConsent);
    parties(`${path}.meetings.attendance.`, Object.keys(commitment.meetings?.attendance ?? {}));
    commitment.indicators?.forEach((id, i) => indicator(`${path}.indicators[${i}]`, id));
    commitment.norms?.forEach((id, i) => {
      if (normIds.includes(id)) return;
      const meant = suggestion(id, normIds);
      report(`${path}.norms[${i}]`, {
        nl: `norm "${id}" staat niet bij ‹norms›.${meant.nl}`,
        en: `norm "${id}" is not among the ‹norms›.${meant.en}`,
      });
    });
    const { signalOf } = commitment;
    if (signalOf !== undefined && file.norms.find(({ id }) => id === signalOf)?.signal === undefined)
      report(`${path}.signalOf`, {
        nl: `"${signalOf}" is geen norm met een signaal.${suggestion(signalOf, normIds).nl}`,
        en: `"${signalOf}" is not a norm with a signal.${suggestion(signalOf, normIds).en}`,
      });
    if (commitment.kind === "number" && commitment.norms === undefined)
      report(`${path}.norms`, {
        nl: 'een afspraak met ‹kind› "‹number›" heeft een norm nodig. Noem die bij ‹norms›, of maak er "‹trend›" van.',
        en: 'a commitment of ‹kind› "‹number›" needs a norm. Name it in ‹norms›, or make it "‹trend›".',
      });
    const after = commitment.dueAfter?.parameter;
    if (after !== undefined && file.parameters.find(({ id }) => id === after)?.type !== "day")
      report(`${path}.dueAfter.parameter`, {
        nl: `"${after}" is geen instelling met een dag (‹type› ‹day›).`,
        en: `"${after}" is not a setting with a day (‹type› ‹day›).`,
      });
    if (
      commitment.kind === "dated" &&
      !commitment.due &&
      !commitment.recurs &&
      !commitment.dueAfter &&
      !commitment.signalOf &&
      !commitment.note
    )
      report(`${path}.due`, {
        nl: "wanneer is dit klaar? Vul ‹due› of ‹recurs› in, of zeg in een ‹note› waarom er geen dag is.",
        en: "when is this due? Fill in ‹due› or ‹recurs›, or explain in a ‹note› why it has no day.",
      });
    if (commitment.kind === "frequency" && !commitment.meetings && !commitment.note)
      report(`${path}.meetings`, {
        nl: "hoe vaak per jaar? Vul ‹meetings› in, of zeg in een ‹note› hoe vaak het is.",
        en: "how often a year? Fill in ‹meetings›, or say in a ‹note› how often it is.",
      });
  });

  for (const [id, ids] of Object.entries(file.scope)) {
    indicator(`scope.${id}`, id);
    parties(`scope.${id}`, ids);
  }
  file.tensions.forEach((tension, index) => indicator(`tensions[${index}].indicator`, tension.indicator));
  file.parameters.forEach((parameter, index) => {
    if (!fits(parameter))
      report(`parameters[${index}].default`, {
        nl: `de standaardwaarde "${parameter.default}" past niet bij het type ‹${parameter.type!}›. Gebruik 2028-12-31 voor een dag, 20 voor een getal, 0.10 voor een aandeel.`,
        en: `the default "${parameter.default}" does not fit the type ${parameter.type!}. Use 2028-12-31 for a day, 20 for a number, 0.10 for a share.`,
      });
    const values = parameter.choices?.map(({ value }) => value);
    if (!values || values.includes(parameter.default)) return;
    const meant = suggestion(parameter.default, values);
    report(`parameters[${index}].default`, {
      nl: `de standaardwaarde "${parameter.default}" is geen van de keuzes.${meant.nl}`,
      en: `the default "${parameter.default}" is none of the choices.${meant.en}`,
    });
  });
  for (const { path, message } of ownColumns(file)) report(path, message);
  file.indicators.forEach((own, index) => {
    if (known.indicators?.some(({ id }) => id === own.id))
      report(`indicators[${index}].id`, {
        nl: `"${own.id}" bestaat al als indicator van het product. Kies een andere naam.`,
        en: `"${own.id}" exists already as an indicator of the product. Choose another name.`,
      });
    for (const { path, message } of formula(own, file)) report(`indicators[${index}].${path}`, message);
  });
  return problems;
}

/** Column types that hold numbers. */
const numeric: ReadonlySet<FieldType> = new Set<FieldType>(["count", "change", "amount", "share", "number"]);

/** Checks the columns an agreement adds: the table allows them, and each name is new and used once. */
function ownColumns(file: Agreement): readonly { path: string; message: Text }[] {
  return (file.columns ?? []).flatMap((column, index, all) => {
    const found: { path: string; message: Text }[] = [];
    const say = (path: string, nl: string, en: string): void =>
      void found.push({ path: `columns[${index}].${path}`, message: { nl, en } });
    const standard = tables.find(({ name }) => same(name) === same(column.table));
    if (standard && !extensibleTables().includes(standard.name))
      say(
        "table",
        `de tabel ${standard.name} kan geen eigen kolommen hebben. Kies uit: ${extensibleTables().join(", ")}, of een eigen tabel.`,
        `the table ${standard.name} cannot have columns of your own. Choose from: ${extensibleTables().join(", ")}, or a table of your own.`,
      );
    const near = standard
      ? null
      : closest(
          column.table,
          tables.map(({ name }) => name),
        );
    if (near !== null)
      say(
        "table",
        `de tabel "${column.table}" lijkt op ${near}. Bedoelt u die? Geef een eigen tabel anders een naam die er minder op lijkt.`,
        `the table "${column.table}" looks like ${near}. Do you mean that one? If not, give your own table a name less like it.`,
      );
    const taken = [...(standard?.fields.map(({ header }) => header) ?? ["Kwartaal", "Verhuurder"])];
    const earlier = all.slice(0, index).filter((one) => same(one.table) === same(column.table));
    if ([...taken, ...earlier.map(({ header }) => header)].some((header) => same(header) === same(column.header)))
      say(
        "header",
        `de kolom "${column.header}" is er al in ${column.table}. Kies een andere naam of haal deze rij weg.`,
        `the column "${column.header}" is in ${column.table} already. Choose another name or remove this row.`,
      );
    if (column.type === "choice" && (column.choices?.length ?? 0) < 2)
      say(
        "choices",
        `bij een keuze horen de mogelijke waarden, ten minste twee.`,
        `a choice needs the possible values, at least two.`,
      );
    return found;
  });
}

const share = (value: string): Text => {
  const meant = Number(value) <= 100 && /^\d+$/.test(value) ? `‹%0.${value.padStart(2, "0")}›` : null;
  if (meant === null || value === "100") return { nl: "", en: "" };
  return { nl: ` Bedoelt u "${meant}"?`, en: ` Do you mean "${meant}"?` };
};

/** Values in conditions that a column never holds. */
function unknownValues(
  file: Agreement,
  table: TableDefinition,
  { where = {} }: OwnInput,
): readonly { path: string; message: Text }[] {
  return Object.entries(where).flatMap(([header, condition]) => {
    const field = table.fields.find((one) => one.header === header);
    const possible =
      field === undefined
        ? undefined
        : field.type === "label"
          ? labelScale
          : field.type === "yesNo"
            ? ["ja", "nee"]
            : field.type === "party" && field.open !== true
              ? file.parties.flatMap(({ id, name, aliases }) => [name, id, ...aliases])
              : field.choices?.map(({ value }) => value);
    if (possible === undefined) return [];
    const asked =
      typeof condition === "object" && "not" in condition
        ? condition.not
        : typeof condition === "string" || Array.isArray(condition)
          ? (condition as string | readonly string[])
          : [];
    return (typeof asked === "string" ? [asked] : asked)
      .filter((value) => same(value) !== "onbekend" && !possible.some((one) => same(one) === same(value)))
      .map((value) => {
        const meant = suggestion(value, possible);
        return {
          path: `where.${header}`,
          message: {
            nl: `in de kolom "${header}" staat nooit "${value}".${meant.nl}`,
            en: `the column "${header}" never holds "${value}".${meant.en}`,
          },
        };
      });
  });
}

/** True for a sum or count over several quarters of a table that repeats its whole state each quarter. */
function addsUpStates({ window = "snapshot", column, aggregate, where }: OwnInput, table: TableDefinition): boolean {
  const quarters = where?.[table.fields.find(({ type }) => type === "quarter")?.header ?? ""];
  const several = Array.isArray(quarters) ? quarters.length > 1 : !["snapshot", "quarter"].includes(window);
  if (!several || (aggregate !== "sum" && aggregate !== "count")) return false;
  const { state = [] } = table;
  return state === "all" || (aggregate === "sum" && column !== undefined && state.includes(column));
}

/** Checks a formula: names that are not inputs, unused inputs, misspelt tables and columns. */
function formula(own: OwnIndicator, file: Agreement): readonly { path: string; message: Text }[] {
  const found: { path: string; message: Text }[] = [];
  const inputs = Object.keys(own.inputs);
  const used = new Set([...own.expression.matchAll(/[A-Za-z_]\w*(?!\w)(?!\s*\()/g)].map(([name]) => name));
  for (const name of used) {
    if (inputs.includes(name)) continue;
    const meant = suggestion(name, inputs);
    found.push({
      path: "expression",
      message: {
        nl: `de formule gebruikt "${name}", maar dat staat niet bij ‹inputs›.${meant.nl}`,
        en: `the expression uses "${name}", but that is not among the ‹inputs›.${meant.en}`,
      },
    });
  }
  for (const [name, input] of Object.entries(own.inputs)) {
    if (!used.has(name))
      found.push({
        path: `inputs.${name}`,
        message: {
          nl: `"${name}" wordt in de formule niet gebruikt. Haal het weg of gebruik het.`,
          en: `"${name}" is not used in the expression. Remove it or use it.`,
        },
      });
    const table = tableOf(file, input.table);
    if (!table) {
      const meant = suggestion(
        input.table,
        tablesOf(file).map((each) => each.name),
      );
      found.push({
        path: `inputs.${name}.table`,
        message: {
          nl: `de tabel "${input.table}" bestaat niet.${meant.nl === "" ? " Beschrijf een eigen tabel bij ‹columns› (het blad Kolommen)." : meant.nl}`,
          en: `the table "${input.table}" does not exist.${meant.en === "" ? " Describe a table of your own in ‹columns› (the sheet Kolommen)." : meant.en}`,
        },
      });
      continue;
    }
    const headers = table.fields.map(({ header }) => header);
    const isOwnTable = !tables.some(({ name }) => name === table.name);
    const taken = table.fields.find(({ header }) => header === input.column);
    if (taken && input.aggregate !== "count" && !numeric.has(taken.type))
      found.push({
        path: `inputs.${name}.column`,
        message: {
          nl: `in de kolom "${taken.header}" van ${table.name} staan geen getallen. Kies een kolom met getallen, of tel rijen (aantal).`,
          en: `the column "${taken.header}" of ${table.name} holds no numbers. Choose a column of numbers, or count rows.`,
        },
      });
    if (own.perParty === true && !table.fields.some(({ type }) => type === "party"))
      found.push({
        path: `inputs.${name}.table`,
        message: {
          nl: `${table.name} zegt niet van wie een rij is, dus er is geen cijfer per partij. Kies een andere tabel of laat ‹perParty› weg.`,
          en: `${table.name} does not say whose a row is, so there is no figure per party. Choose another table or leave out ‹perParty›.`,
        },
      });
    if (addsUpStates(input, table))
      found.push({
        path: `inputs.${name}.window`,
        message: {
          nl: `${table.sheet} heeft elk kwartaal de hele stand: over meer kwartalen opgeteld telt alles dubbel. Kies het kwartaal zelf, of noem in een voorwaarde de dag waarop het gebeurde.`,
          en: `${table.sheet} holds the whole state every quarter: added up over quarters everything counts twice. Choose the quarter itself, or name the day it happened in a condition.`,
        },
      });
    for (const { path, message } of unknownValues(file, table, input))
      found.push({ path: `inputs.${name}.${path}`, message });
    const columns = [...(input.column === undefined ? [] : [input.column]), ...Object.keys(input.where ?? {})];
    for (const column of columns) {
      if (headers.includes(column)) continue;
      const meant = closest(column, headers);
      if (isOwnTable) {
        found.push({
          path: `inputs.${name}.${column === input.column ? "column" : `where.${column}`}`,
          message: {
            nl: `de eigen tabel ${table.name} heeft geen kolom "${column}".${suggestion(column, headers).nl}`,
            en: `the table of your own ${table.name} has no column "${column}".${suggestion(column, headers).en}`,
          },
        });
        continue;
      }
      if (meant !== null)
        found.push({
          path: `inputs.${name}.${column === input.column ? "column" : `where.${column}`}`,
          message: {
            nl: `de kolom "${column}" lijkt op "${meant}" van ${input.table}. Bedoelt u "${meant}"? Geef een eigen kolom anders een naam die er minder op lijkt.`,
            en: `the column "${column}" looks like "${meant}" of ${input.table}. Do you mean "${meant}"? If not, give your own column a name less like it.`,
          },
        });
    }
  }
  return found;
}
