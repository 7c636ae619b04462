import { fill } from "../sentence.js";
import type { Text } from "../text.js";
import type { Answer, Books } from "./answer.js";
import type { Header } from "../tables/index.js";
import { projectsOfNoPhase, projectsUnderWay, studentUnitsBuilt, underWayOf } from "./plans.js";
import { byPlan, planKey, plansShort, type PlanShort } from "./plans-short.js";
import type { Book, Chosen, Condition, Question } from "./question.js";

const unitsBook: Book = {
  sources: [{ table: "PA_Studenten", party: "Verhuurder" }],
};

type Units = Question<Header<"PA_Studenten">>;
type Where = Condition<Header<"PA_Studenten">>;

/** The last year in which service charges count for housing allowance (Wet op de huurtoeslag); from 2026 they do not. */
const LAST_YEAR_OF_SERVICE = 2025;

/** Units, and which of their rents is compared with the limit. */
export interface RentOf {
  readonly rent: "Kale huur" | "Rekenhuur";
  readonly where: readonly Where[];
}

/** The basic rent of every unit. */
export const basicRent: readonly RentOf[] = [{ rent: "Kale huur", where: [] }];

/** The rent for allowance (rekenhuur) as long as service charges count, then the basic rent. */
const rentForAllowance: readonly RentOf[] = [
  { rent: "Rekenhuur", where: [{ header: "Huurpeildatum", until: `${LAST_YEAR_OF_SERVICE}-12-31` }] },
  { rent: "Kale huur", where: [{ header: "Huurpeildatum", from: `${LAST_YEAR_OF_SERVICE + 1}-01-01` }] },
];

/** Art. 5 binds commercial parties; a setting extends it to all. */
export const judgedUnits: Chosen<Condition<"Partijtype"> | null> = {
  setting: "studenten-beoordelen",
  when: { alle: null },
  otherwise: { header: "Partijtype", is: ["commercieel"] },
};

/** Student units, of the party asked or of all; by complex. */
const allUnits = (...where: readonly Chosen<Where | null>[]): Units => ({
  book: unitsBook,
  where,
  window: "any",
  parties: "named",
  take: { rows: true, by: "Complex" },
});

/** Whether rooms count is a setting. */
const roomsCount: Chosen<Where | null> = {
  setting: "onzelfstandig-telt",
  when: { nee: { header: "Soort", isNot: ["onzelfstandig"] } },
  otherwise: null,
};

/** Student units with a known rent; the others may be on either side of the limit. */
export const units = ({ rent, where }: RentOf, ...more: readonly Chosen<Where | null>[]): Units =>
  allUnits(...more, roomsCount, ...where, { header: rent, amount: true, unread: "fails" });

/** The units under the quality-discount limit: strictly, and of the year of the rent, unless set otherwise. */
export const unitsUnder = (
  of: RentOf,
  { inclusive, year }: { readonly inclusive?: boolean; readonly year?: number },
  ...more: readonly Chosen<Where | null>[]
): Units => {
  const whole = units(of, ...more);
  return {
    ...whole,
    where: [
      ...(whole.where ?? []),
      {
        header: of.rent,
        under: "kwaliteitskorting",
        inclusive: inclusive ?? {
          setting: "randwaarde-kwaliteitskorting",
          when: { "tot en met": true },
          otherwise: false,
        },
        yearOf:
          year === undefined
            ? { setting: "jaar-kwaliteitskorting", when: { verslagjaar: "quarter" }, otherwise: "Huurpeildatum" }
            : String(year),
      },
    ],
  };
};

/** The same units, by the date of their rent. */
const byDay = (question: Units): Units => ({ ...question, take: { rows: true, by: "Huurpeildatum" } });

/** Parameter id: "Huurbegrip". */
const RENT_CONCEPT = "huurbegrip";

