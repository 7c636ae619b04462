// Benchmarks the core against a comparable library in the same run: node test/bench/core.mjs "<machine>" <day> [10000,100000]
// Writes docs/benchmarks/core.md. Compare the ratios; seconds depend on the machine.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeXlsx } from "hucre/xlsx";
import { countLabels, evaluate, labelScale } from "@prestatieafspraken/indicators";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [machine = "unknown machine", day = "unknown day", sizes = "10000,100000,1000000"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "pa-bench-"));
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const times = (runs, work) =>
  median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );

// A fixed sequence, so that every run uses the same homes.
let seed = 20260930;
const next = (limit) => (((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648) * limit) | 0;

async function workbookOf(homes, formulas) {
  const rows = [["BAG_vbo_id", "Verhuurder", "Segment", "Label", "Kale huur"]];
  for (let i = 0; i < homes; i += 1)
    rows.push([
      `0579010000${String(i).padStart(6, "0")}`,
      i % 10 ? "WYwonen" : "Portaal",
      i % 20 ? "sociaal" : "midden",
      labelScale[4 + next(8)],
      300 + next(60000) / 100,
    ]);
  const sheets = [
    {
      name: "Woningen",
      rows,
      tables: [
        {
          name: "PA_Woningen",
          displayName: "PA_Woningen",
          range: `A1:E${homes + 1}`,
          columns: rows[0].map((name) => ({ name })),
        },
      ],
    },
    {
      name: "Instellingen",
      rows: [
        ["Instelling", "Waarde"],
        ["Afspraak", "oegstgeest-2025-2028"],
        ["Verslagkwartaal", "2026-Q3"],
      ],
    },
  ];
  if (formulas) {
    const cells = new Map();
    labelScale.forEach((label, i) => {
      cells.set(`${i},0`, {
        type: "formula",
        formula: `COUNTIFS(Woningen!$D$2:$D$${homes + 1},"${label}")`,
        formulaResult: 0,
        value: 0,
      });
      cells.set(`${i},1`, {
        type: "formula",
        formula: `AVERAGEIFS(Woningen!$E$2:$E$${homes + 1},Woningen!$D$2:$D$${homes + 1},"${label}")`,
        formulaResult: 0,
        value: 0,
      });
    });
    sheets.push({ name: "Telling", rows: labelScale.map(() => [null, null]), cells });
  }
  return writeXlsx({ sheets });
}

function timed(command, args) {
  const runs = [];
  const computing = [];
  let memory = 0;
  for (let i = 0; i < 3; i += 1) {
    const start = performance.now();
    const done = spawnSync("/usr/bin/time", ["-f", "%M %U %S", command, ...args], { encoding: "utf8", cwd: folder });
    runs.push((performance.now() - start) / 1000);
    const [kilobytes, user, system] = done.stderr.trim().split("\n").at(-1).split(" ").map(Number);
    memory = Math.max(memory, kilobytes / 1024);
    computing.push(user + system);
    if (done.status !== 0 && done.status !== 1) throw new Error(`${command}: ${done.stderr.slice(0, 500)}`);
  }
  return { seconds: median(runs), computing: median(computing), memory };
}

// A machine that others use makes a program wait; what it computes for itself says more there.
const shown = ({ seconds, computing, memory }) =>
  `${seconds.toFixed(2)} s (${computing.toFixed(2)} s of computing), ${memory.toFixed(0)} MB`;

/**
 * Where a command of `pa` spends its time once it has started, in percent, largest first: self time in a CPU profile, by
 * part of the product. Of the compiled modules, because one file does not tell the parts; starting differs, so it is left
 * out.
 */
function spentOn(...words) {
  const where = mkdtempSync(join(folder, "profile-"));
  const program = `import(${JSON.stringify(join(root, "packages/cli/dist/process.js"))}).then(({ run }) => run(${JSON.stringify(words)}))`;
  spawnSync(process.execPath, ["--cpu-prof", "--cpu-prof-dir", where, "--input-type=module", "-e", program], {
    maxBuffer: 1 << 28,
  });
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(where, readdirSync(where)[0]), "utf8"));
  const parts = [
    [/xlsx\/dist|node:zlib|encoding decode/, "unpacking and scanning the file"],
    [/quarterly\/dist\/(?:rules|delivery|validate)/, "rules"],
    [/cli\/dist\/visible|books\/(?:made-of|row-list)|encoding encode/, "writing the cells behind the figures"],
    [/quarterly\/dist\/(?:books|judging|report|publication)/, "figures and verdicts"],
    [/reading\/fingerprint|internal\/crypto/, "fingerprint"],
    [/quarterly\/dist|indicators\/dist/, "columns and their texts"],
    [/garbage/, "collecting garbage"],
  ];
  const spent = new Map();
  const partOf = new Map(
    nodes.map(({ id, callFrame: { url, functionName } }) => [
      id,
      parts.find(([pattern]) => pattern.test(`${url} ${functionName}`))?.[1],
    ]),
  );
  samples.forEach((id, i) => spent.set(partOf.get(id), (spent.get(partOf.get(id)) ?? 0) + timeDeltas[i]));
  spent.delete(undefined);
  const all = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [...spent].sort((a, b) => b[1] - a[1]).map(([part, time]) => `${part} ${Math.round((100 * time) / all)}%`);
}

