import { defineTable, type Field } from "./field.js";
import { choice, explanationColumn, partyTypeColumn, quarterColumn } from "./shared-columns.js";

const homes = <H extends string>(
  header: H,
  nl: string,
  en: string,
  help: Field["help"],
  more: Partial<Omit<Field, "header">> = {},
): Field<H> => ({
  header,
  type: "count",
  label: { nl: `${nl} (woningen)`, en: `${en} (homes)` },
  help,
  width: 11,
  ...more,
});

/** Phases in order, from idea to delivered, with dropped last. */
export const phases = [
  choice("idee", "idee", "idea", "initiatief", "verkenning"),
  choice("haalbaarheid", "haalbaarheid", "feasibility", "haalbaarheidsonderzoek", "definitie"),
  choice("ontwerp", "ontwerp", "design", "voorbereiding", "planvorming", "VO", "DO", "SO"),
  choice("vergunning", "vergunning", "permit", "vergunningfase", "vergund", "omgevingsvergunning"),
  choice("in aanbouw", "in aanbouw", "under construction", "bouw", "uitvoering", "in uitvoering", "realisatie"),
  choice("opgeleverd", "opgeleverd", "delivered", "gereed", "oplevering", "gerealiseerd"),
  choice("vervallen", "vervallen", "dropped", "gestopt", "geannuleerd", "ingetrokken"),
] as const;

/** Columns of PA_Nieuwbouw that add up to Totaal. */
export const newBuildSegments = [
  "Sociale huur",
  "Middeldure huur",
  "Vrije huur",
  "Koop",
  "Nader te bepalen",
  "Studenteneenheden",
] as const;

