// Benchmarks live cells: 1,000 different answers over 10,000 rows. Run node test/bench/live.mjs after npm run compile.
// An answer must not cost a scan of the table. The outcome is recorded in docs/benchmarks/live.md.
import { existsSync, readFileSync } from "node:fs";
import { agreements } from "@prestatieafspraken/agreements";
import { evaluate } from "@prestatieafspraken/indicators";
import { live, liveIds, read } from "@prestatieafspraken/quarterly";

const quarters = Array.from({ length: 20 }, (_, at) => `${2024 + Math.floor(at / 4)}-Q${(at % 4) + 1}`);
const parties = ["WYwonen", "Portaal", "DUWO"];
// A fixed sequence, so that every run uses the same data.
let seed = 20260930;
const below = (limit) => (((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648) * limit) | 0;

function tables() {
  const stock = [];
  const lettings = [];
  const labels = [];
  const projects = [];
  const students = [];
  for (const Kwartaal of quarters) {
    stock.push({ Kwartaal, Verhuurder: "Gemeente", Segment: "totaal", Beginstand: 11_000, Eindstand: 11_000 });
    for (const Verhuurder of parties) {
      for (const Segment of ["sociaal", "midden", "vrij"]) {
        const [Nieuwbouw, Sloop] = [below(20), below(10)];
        const Beginstand = 500 + below(500);
        stock.push({
          ...{ Kwartaal, Verhuurder, Segment, Beginstand, Nieuwbouw, Aankoop: 0, "Overig erbij": 0, Sloop },
          ...{
            Verkoop: 0,
            Liberalisatie: 0,
            "Overig eraf": 0,
            Correctie: 0,
            Eindstand: Beginstand + Nieuwbouw - Sloop,
          },
        });
        for (const Label of ["A++", "A", "B", "C", "D", "E", "F", "G"])
          labels.push({ Kwartaal, Verhuurder, Segment, Label, Aantal: below(90), "Waarvan uitgezonderd": null });
      }
      for (const Categorie of ["regulier", "urgent", "statushouder", "contingent", "woningruil", "student"])
        lettings.push({ Kwartaal, Verhuurder, Categorie, Aantal: below(60) });
    }
    for (let at = 0; at < 250; at += 1) {
      const [social, mid, sale] = [below(40), below(20), below(40)];
      projects.push({
        ...{ Kwartaal, Project_id: `P${at}`, Projectnaam: `Plan ${at}`, Ontwikkelaar: "WYwonen" },
        ...{ Partijtype: "corporatie", Fase: "in aanbouw", "Sociale huur": social, "Middeldure huur": mid, Koop: sale },
        ...{ Studenteneenheden: 0, Totaal: social + mid + sale, "Waarvan uitstroom": below(social + 1) },
        "Oplevering werkelijk": null,
      });
    }
  }
  for (let at = 0; at < 3000; at += 1)
    students.push({
      ...{ Complex: `Hof ${at % 12}`, Verhuurder: at % 3 ? "Campus BV" : "DUWO" },
      ...{ Partijtype: at % 3 ? "commercieel" : "corporatie", Eenheid_id: `E${at}` },
      ...{ "Kale huur": 300 + below(30_000) / 100, Huurpeildatum: "2026-01-01" },
    });
  return {
    PA_Instellingen: [{ Instelling: "Verslagkwartaal", Waarde: "2026-Q3" }],
    PA_Voorraad: stock,
    PA_Toewijzingen: lettings,
    PA_Labels: labels,
    PA_Nieuwbouw: projects,
    PA_Studenten: students,
  };
}

const block = (name, rows) => ({
  ...{ name, sheet: name.slice(3), headerRow: 1, firstColumn: 1, headers: Object.keys(rows[0]) },
  rows: rows.map((row) => Object.values(row)),
});
const blocks = Object.entries(tables()).map(([name, rows]) => block(name, rows));
const rows = blocks.reduce((sum, one) => sum + one.rows.length, 0);
const workbook = { tables: async () => blocks, sheetNames: async () => [], getSetting: async () => null };
const asked = liveIds.flatMap((id) =>
  quarters.flatMap((quarter) => [null, ...parties].map((party) => ({ id, quarter, party }))),
);
const ask = (ret, { id, quarter, party }) => {
  try {
    return live(id, ret, { quarter, party });
  } catch {
    return null;
  }
};
// CPU seconds, so that a busy machine does not matter: of the thread that answers (what a user waits for), and of the whole
// process, with the compiler and garbage collector of the engine on other cores. Only Linux says what one thread took.
const thread = "/proc/thread-self/schedstat";
const ofThread = () =>
  existsSync(thread) ? Number(readFileSync(thread, "utf8").split(" ")[0]) / 1e9 : performance.now() / 1e3;
const seconds = (work) => {
  const start = process.cpuUsage();
  const before = ofThread();
  work();
  const answering = ofThread() - before;
  const { user, system } = process.cpuUsage(start);
  return { answering, all: (user + system) / 1e6 };
};

// First the first answers of a session, as on opening a workbook; then a newly read return, as after a change; then the
// same again.
const thousand = asked.slice(0, 1000);
const answers = (ret) => seconds(() => thousand.forEach((one) => ask(ret, one)));
const first = answers(await read(workbook, { agreements }));
const fresh = await read(workbook, { agreements });
const live1000 = answers(fresh);
const again = answers(fresh);
const explicit = seconds(() => {
  for (let at = 0; at < 10_000; at += 1) evaluate("SOCIALSHARE", { social: 100 + (at % 900), homes: 1000 });
});
const shown = ({ answering, all }) => `${answering.toFixed(2)} s (${all.toFixed(2)} s with the engine's other threads)`;
console.log(`${rows} rows, ${thousand.length} different live cells`);
console.log(`first in a session: ${shown(first)}`);
console.log(`after a change: ${shown(live1000)}`);
console.log(`again: ${shown(again)}`);
console.log(`10,000 explicit answers: ${shown(explicit)}`);
process.exitCode = live1000.answering > Number(process.env.PA_LIVE_SECONDS ?? 0.5) ? 1 : 0;
