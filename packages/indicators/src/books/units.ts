import type { Header } from "../tables/index.js";
import type { Book, Chosen, Condition, Question } from "./question.js";

const unitsBook: Book = {
  sources: [{ table: "PA_Studenten", party: "Verhuurder" }],
};

type Units = Question<Header<"PA_Studenten">>;
type Where = Condition<Header<"PA_Studenten">>;

/** From 2026 service charges no longer count for housing allowance (Wet op de huurtoeslag). */
export const LAST_YEAR_OF_SERVICE = 2025;

/** Units of which the rent is compared with the limit, and which rent that is. */
export interface RentOf {
  readonly rent: "Kale huur" | "Rekenhuur";
  readonly where: readonly Where[];
}

/** The basic rent of every unit. */
export const basicRent: readonly RentOf[] = [{ rent: "Kale huur", where: [] }];

/** The rent for allowance while service charges counted, the basic rent after that. */
export const rentForAllowance: readonly RentOf[] = [
  { rent: "Rekenhuur", where: [{ header: "Huurpeildatum", until: `${LAST_YEAR_OF_SERVICE}-12-31` }] },
  { rent: "Kale huur", where: [{ header: "Huurpeildatum", from: `${LAST_YEAR_OF_SERVICE + 1}-01-01` }] },
];

/** Art. 5 is about commercial parties, unless the workbook judges everybody. */
export const judgedUnits: Chosen<Where | null> = {
  setting: "studenten-beoordelen",
  when: { alle: null },
  otherwise: { header: "Partijtype", is: ["commercieel"] },
};

/** Student units with a rent, of the party asked or of everybody; by complex. */
export const units = ({ rent, where }: RentOf, ...more: readonly Chosen<Where | null>[]): Units => ({
  book: unitsBook,
  where: [
    ...more,
    { setting: "onzelfstandig-telt", when: { nee: { header: "Soort", isNot: ["onzelfstandig"] } }, otherwise: null },
    ...where,
    { header: rent, amount: true },
  ],
  window: "any",
  parties: "named",
  take: { rows: true, by: "Complex" },
});

/** Those of them under the quality-discount limit: strictly, and of the year of the rent, unless chosen otherwise. */
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

/** The same units by the day of their rent. */
export const byDay = (question: Units): Units => ({ ...question, take: { rows: true, by: "Huurpeildatum" } });