/** Which rent is compared, for which units; if the limit is that of the reporting year, all units use the same kind of rent. */
function rentsCompared(books: Books, year: number | undefined): readonly RentOf[] {
  if (books.setting(RENT_CONCEPT, "kale huur") !== "rekenhuur") return basicRent;
  const byReport = year === undefined && books.setting("jaar-kwaliteitskorting", "huurpeildatum") === "verslagjaar";
  if (!byReport) return rentForAllowance;
  const column = Number(books.quarter.slice(0, 4)) <= LAST_YEAR_OF_SERVICE ? "Rekenhuur" : "Kale huur";
  return [{ rent: column, where: [] }];
}

/** Student units by their rent and the limit. */
export interface UnitsCounted {
  readonly all: number;
  readonly under: number;
  /** Exactly on the limit. */
  readonly on: number;
  readonly years: readonly number[];
  /** Units whose rent is not known, in none of the other numbers. */
  readonly withoutRent: number;
  /** The counts of each plan, by its name. */
  readonly plans: ReadonlyMap<string, { readonly all: number; readonly under: number }>;
}

/** The student units of one plan. */
export interface PlanCounted {
  readonly name: string;
  readonly all: number;
  readonly under: number;
  /** Units whose rent is not known, in neither of the other numbers. */
  readonly withoutRent: number;
  /** Not delivered yet, according to Nieuwbouw. */
  readonly isPlanned: boolean;
  /** Set if Nieuwbouw has more student units in this plan than Studenten has rows. */
  readonly short: PlanShort | null;
}

const sumOf = (answers: readonly Answer[]): number => answers.reduce((sum, { value }) => sum + value, 0);

/** Counts the units under the limit, and all units, by the settings of the workbook and the options of the call. */
export function countUnits(books: Books, inclusive: boolean | undefined, year: number | undefined): UnitsCounted {
  const judged = books.instead ? [] : [judgedUnits];
  const rents = rentsCompared(books, year);
  const asked = (how: boolean | undefined): Answer[] =>
    rents.map((of) =>
      books.ask(
        unitsUnder(
          of,
          { ...(how !== undefined && { inclusive: how }), ...(year !== undefined && { year }) },
          ...judged,
        ),
      ),
    );
  const under = asked(inclusive);
  const all = rents.map((of) => books.ask(units(of, ...judged)));
  const days = rents.flatMap((of) => [...(books.beside(byDay(units(of, ...judged)))?.by.keys() ?? [])]);
  const byReport = books.setting("jaar-kwaliteitskorting", "huurpeildatum") === "verslagjaar";
  const years =
    year !== undefined
      ? [year]
      : byReport
        ? [Number(books.quarter.slice(0, 4))]
        : days.map((day) => Number(day.slice(0, 4)));
  return {
    all: sumOf(all),
    under: sumOf(under),
    on: sumOf(asked(true)) - sumOf(asked(false)),
    years: [...new Set(years)].sort((a, b) => a - b),
    withoutRent: (books.beside(allUnits(...judged, roomsCount))?.value ?? 0) - sumOf(all),
    plans: new Map(
      [...sumBy(all)].map(([name, units]) => [name, { all: units, under: sumBy(under).get(name) ?? 0 }] as const),
    ),
  };
}

function sumBy(answers: readonly Answer[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { by } of answers) for (const [name, count] of by) sums.set(name, (sums.get(name) ?? 0) + count);
  return sums;
}

/**
 * The units of each plan, because art. 5 holds for each: those in Studenten, and delivered projects of Nieuwbouw without rows
 * there. A plan is the project with its name or code.
 */
