import type { TemplateRow } from "./table-sheet.js";

/**
 * An invented year of returns (2025-Q4 to 2026-Q3) for Oegstgeest, to try the product. Only data from the agreement is
 * real (parties, need, shares); all counts, projects, rents and dates are invented for a village of about 11,000 homes.
 * The figures are consistent: opening stock equals the previous closing stock, segments add up to totals, delivered
 * projects enter the stock, labels add up to the stock, 97 of 121 commercial student units are under the limit, 17 of
 * 84 lettings are urgent.
 */
export const sampleAgreement = "oegstgeest-2025-2028";
export const sampleQuarters = ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"] as const;
export const sampleQuarter = "2026-Q3";

const [q4, q1, q2, q3] = sampleQuarters;
type Quarter = (typeof sampleQuarters)[number];

const WY = "WYwonen";
const PO = "Portaal";
const DU = "DUWO";
const GE = "Gemeente Oegstgeest";

const rows = (headers: readonly string[], lines: readonly (readonly (string | number | null)[])[]): TemplateRow[] =>
  lines.map((line) => Object.fromEntries(headers.map((header, i) => [header, line[i] ?? null])));

// Nieuwbouw --------------------------------------------------------------------------------------------------------------

interface Project {
  readonly id: string;
  readonly name: string;
  readonly developer: string;
  readonly partyType: string;
  readonly kind: string;
  /** Social, mid rent, free sector, owner-occupied, to be decided, students; outflow is part of social. */
  readonly homes: readonly [number, number, number, number, number, number];
  readonly outflow: number;
  readonly planned: string;
  /** Date of key handover, shown from that quarter on. */
  readonly delivered?: string;
  readonly phases: readonly [string, string, string, string];
  /** Homes as planned up to an earlier quarter. */
  readonly before?: { readonly until: Quarter; readonly homes: Project["homes"] };
  readonly remarks?: Readonly<Partial<Record<Quarter, string>>>;
}