/** A snapshot of all projects per quarter, including dropped ones (art. 1 and 39). */
export const nieuwbouw = defineTable({
  name: "PA_Nieuwbouw",
  sheet: "Nieuwbouw",
  title: { nl: "Nieuwbouwprojecten", en: "New-build projects" },
  help: {
    nl: "Elk kwartaal alle projecten, één rij per project; ook wat opgeleverd of vervallen is. Totaal is de som van de segmenten.",
    en: "Every quarter all projects, one row each; delivered and dropped ones too. Totaal is the sum of the segments.",
  },
  filledBy: {
    nl: "Corporaties en gemeente (voor andere ontwikkelaars), binnen 2 weken na het kwartaal.",
    en: "Corporations and municipality (for other developers), within 2 weeks after the quarter.",
  },
  key: ["Kwartaal", "Project_id"],
  staysUntil: "Projectnaam",
  identity: { whole: "Totaal", plus: newBuildSegments, minus: [] },
  parts: [{ part: "Waarvan uitstroom", whole: "Sociale huur" }],
  perQuarter: true,
  state: "all",
  stays: {
    by: "Project_id",
    name: "Projectnaam",
    gone: {
      nl: "{rows:project|projecten} van een eerder kwartaal {rows|staat|staan} niet meer in Nieuwbouw",
      en: "{rows:project|projects} of an earlier quarter {rows|is|are} not in Nieuwbouw any more",
    },
  },
  fields: [
    quarterColumn,
    {
      header: "Project_id",
      aliases: ["Projectnummer", "Projectcode", "Project", "Project id"],
      type: "id",
      required: true,
      label: { nl: "projectcode", en: "project code" },
      help: {
        nl: "Een vaste code die elk kwartaal gelijk blijft.",
        en: "A fixed code that stays the same every quarter.",
      },
      width: 12,
    },
    {
      header: "Projectnaam",
      aliases: ["Naam", "Naam project", "Locatie", "Project name"],
      type: "text",
      required: true,
      label: { nl: "projectnaam", en: "project name" },
      help: { nl: "Naam of locatie van het project.", en: "Name or place of the project." },
      width: 24,
    },
    {
      header: "Ontwikkelaar",
      aliases: ["Ontwikkelaar/corporatie", "Corporatie", "Opdrachtgever", "Partij", "Verhuurder", "Developer"],
      type: "party",
      open: true,
      required: true,
      label: { nl: "ontwikkelaar", en: "developer" },
      help: { nl: "De corporatie of andere partij die bouwt.", en: "The corporation or other party that builds." },
      width: 18,
    },
    partyTypeColumn,
    {
      header: "Projectsoort",
      aliases: ["Soort project", "Type project", "Project type"],
      type: "choice",
      label: { nl: "soort project", en: "kind of project" },
      help: {
        nl: "nieuwbouw, sloop-nieuwbouw, transformatie, splitsing, optoppen of flex.",
        en: "nieuwbouw (new build), sloop-nieuwbouw (demolition and new build), transformatie (conversion), splitsing (splitting), optoppen (adding storeys) or flex.",
      },
      choices: [
        choice("nieuwbouw", "nieuwbouw", "new build", "NIU", "nieuw"),
        choice("sloop-nieuwbouw", "sloop-nieuwbouw", "demolition and new build", "SLN", "sloop/nieuwbouw", "herbouw"),
        choice("transformatie", "transformatie", "conversion", "TRA", "ombouw"),
        choice("splitsing", "splitsing", "splitting", "SPL", "splitsen", "woningsplitsing"),
        choice("optoppen", "optoppen", "adding storeys", "optopping"),
        choice("flex", "flexwoningen", "flexible homes", "FLE", "flexwoning", "flexwoningen", "tijdelijk"),
      ],
      width: 15,
    },
    {
      header: "Fase",
      aliases: ["Projectfase", "Status", "Planfase", "Phase"],
      type: "choice",
      required: true,
      label: { nl: "fase", en: "phase" },
      help: {
        nl: "idee, haalbaarheid, ontwerp, vergunning, in aanbouw, opgeleverd of vervallen.",
        en: "idee (idea), haalbaarheid (feasibility), ontwerp (design), vergunning (permit), in aanbouw (under construction), opgeleverd (delivered) or vervallen (dropped).",
      },
      choices: phases,
      width: 13,
    },
    homes(
      "Sociale huur",
      "sociale huur",
      "social rent",
      {
        nl: "Sociale huurwoningen, zonder studenteneenheden. Geen woningen: 0.",
        en: "Social rented homes, without student units. None: 0.",
      },
      { required: true, aliases: ["Sociaal", "Sociale huurwoningen", "Aantal sociaal", "Social rent"] },
    ),
    homes(
      "Middeldure huur",
      "middeldure huur",
      "mid rent",
      { nl: "Middeldure huurwoningen. Geen woningen: 0.", en: "Mid-rent homes. None: 0." },
      { required: true, aliases: ["Middenhuur", "Midden", "Middeldure huurwoningen", "Mid rent"] },
    ),
    homes(
      "Vrije huur",
      "vrije huur",
      "free-sector rent",
      { nl: "Huurwoningen in de vrije sector.", en: "Free-sector rented homes." },
      { aliases: ["Dure huur", "Vrije sector", "Vrije sector huur", "Free rent"] },
    ),
    homes(
      "Koop",
      "koop",
      "owner-occupied",
      { nl: "Koopwoningen, betaalbaar en overig samen.", en: "Homes for sale, affordable and other together." },
      { aliases: ["Koopwoningen", "Koop totaal", "Owner-occupied"] },
    ),
    homes(
      "Nader te bepalen",
      "nader te bepalen",
      "to be decided",
      {
        nl: "Woningen waarvan het segment nog niet vaststaat.",
        en: "Homes of which the segment has not been decided.",
      },
      { aliases: ["NTB", "N.t.b.", "Onbekend segment", "To be decided"] },
    ),
    {
      header: "Studenteneenheden",
      aliases: ["Studentenwoningen", "Studenten", "Studentenkamers", "Student units"],
      type: "count",
      label: { nl: "studenteneenheden", en: "student units" },
      help: {
        nl: "Zelfstandige en onzelfstandige eenheden samen; ze staan in geen andere kolom.",
        en: "Self-contained and shared units together; not in any other column.",
      },
      width: 11,
    },
    homes(
      "Totaal",
      "totaal",
      "total",
      {
        nl: "De som van sociale huur, middeldure huur, vrije huur, koop, nader te bepalen en studenteneenheden.",
        en: "The sum of social rent, mid rent, free rent, owner-occupied, to be decided and student units.",
      },
      { required: true, aliases: ["Totaal woningen", "Aantal woningen", "Aantal", "Total"] },
    ),
    homes(
      "Waarvan uitstroom",
      "waarvan geschikt voor uitstroom",
      "of which suitable for outflow",
      {
        nl: "Deel van de sociale huur dat geschikt is voor mensen die uit een instelling komen.",
        en: "Part of the social homes that is suitable for people leaving care.",
      },
      {
        aliases: [
          "Waarvan geschikt voor uitstroom",
          "Uitstroom",
          "Geschikt voor uitstroom",
          "Geschikt voor uitstromers",
          "Of which outflow",
        ],
      },
    ),
    {
      header: "Oplevering gepland",
      aliases: ["Geplande oplevering", "Planning oplevering", "Verwachte oplevering", "Planned delivery"],
      type: "date",
      label: { nl: "geplande oplevering", en: "planned delivery" },
      help: { nl: "De dag waarop de oplevering gepland is.", en: "The day delivery is planned." },
      width: 12,
    },
    {
      header: "Oplevering werkelijk",
      aliases: ["Werkelijke oplevering", "Opleverdatum", "Opgeleverd op", "Actual delivery"],
      type: "date",
      label: { nl: "werkelijke oplevering", en: "actual delivery" },
      help: {
        nl: "De dag waarop is opgeleverd; leeg zolang dat niet zo is.",
        en: "The day of delivery; empty until then.",
      },
      width: 12,
    },
    explanationColumn,
  ],
});