export function plansCounted(
  books: Books,
  inclusive: boolean | undefined,
  year: number | undefined,
): readonly PlanCounted[] {
  const namesOf = (answer: Answer | null): ReadonlyMap<string, number> => answer?.by ?? new Map();
  // A project that the quarter does not list any more is as it last was.
  const lastOf = (answer: Answer | null): (readonly [string, number])[] => [
    ...namesOf(answer),
    ...(answer?.unlisted.by ?? []),
  ];
  const { plans } = countUnits(books, inclusive, year);
  const handedOver = namesOf(books.beside(allUnits(judgedUnits, roomsCount)));
  const open = new Set(keys.flatMap((by) => [...byPlan(lastOf(books.beside(projectsUnderWay(by)))).keys()]));
  const rows = namesOf(books.beside(allUnits(judgedUnits)));
  const built = lastOf(books.compare(studentUnitsBuilt("Projectnaam", judgedUnits)));
  const codes = lastOf(books.beside(studentUnitsBuilt("Project_id", judgedUnits)));
  const short = new Map(plansShort(built, codes, rows).map((plan) => [planKey(plan.name), plan] as const));
  const names = new Map([...short.values()].map(({ name }) => [planKey(name), name]));
  for (const name of [...handedOver.keys(), ...plans.keys()]) names.set(planKey(name), name);
  for (const by of keys) {
    // Whether a plan is delivered cannot be said without the phase of its project, whoever builds it.
    const unknown = [...namesOf(books.beside(projectsOfNoPhase(by))).keys()];
    const ofPlans = unknown.filter((name) => names.has(planKey(name)) && !open.has(planKey(name)));
    if (ofPlans.length > 0) books.compare(underWayOf(by, ofPlans));
  }
  return [...names.values()].sort().map((name): PlanCounted => {
    const counts = plans.get(name) ?? { all: 0, under: 0 };
    return {
      ...{ name, ...counts },
      withoutRent: (handedOver.get(name) ?? 0) - (books.instead ? 0 : counts.all),
      isPlanned: open.has(planKey(name)),
      short: short.get(planKey(name)) ?? null,
    };
  });
}

/** Rows of Studenten name their plan by the name or by the code of its project. */
const keys = ["Projectnaam", "Project_id"] as const;

/** True if the workbook's setting counts a rent exactly on the limit. */
export const onLimitCounts = (books: Books): boolean =>
  books.setting("randwaarde-kwaliteitskorting", "onder") === "tot en met";

/** Notes on a count of units: whose, of which years, and by which definition. */
export function unitNotes(books: Books, { years, withoutRent }: UnitsCounted): (Text | null)[] {
  const withService = books.setting(RENT_CONCEPT, "kale huur") === "rekenhuur";
  return [
    books.instead && books.party === null
      ? {
          nl: "Geen eenheden van commerciële partijen; dit zijn alle eenheden, getoond en niet beoordeeld (art. 5).",
          en: "No units of commercial parties; these are all units, shown and not judged (art. 5).",
        }
      : null,
    withoutRent === 0
      ? null
      : fill(
          {
            nl: "Van {count:eenheid|eenheden} is de huur niet bekend; {count|die telt|die tellen} niet mee.",
            en: "The rent of {count:unit|units} is not known; {count|it is|they are} not counted.",
          },
          { count: withoutRent },
        ),
    years.length > 1
      ? fill(
          {
            nl: "Elke eenheid is vergeleken met de grens van haar eigen jaar: {years}.",
            en: "Each unit was compared with the limit of its own year: {years}.",
          },
          { years: years.join(", ") },
        )
      : null,
    onLimitCounts(books)
      ? {
          nl: "Een huur precies op de grens telt mee (instelling 'Randwaarde kwaliteitskorting': tot en met).",
          en: "A rent exactly on the limit counts (setting 'Randwaarde kwaliteitskorting': up to and including).",
        }
      : null,
    withService
      ? fill(
          {
            nl: "Vergeleken is de rekenhuur bij huren tot en met {last}, daarna de kale huur (instelling '{name}': rekenhuur).",
            en: "Compared is the rent for allowance for rents until {last}, after that the basic rent (setting '{name}': rekenhuur).",
          },
          { last: String(LAST_YEAR_OF_SERVICE), name: books.settingName(RENT_CONCEPT) },
        )
      : null,
  ];
}