const projects: readonly Project[] = [
  {
    id: "OEG-01",
    name: "KPN-locatie",
    developer: WY,
    partyType: "corporatie",
    kind: "sloop-nieuwbouw",
    homes: [40, 12, 0, 0, 0, 0],
    outflow: 10,
    planned: "2028-06-30",
    phases: ["haalbaarheid", "haalbaarheid", "ontwerp", "ontwerp"],
    remarks: { [q2]: "Aankoop van Portaal rond; schetsontwerp gestart." },
  },
  {
    id: "OEG-02",
    name: "Centrumplan (fictief)",
    developer: "Ontwikkelaar Zuid (fictief)",
    partyType: "commercieel",
    kind: "sloop-nieuwbouw",
    homes: [60, 30, 20, 70, 20, 0],
    outflow: 12,
    planned: "2029-12-31",
    phases: ["idee", "idee", "haalbaarheid", "haalbaarheid"],
    before: { until: q1, homes: [0, 0, 0, 0, 120, 0] },
    remarks: { [q2]: "Van 120 naar 200 woningen na de nieuwe stedenbouwkundige verkenning; segmenten nu verdeeld." },
  },
  {
    id: "OEG-03",
    name: "Hofje aan de Vaart (fictief)",
    developer: WY,
    partyType: "corporatie",
    kind: "nieuwbouw",
    homes: [24, 8, 0, 0, 0, 0],
    outflow: 6,
    planned: "2026-05-29",
    delivered: "2026-05-20",
    phases: ["in aanbouw", "in aanbouw", "opgeleverd", "opgeleverd"],
  },
  {
    id: "OEG-04",
    name: "Kwartier Oost (fictief)",
    developer: "Ontwikkelaar Noord (fictief)",
    partyType: "commercieel",
    kind: "nieuwbouw",
    homes: [90, 40, 30, 190, 0, 0],
    outflow: 18,
    planned: "2027-11-30",
    phases: ["vergunning", "in aanbouw", "in aanbouw", "in aanbouw"],
  },
  {
    id: "OEG-05",
    name: "Campus West (fictief)",
    developer: DU,
    partyType: "corporatie",
    kind: "nieuwbouw",
    homes: [0, 0, 0, 0, 0, 180],
    outflow: 0,
    planned: "2028-08-31",
    phases: ["ontwerp", "ontwerp", "vergunning", "vergunning"],
  },
  {
    id: "OEG-06",
    name: "Studio's aan het Spoor (fictief)",
    developer: "Ontwikkelaar Noord (fictief)",
    partyType: "commercieel",
    kind: "transformatie",
    homes: [0, 0, 0, 0, 0, 121],
    outflow: 0,
    planned: "2025-11-28",
    delivered: "2025-11-14",
    phases: ["opgeleverd", "opgeleverd", "opgeleverd", "opgeleverd"],
  },
  {
    id: "OEG-07",
    name: "Parkzijde (fictief)",
    developer: "Ontwikkelaar Zuid (fictief)",
    partyType: "commercieel",
    kind: "nieuwbouw",
    homes: [0, 0, 0, 36, 0, 0],
    outflow: 0,
    planned: "2025-12-19",
    delivered: "2025-12-05",
    phases: ["opgeleverd", "opgeleverd", "opgeleverd", "opgeleverd"],
  },
  {
    id: "OEG-08",
    name: "Optoppen Noord (fictief)",
    developer: WY,
    partyType: "corporatie",
    kind: "optoppen",
    homes: [30, 0, 0, 0, 0, 0],
    outflow: 12,
    planned: "2027-09-30",
    phases: ["ontwerp", "ontwerp", "ontwerp", "vergunning"],
  },
  {
    id: "OEG-09",
    name: "Flexwoningen Weide (fictief)",
    developer: WY,
    partyType: "corporatie",
    kind: "flex",
    homes: [40, 0, 0, 0, 0, 0],
    outflow: 20,
    planned: "2027-03-31",
    phases: ["idee", "haalbaarheid", "vervallen", "vervallen"],
    remarks: {
      [q2]: "Geen aansluiting op het stroomnet voor 2030; partijen zijn gestopt.",
      [q3]: "Vervallen in 2026-Q2.",
    },
  },
  {
    id: "OEG-10",
    name: "Weidebuurt (fictief)",
    developer: "Ontwikkelaar Noord (fictief)",
    partyType: "commercieel",
    kind: "nieuwbouw",
    homes: [84, 60, 20, 170, 0, 0],
    outflow: 14,
    planned: "2028-12-15",
    phases: ["haalbaarheid", "haalbaarheid", "ontwerp", "ontwerp"],
  },
];

const nieuwbouw: TemplateRow[] = sampleQuarters.flatMap((quarter, at) =>
  projects.map((project): TemplateRow => {
    const { before } = project;
    const earlier = before !== undefined && quarter <= before.until;
    const homes = earlier ? before.homes : project.homes;
    const phase = project.phases[at]!;
    return {
      Kwartaal: quarter,
      Project_id: project.id,
      Projectnaam: project.name,
      Ontwikkelaar: project.developer,
      Partijtype: project.partyType,
      Projectsoort: project.kind,
      Fase: phase,
      "Sociale huur": homes[0],
      "Middeldure huur": homes[1],
      "Vrije huur": homes[2],
      Koop: homes[3],
      "Nader te bepalen": homes[4],
      Studenteneenheden: homes[5],
      Totaal: homes.reduce((sum, n) => sum + n, 0),
      "Waarvan uitstroom": earlier ? 0 : project.outflow,
      "Oplevering gepland": project.planned,
      "Oplevering werkelijk": phase === "opgeleverd" ? (project.delivered ?? null) : null,
      Toelichting: project.remarks?.[quarter] ?? null,
    };
  }),
);

// Studenten --------------------------------------------------------------------------------------------------------------

const rentDay = "2026-07-01";

/** 97 of 121 are under the limit of 2026 (498.20). One equals the limit and so is not under it. */
const commercialRent = (unit: number): number =>
  unit <= 97 ? 412.5 + ((unit * 7) % 80) : unit === 98 ? 498.2 : 515.75 + ((unit * 5) % 40);

