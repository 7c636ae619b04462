import { fill } from "../sentence.js";
import type { Header } from "../tables/index.js";
import type { Text } from "../text.js";
import { unclearNote, type Answer, type Books } from "./answer.js";
import type { Book, Chosen, Condition, Question } from "./question.js";

const plansBook: Book = {
  sources: [{ table: "PA_Nieuwbouw", quarter: "Kwartaal" }],
  nothing: {
    nl: "Nieuwbouw heeft geen projecten voor het {quarter}. Zet alle projecten er met dat kwartaal in.",
    en: "Nieuwbouw has no projects for the {quarter}. Enter all projects with that quarter.",
  },
};

type Plans = Question<Header<"PA_Nieuwbouw">>;
type Column = Header<"PA_Nieuwbouw">;
type Where = Condition<Header<"PA_Nieuwbouw">>;

/** Flexible homes count, unless the setting excludes them. A project without Projectsoort counts. */
const flex: Chosen<Where | null> = {
  setting: "flex-telt",
  when: { nee: { header: "Projectsoort", isNot: ["flex"], unread: "counts" } },
  otherwise: null,
};

/** Deliveries before the agreement began are part of its starting figure, so no figure about new build counts them. */
const sinceAgreement: Where = { header: "Oplevering werkelijk", from: "agreement", unread: "counts" };

/**
 * Homes in the named columns, in the projects of the quarter's snapshot that are not dropped and were not delivered before the
 * agreement began. Every figure about new build counts these projects.
 */
export const plans = (sum: readonly Column[], ...where: readonly Where[]): Plans => ({
  book: plansBook,
  where: [{ header: "Fase", isNot: ["vervallen"], unknown: [] }, sinceAgreement, flex, ...where],
  window: "snapshot",
  parties: "everybody",
  take: { sum },
});

const projects = (by: "Projectnaam" | "Project_id", ...where: readonly Where[]): Plans => ({
  // Without any project in the quarter, each is as it last was.
  book: { sources: plansBook.sources, mayBeEmpty: true },
  where,
  window: "snapshot",
  parties: "everybody",
  take: { rows: true, by },
});

const underWay: Where = { header: "Fase", isNot: ["opgeleverd", "vervallen"] };

/** Projects that are not delivered yet, by name or code; a project with an unreadable phase is in `projectsOfNoPhase`. */
export const projectsUnderWay = (by: "Projectnaam" | "Project_id"): Plans =>
  projects(by, { ...underWay, unread: "fails" });

/** Projects with an unreadable phase, by name or code. */
export const projectsOfNoPhase = (by: "Projectnaam" | "Project_id"): Plans =>
  projects(by, { header: "Fase", filled: false });

/** The projects with these names or codes that are not delivered yet; an unreadable phase makes that unknown. */
export const underWayOf = (by: "Projectnaam" | "Project_id", names: readonly string[]): Plans =>
  projects(by, underWay, { header: by, is: names, unread: "fails" });

/**
 * Student units in delivered projects of the given developer, or of all, by project name or code; a project with an unreadable
 * phase may have been delivered.
 */
export const studentUnitsBuilt = (
  by: "Projectnaam" | "Project_id",
  ...where: readonly Chosen<Where | null>[]
): Plans => ({
  book: {
    sources: [
      {
        table: "PA_Nieuwbouw",
        quarter: "Kwartaal",
        party: "Ontwikkelaar",
        columns: { units: { header: "Studenteneenheden" } },
      },
    ],
  },
  where: [{ header: "Fase", is: ["opgeleverd"], unread: "counts" }, sinceAgreement, ...where],
  window: "snapshot",
  parties: "named",
  take: { sum: ["units"], by },
});

/** Homes in projects delivered since the agreement began, according to the quarter's snapshot. */
export const delivered = (sum: readonly Column[]): Plans => ({
  ...plans(sum),
  where: [
    { header: "Fase", is: ["opgeleverd"], unknown: [] },
    { header: "Oplevering werkelijk", from: "agreement" },
    {
      header: "Oplevering werkelijk",
      withinQuarter: true,
      contradicts: {
        nl: "In {cell} staat een oplevering na het kwartaal, maar de fase is al opgeleverd. Verbeter de datum of de fase.",
        en: "{cell} has a delivery after the quarter, but the phase is delivered already. Correct the date or the phase.",
      },
    },
    flex,
  ],
});

const unsaid = plans(["Totaal"], { header: "Projectsoort", filled: false });

/** Notes on what a figure about new build leaves out, and why. */
export function planNotes(answer: Answer, books: Books): (Text | null)[] {
  const dropped = answer.turnedAway("Fase");
  const earlier = answer.turnedAway("Oplevering werkelijk");
  const withoutFlex = books.setting("flex-telt", "ja") !== "ja";
  const left = withoutFlex ? answer.turnedAway("Projectsoort") : 0;
  const open = withoutFlex ? (books.beside({ ...unsaid, take: { rows: true } })?.value ?? 0) : 0;
  return [
    unclearNote(answer, "Fase"),
    answer.unlisted.rows === 0
      ? null
      : fill(
          {
            nl: "{rows:project|projecten} van een eerder kwartaal {rows|staat|staan} niet meer in Nieuwbouw en {rows|telt|tellen} niet mee.",
            en: "{rows:project|projects} of an earlier quarter {rows|is|are} not in Nieuwbouw any more and {rows|does|do} not count.",
          },
          { rows: answer.unlisted.rows },
        ),
    dropped === 0 || answer.question.where?.some((one) => one !== null && "is" in one)
      ? null
      : fill(
          {
            nl: "{dropped:vervallen project|vervallen projecten} niet meegeteld.",
            en: "{dropped:dropped project|dropped projects} not counted.",
          },
          { dropped },
        ),
    earlier === 0
      ? null
      : fill(
          {
            nl: "{earlier:project|projecten} opgeleverd vóór {from:day} niet meegeteld: {earlier|dat zit|die zitten} al in het beginstand-cijfer.",
            en: "{earlier:project|projects} delivered before {from:day} not counted: {earlier|it is|they are} in the starting figure already.",
          },
          { earlier, from: books.agreement.from },
        ),
    left === 0
      ? null
      : fill(
          {
            nl: "{left:project|projecten} met flexwoningen niet meegeteld (instelling '{name}': nee).",
            en: "{left:project|projects} with flexible homes not counted (setting '{name}': no).",
          },
          { left, name: books.settingName("flex-telt") },
        ),
    open === 0
      ? null
      : fill(
          {
            nl: "Bij {open:project|projecten} staat geen Projectsoort; {open|dat telt|die tellen} mee. Zijn het flexwoningen? Vul dan flex in.",
            en: "{open:project|projects} {open|has|have} no Projectsoort; {open|it counts|they count}. Are they flexible homes? Then enter flex.",
          },
          { open },
        ),
  ];
}
