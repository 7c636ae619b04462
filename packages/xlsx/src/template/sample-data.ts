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

const ON = "Ontwikkelaar Noord (fictief)";
const OZ = "Ontwikkelaar Zuid (fictief)";

const segments = ["Sociale huur", "Middeldure huur", "Vrije huur", "Koop", "Nader te bepalen", "Studenteneenheden"];

type Homes = readonly [number, number, number, number, number, number];
/** Id, name, developer, kind, planned delivery, homes in the order of `segments`, and outflow, which is part of social. */
type Project = readonly [string, string, string, string, string, Homes, number];

const projects: readonly Project[] = [
  ["OEG-01", "KPN-locatie", WY, "sloop-nieuwbouw", "2028-06-30", [40, 12, 0, 0, 0, 0], 10],
  ["OEG-02", "Centrumplan (fictief)", OZ, "sloop-nieuwbouw", "2029-12-31", [60, 30, 20, 70, 20, 0], 12],
  ["OEG-03", "Hofje aan de Vaart (fictief)", WY, "nieuwbouw", "2026-05-29", [24, 8, 0, 0, 0, 0], 6],
  ["OEG-04", "Kwartier Oost (fictief)", ON, "nieuwbouw", "2027-11-30", [90, 40, 30, 190, 0, 0], 18],
  ["OEG-05", "Campus West (fictief)", DU, "nieuwbouw", "2028-08-31", [0, 0, 0, 0, 0, 180], 0],
  ["OEG-06", "Studio's aan het Spoor (fictief)", ON, "transformatie", "2025-11-28", [0, 0, 0, 0, 0, 121], 0],
  ["OEG-07", "Parkzijde (fictief)", OZ, "nieuwbouw", "2025-12-19", [0, 0, 0, 36, 0, 0], 0],
  ["OEG-08", "Optoppen Noord (fictief)", WY, "optoppen", "2027-09-30", [30, 0, 0, 0, 0, 0], 12],
  ["OEG-09", "Flexwoningen Weide (fictief)", WY, "flex", "2027-03-31", [40, 0, 0, 0, 0, 0], 20],
  ["OEG-10", "Weidebuurt (fictief)", ON, "nieuwbouw", "2028-12-15", [84, 60, 20, 170, 0, 0], 14],
];

/** The phase in each quarter, in the order of `projects`. */
const phases: readonly (readonly [string, string, string, string])[] = [
  ["haalbaarheid", "haalbaarheid", "ontwerp", "ontwerp"],
  ["idee", "idee", "haalbaarheid", "haalbaarheid"],
  ["in aanbouw", "in aanbouw", "opgeleverd", "opgeleverd"],
  ["vergunning", "in aanbouw", "in aanbouw", "in aanbouw"],
  ["ontwerp", "ontwerp", "vergunning", "vergunning"],
  ["opgeleverd", "opgeleverd", "opgeleverd", "opgeleverd"],
  ["opgeleverd", "opgeleverd", "opgeleverd", "opgeleverd"],
  ["ontwerp", "ontwerp", "ontwerp", "vergunning"],
  ["idee", "haalbaarheid", "vervallen", "vervallen"],
  ["haalbaarheid", "haalbaarheid", "ontwerp", "ontwerp"],
];

/** Dates of key handover, shown from that quarter on. */
const handedOver = new Map([
  ["OEG-03", "2026-05-20"],
  ["OEG-06", "2025-11-14"],
  ["OEG-07", "2025-12-05"],
]);

const replanned = "Van 120 naar 200 woningen na de nieuwe stedenbouwkundige verkenning; segmenten nu verdeeld.";
const projectRemarks = new Map([
  [`OEG-01 ${q2}`, "Aankoop van Portaal rond; schetsontwerp gestart."],
  [`OEG-02 ${q2}`, replanned],
  [`OEG-09 ${q2}`, "Geen aansluiting op het stroomnet voor 2030; partijen zijn gestopt."],
  [`OEG-09 ${q3}`, "Vervallen in 2026-Q2."],
]);

const nieuwbouw: TemplateRow[] = sampleQuarters.flatMap((quarter, at) =>
  projects.map(([id, name, developer, kind, planned, now, outflow], i): TemplateRow => {
    const isReplanned = id === "OEG-02" && quarter <= q1;
    const homes: Homes = isReplanned ? [0, 0, 0, 0, 120, 0] : now;
    const phase = phases[i]![at]!;
    return {
      Kwartaal: quarter,
      Project_id: id,
      Projectnaam: name,
      Ontwikkelaar: developer,
      Partijtype: developer === ON || developer === OZ ? "commercieel" : "corporatie",
      Projectsoort: kind,
      Fase: phase,
      ...Object.fromEntries(segments.map((segment, of) => [segment, homes[of]!])),
      Totaal: homes.reduce((sum, n) => sum + n, 0),
      "Waarvan uitstroom": isReplanned ? 0 : outflow,
      "Oplevering gepland": planned,
      "Oplevering werkelijk": phase === "opgeleverd" ? handedOver.get(id)! : null,
      Toelichting: projectRemarks.get(`${id} ${quarter}`) ?? null,
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
    Verhuurder: ON,
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
 * Lettings by landlord, in the order of `lettingKinds`. WYwonen and Portaal, January to September 2026: 84, of which 17
 * urgent and 63 regular. DUWO lets to students only.
 */
const lettings: readonly (readonly [Quarter, wywonen: readonly number[], portaal: readonly number[], duwo: number])[] =
  [
    [q4, [15, 2, 1, 2, 0, 1], [1, 0, 0, 0, 0, 0], 31],
    [q1, [19, 2, 1, 2, 0, 1], [2, 0, 0, 0, 0, 0], 27],
    [q2, [26, 2, 1, 3, 0, 1], [1, 1, 0, 0, 0, 0], 24],
    [q3, [14, 2, 1, 2, 0, 2], [1, 0, 0, 0, 0, 0], 46],
  ];

const toewijzingen: TemplateRow[] = lettings.flatMap(([quarter, wywonen, portaal, duwo]) =>
  rows(
    ["Kwartaal", "Verhuurder", "Categorie", "Aantal", "Toelichting"],
    [
      ...wywonen.map((count, i) => [quarter, WY, lettingKinds[i]!, count]),
      ...portaal.map((count, i) => [quarter, PO, lettingKinds[i]!, count]),
      [quarter, DU, "student", duwo],
    ],
  ),
);

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