const studenten: TemplateRow[] = [
  ...Array.from({ length: 121 }, (_, i): TemplateRow => ({
    Complex: "Studio's aan het Spoor (fictief)",
    Verhuurder: "Ontwikkelaar Noord (fictief)",
    Partijtype: "commercieel",
    Eenheid_id: `SPOOR-${String(i + 1).padStart(3, "0")}`,
    Soort: "zelfstandig",
    "Kale huur": commercialRent(i + 1),
    Huurpeildatum: rentDay,
  })),
  ...Array.from({ length: 24 }, (_, i): TemplateRow => ({
    Complex: "Studentenhuis Dorp (fictief)",
    Verhuurder: DU,
    Partijtype: "corporatie",
    Eenheid_id: `DORP-${String(i + 1).padStart(2, "0")}`,
    Soort: i < 16 ? "onzelfstandig" : "zelfstandig",
    "Kale huur": i < 16 ? 318.4 + i * 2 : 455.1 + i,
    Huurpeildatum: rentDay,
  })),
];

// Voorraad ---------------------------------------------------------------------------------------------------------------

const moved = "Twee woningen van sociaal naar midden na mutatie.";
const delivered = "Hofje aan de Vaart opgeleverd.";

const voorraad: TemplateRow[] = rows(
  [
    ...["Kwartaal", "Verhuurder", "Segment", "Beginstand", "Nieuwbouw", "Aankoop", "Overig erbij"],
    ...["Sloop", "Verkoop", "Liberalisatie", "Overig eraf", "Correctie", "Eindstand", "Toelichting"],
  ],
  [
    [q4, WY, "sociaal", 1652, 0, 0, 0, 0, 2, 0, 0, 0, 1650],
    [q4, WY, "midden", 62, 0, 0, 0, 0, 0, 0, 0, 0, 62],
    [q4, PO, "sociaal", 96, 0, 0, 0, 0, 0, 0, 0, 0, 96],
    [q4, DU, "student", 388, 0, 0, 0, 0, 0, 0, 0, 0, 388],
    [q4, GE, "totaal", 10946, 36, 0, 0, 0, 0, 0, 0, 0, 10982, "Parkzijde opgeleverd."],
    [q1, WY, "sociaal", 1650, 0, 0, 0, 0, 1, 2, 0, 0, 1647, moved],
    [q1, WY, "midden", 62, 0, 0, 2, 0, 0, 0, 0, 0, 64, moved],
    [q1, PO, "sociaal", 96, 0, 0, 0, 0, 0, 0, 0, 0, 96],
    [q1, DU, "student", 388, 0, 0, 0, 0, 0, 0, 0, 0, 388],
    [q1, GE, "totaal", 10982, 0, 0, 3, 2, 0, 0, 0, 0, 10983],
    [q2, WY, "sociaal", 1647, 24, 0, 0, 0, 1, 0, 0, 0, 1670, delivered],
    [q2, WY, "midden", 64, 8, 0, 0, 0, 0, 0, 0, 0, 72, delivered],
    [q2, PO, "sociaal", 96, 0, 0, 0, 0, 0, 0, 0, 0, 96],
    [q2, DU, "student", 388, 0, 0, 0, 0, 0, 0, 0, 0, 388],
    [q2, GE, "totaal", 10983, 32, 0, 0, 0, 0, 0, 0, 0, 11015, delivered],
    [q3, WY, "sociaal", 1670, 0, 1, 0, 0, 0, 0, 0, 0, 1671],
    [q3, WY, "midden", 72, 0, 0, 0, 0, 0, 0, 0, 0, 72],
    [q3, PO, "sociaal", 96, 0, 0, 0, 0, 0, 0, 0, 0, 96],
    [q3, DU, "student", 388, 0, 0, 0, 0, 0, 0, 0, 0, 388],
    [q3, GE, "totaal", 11015, 0, 0, 4, 1, 0, 0, 0, 0, 11018],
  ],
);

