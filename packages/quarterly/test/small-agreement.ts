import type { Agreement, Norm, Source } from "@prestatieafspraken/indicators";

const source: Source = { title: "Prestatieafspraken Oegstgeest 2025-2028" };
const text = (words: string) => ({ nl: words, en: words });
const norm = (id: string, indicator: string, comparator: Norm["comparator"], value: string): Norm => ({
  id,
  indicator,
  comparator,
  value,
  strength: "hard",
  source,
});

/** A reduced version of Oegstgeest's agreement: its parties, five commitments, three norms. */
export const smallAgreement: Agreement = {
  id: "oegstgeest-2025-2028",
  title: text("Prestatieafspraken Oegstgeest 2025-2028"),
  municipality: { name: "Oegstgeest" },
  from: "2025-01-01",
  until: "2028-12-31",
  document: source,
  parties: [
    { id: "gemeente", name: "Gemeente Oegstgeest", kind: "municipality", aliases: [] },
    { id: "wywonen", name: "WYwonen", kind: "corporation", aliases: ["MeerWonen", "HaBeKo"] },
    { id: "portaal", name: "Portaal", kind: "corporation", aliases: [] },
    { id: "duwo", name: "DUWO", kind: "corporation", aliases: [] },
    { id: "shm", name: "Stichting Huurders MeerWonen", kind: "tenants", aliases: ["SHM"] },
    { id: "hbv", name: "HBV", kind: "tenants", aliases: ["Huurdersbelangenvereniging"] },
    { id: "bres", name: "Huurdersvereniging BRES", kind: "tenants", aliases: ["BRES"] },
  ],
  figures: {},
  scope: { URGENTSHARE: ["wywonen", "portaal"] },
  parameters: [
    {
      id: "studenten-tellen",
      name: "Studenten tellen",
      label: text("Studenten tellen"),
      default: "geen",
      choices: ["geen", "teller", "noemer", "beide"].map((value) => ({ value, label: text(value) })),
    },
    { id: "klein-aantal", name: "Klein aantal", label: text("Klein aantal"), default: "20", type: "number" },
    { id: "einddatum-nieuwbouw", name: "Einddatum nieuwbouw", label: text("Einddatum"), default: "", type: "day" },
    {
      id: "onbekende-labels-boven",
      name: "Onbekende labels boven",
      label: text("Grens"),
      default: "0.05",
      type: "share",
    },
  ],
  norms: [
    norm("ART-9-URGENT", "URGENTSHARE", "<=", "0.25"),
    norm("TD-BES-2", "NEWBUILDSHARE", ">=", "0.30"),
    norm("TD-BES-3", "SOCIALTARGET", ">=", "360"),
  ],
  commitments: [
    { article: "7", kind: "dated", due: "2026-12-31" },
    { article: "9", kind: "number", norms: ["ART-9-URGENT"] },
    { article: "19a", kind: "effort" },
    {
      article: "40",
      kind: "frequency",
      meetings: {
        kind: "ambtelijk",
        perYear: 4,
        attendance: {
          gemeente: [1, 2, 3, 4],
          wywonen: [1, 2, 3, 4],
          portaal: [1, 3],
          duwo: [1, 3],
          shm: [1, 3],
          hbv: [1, 3],
          bres: [1, 3],
        },
      },
    },
    { article: "41", kind: "frequency", meetings: { kind: "bestuurlijk", perYear: 2, months: [11] } },
  ].map((commitment) => ({
    theme: text("thema"),
    title: text(`artikel ${commitment.article}`),
    lead: ["gemeente"],
    source,
    ...(commitment as { article: string; kind: "dated" }),
  })),
  tensions: [],
  indicators: [],
};