// Measures `pa` as it is published: in one file.
const built = spawnSync(process.execPath, [
  join(root, "node_modules/webpack-cli/bin/cli.js"),
  "--config",
  join(root, "packages/cli/webpack.config.js"),
]);
if (built.status !== 0) throw new Error(`pa cannot be built: ${built.stdout}${built.stderr}`);

const lines = [];
const say = (line) => {
  lines.push(line);
  console.log(line);
};
say("<!-- Made by test/bench/core.mjs. -->");
say("# Benchmarks of the core\n");
say(`${machine}, ${day}, Node ${process.version}. Medians. The peer ran in the same run.\n`);
say("| What | This | Peer | Ratio | Aim |");
say("| --- | --- | --- | --- | --- |");
const asked = 4;
const limits = [];
try {
  const pa = join(root, "packages/cli/bin/pa.mjs");
  const one = join(folder, "homes-1.xlsx");
  writeFileSync(one, await workbookOf(1, false));
  const start = timed(process.execPath, [pa, "check", one, "--json"]);
  say(
    `| check one home: starting | ${shown(start)} | Node alone: ${shown(timed(process.execPath, ["-e", "0"]))} | – | – |`,
  );
  for (const homes of sizes.split(",").map(Number)) {
    const plain = join(folder, `homes-${homes}.xlsx`);
    const counted = join(folder, `counted-${homes}.xlsx`);
    writeFileSync(plain, await workbookOf(homes, false));
    writeFileSync(counted, await workbookOf(homes, true));
    const reporting = ["report", plain, "--format", "json", "-o", join(folder, "report.json")];
    const checking = ["check", plain, "--json"];
    const ours = timed(process.execPath, [pa, ...reporting]);
    const checked = timed(process.execPath, [pa, ...checking]);
    const peer = timed("soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
      "--outdir",
      folder,
      counted,
    ]);
    const row = (what, mine) =>
      say(
        `| ${what}, ${homes.toLocaleString("en")} homes, whole process | ${shown(mine)} | LibreOffice headless, 24 COUNTIFS and AVERAGEIFS: ${shown(peer)} | ${(peer.seconds / mine.seconds).toFixed(1)} times as fast | ${asked} times |`,
      );
    row("read, compute, judge and report", ours);
    row("read and check with every rule", checked);
    for (const [what, mine, words] of [
      ["report", ours, reporting],
      ["check", checked, checking],
    ])
      if (peer.seconds / mine.seconds < asked)
        limits.push(
          `A ${what} of ${homes.toLocaleString("en")} homes, ${asked} times as fast, is ${(peer.seconds / asked).toFixed(2)} s, of which starting takes ${start.seconds.toFixed(2)} s. Apart from that it spends: ${spentOn(...words).join(", ")}.`,
        );
  }
  const million = Uint8Array.from({ length: 1_000_000 }, () => next(12));
  const bare = () => {
    const tally = new Uint32Array(13);
    for (let i = 0; i < million.length; i += 1) tally[million[i]] += 1;
    return tally;
  };
  if (countLabels(million).slice(0, 12).join() !== bare().slice(0, 12).join()) throw new Error("the counts differ");
  for (let i = 0; i < 20; i += 1) {
    bare();
    countLabels(million);
  }
  const [own, loop] = [times(51, () => countLabels(million)), times(51, bare)];
  say(
    `| count the labels of 1,000,000 homes in memory | ${own.toFixed(2)} ms | bare typed-array loop: ${loop.toFixed(2)} ms | ${(own / loop).toFixed(2)} times the time | within 2 |`,
  );
  const calls = 20_000;
  const each = times(5, () => {
    for (let i = 1; i <= calls; i += 1) evaluate("SOCIALSHARE", { social: i, homes: 2 * i });
  });
  say(
    `| \`evaluate\` with judgement and explanation | ${Math.round(calls / (each / 1000)).toLocaleString("en")} a second | – | – | – |`,
  );
  if (limits.length > 0) say(`\nWhat limits it:\n\n${limits.map((limit) => `- ${limit}`).join("\n")}`);
  writeFileSync(join(root, "docs/benchmarks/core.md"), `${lines.join("\n")}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