// Toewijzingen -----------------------------------------------------------------------------------------------------------

const lettingKinds = ["regulier", "urgent", "contingent", "statushouder", "stadsvernieuwing", "woningruil"];

/**
 * Lettings in the order of `lettingKinds`. WYwonen and Portaal, January to September 2026: 84, of which 17 urgent and
 * 63 regular.
 */
const lettings: readonly (readonly [Quarter, string, readonly number[]])[] = [
  [q4, WY, [15, 2, 1, 2, 0, 1]],
  [q4, PO, [1, 0, 0, 0, 0, 0]],
  [q1, WY, [19, 2, 1, 2, 0, 1]],
  [q1, PO, [2, 0, 0, 0, 0, 0]],
  [q2, WY, [26, 2, 1, 3, 0, 1]],
  [q2, PO, [1, 1, 0, 0, 0, 0]],
  [q3, WY, [14, 2, 1, 2, 0, 2]],
  [q3, PO, [1, 0, 0, 0, 0, 0]],
];
const studentLettings: readonly (readonly [Quarter, number])[] = [
  [q4, 31],
  [q1, 27],
  [q2, 24],
  [q3, 46],
];

const toewijzingen: TemplateRow[] = sampleQuarters.flatMap((quarter) => [
  ...lettings
    .filter(([of]) => of === quarter)
    .flatMap(([, landlord, counts]) =>
      counts.map((count, i): TemplateRow => ({
        Kwartaal: quarter,
        Verhuurder: landlord,
        Categorie: lettingKinds[i]!,
        Aantal: count,
        Toelichting: null,
      })),
    ),
  ...studentLettings
    .filter(([of]) => of === quarter)
    .map(([, count]): TemplateRow => ({
      Kwartaal: quarter,
      Verhuurder: DU,
      Categorie: "student",
      Aantal: count,
      Toelichting: null,
    })),
]);

// Labels -----------------------------------------------------------------------------------------------------------------

/** Label, homes in 2025-Q4, 2026-Q1, Q2 and Q3, how many of them are excepted, and average basic rent. */
type LabelLine = readonly [
  label: string,
  homes: readonly [number, number, number, number],
  excepted: number,
  rent: number,
];

const labelStock: readonly (readonly [landlord: string, segment: string, lines: readonly LabelLine[]])[] = [
  [
    WY,
    "sociaal",
    [
      ["A+++", [0, 0, 24, 24], 0, 701.3],
      ["A++", [20, 20, 20, 20], 0, 694.15],
      ["A+", [60, 60, 60, 62], 0, 688.4],
      ["A", [270, 274, 280, 288], 0, 676.25],
      ["B", [330, 335, 340, 350], 0, 661.9],
      ["C", [440, 440, 438, 441], 0, 640.75],
      ["D", [285, 284, 282, 279], 0, 622.1],
      ["E", [150, 143, 137, 126], 6, 598.35],
      ["F", [62, 60, 58, 54], 0, 583.6],
      ["G", [21, 20, 19, 17], 2, 571.05],
      ["onbekend", [12, 11, 12, 10], 0, 611.8],
    ],
  ],
  [
    WY,
    "midden",
    [
      ["A+++", [0, 0, 8, 8], 0, 1125.5],
      ["A", [30, 32, 32, 32], 0, 1098.2],
      ["B", [20, 20, 20, 20], 0, 1064.75],
      ["C", [8, 8, 8, 8], 0, 1032.4],
      ["D", [2, 2, 2, 4], 0, 1011.9],
      ["E", [2, 2, 2, 0], 0, 998.6],
    ],
  ],
  [
    PO,
    "sociaal",
    [
      ["B", [30, 30, 30, 30], 0, 655.2],
      ["C", [40, 40, 40, 40], 0, 633.8],
      ["D", [16, 16, 16, 17], 0, 618.45],
      ["E", [8, 8, 8, 7], 0, 601.7],
      ["F", [2, 2, 2, 2], 0, 589.3],
    ],
  ],
  // DUWO has only student homes and reports 0, which differs from reporting nothing.
  [DU, "sociaal", [["A", [0, 0, 0, 0], 0, 0]]],
];

const labels: TemplateRow[] = sampleQuarters.flatMap((quarter, at) =>
  labelStock.flatMap(([landlord, segment, lines]) =>
    lines.map(([label, homes, excepted, rent]): TemplateRow => ({
      Kwartaal: quarter,
      Verhuurder: landlord,
      Segment: segment,
      Label: label,
      Aantal: homes[at]!,
      "Waarvan uitgezonderd": excepted,
      "Gemiddelde huur": homes[at]! > 0 ? rent : null,
    })),
  ),
);

// Overleg ----------------------------------------------------------------------------------------------------------------

const builders = "Gemeente, WYwonen, Portaal, DUWO";

const overleg: TemplateRow[] = rows(
  ["Datum", "Soort", "Aanwezig", "Verslag verstuurd op"],
  [
    ["2025-10-09", "ambtelijk", "Gemeente, WYwonen, DUWO", "2025-10-16"],
    ["2025-10-15", "projectleiders", builders, "2025-10-22"],
    ["2025-11-12", "leefbaarheid", builders, "2025-11-20"],
    ["2025-11-26", "bestuurlijk", "allen", "2025-12-04"],
    ["2026-01-20", "projectleiders", builders, "2026-01-27"],
    ["2026-02-12", "ambtelijk", "allen", "2026-02-19"],
    ["2026-04-14", "projectleiders", builders, "2026-04-21"],
    ["2026-04-22", "bestuurlijk", "allen", "2026-04-30"],
    ["2026-05-20", "leefbaarheid", builders, "2026-05-28"],
    ["2026-06-11", "ambtelijk", "Gemeente, WYwonen", "2026-06-18"],
    ["2026-07-07", "projectleiders", builders, "2026-07-14"],
    ["2026-09-10", "ambtelijk", "allen", "2026-09-17"],
  ],
);

/** Rows by table; PA_Woningen stays empty, because labels are counts here. */
export const sampleRows: Readonly<Record<string, readonly TemplateRow[]>> = {
  PA_Nieuwbouw: nieuwbouw,
  PA_Studenten: studenten,
  PA_Voorraad: voorraad,
  PA_Toewijzingen: toewijzingen,
  PA_Labels: labels,
  PA_Overleg: overleg,
};

/** What the parties report per article; "op koers" if not listed. */
export const sampleStatus: Readonly<Record<string, { readonly status: string; readonly remark?: string }>> = {
  "EIND-1": { status: "aandacht", remark: "Het aandeel stijgt, maar langzaam: van 15,9 naar 16,0 procent." },
  "TD-BES-3": { status: "aandacht", remark: "In de plannen zitten minder dan 360 sociale huurwoningen." },
  "7": { status: "aandacht", remark: "Het concept ligt er; de vaststelling in december is krap." },
  "9": {
    status: "aandacht",
    remark: "Het aandeel urgent is iets boven de 20 procent; corporaties en gemeente zijn in gesprek.",
  },
  "9b": { status: "gehaald", remark: "Gesprek van gemeente, WYwonen en Portaal op 8 september 2026." },
  "11": { status: "gehaald", remark: "Resultaten over 2025 gedeeld in februari 2026." },
  "11b": { status: "gehaald", remark: "Verdeling van de kosten vastgelegd in december 2025." },
  "18": { status: "op koers", remark: "Vaststelling staat op de agenda van de raad in december 2026." },
  "19a": { status: "aandacht", remark: "Het tempo is te laag om eind 2028 op nul te zijn." },
  "19b": {
    status: "niet te bepalen",
    remark: "De dag waarop de Transitievisie Warmte is vastgesteld, moet nog worden ingevuld.",
  },
  "24": { status: "gehaald", remark: "Gestart in september 2025." },
  "32": { status: "aandacht", remark: "Onderzoek is gestart; de uitkomst wordt in december verwacht." },
  "46": { status: "gehaald", remark: "Bijgewerkt in maart 2026." },
};
