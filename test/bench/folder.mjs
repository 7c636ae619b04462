// How long a region of a thousand returns takes, and whether memory grows with their number. Run after `npm run compile`:
// node test/bench/folder.mjs [returns]. The outcome is recorded in docs/benchmarks/database.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { agreement, agreements } from "@prestatieafspraken/agreements";
import { keepAgreement, read, sideBySide } from "@prestatieafspraken/quarterly";
import { makeRegionWorkbook, makeTemplate, openXlsx } from "@prestatieafspraken/xlsx";

const count = Number(process.argv[2] ?? 1000);
const oegstgeest = agreement("oegstgeest-2025-2028");
const folder = mkdtempSync(join(tmpdir(), "pa-folder-"));
const file = (at) => join(folder, `${at}.xlsx`);
try {
  // The sample, with the agreement of another municipality inside.
  const sample = await makeTemplate({ agreement: oegstgeest, agreements, language: "nl", sample: "clean" });
  for (let at = 0; at < count; at += 1) {
    const workbook = openXlsx(sample);
    await keepAgreement(workbook, { ...oegstgeest, municipality: { name: `Gemeente ${at}` } });
    writeFileSync(file(at), workbook.bytes());
  }
  // Seconds of processor time, so that a busy machine does not matter.
  const started = process.cpuUsage();
  const said = (at) => {
    const { user, system } = process.cpuUsage(started);
    console.log(
      `${at} returns: ${((user + system) / 1e6).toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
    );
  };
  async function* returns() {
    for (let at = 0; at < count; at += 1) {
      if (at > 0 && at % 100 === 0) said(at);
      yield { name: file(at), ret: await read(openXlsx(new Uint8Array(readFileSync(file(at)))), { agreements }) };
    }
  }
  const { region, municipalities } = await sideBySide(returns());
  said(municipalities.length);
  const bytes = await makeRegionWorkbook(region, municipalities, { language: "nl", day: "2026-11-26" });
  said(`${municipalities.length} in a workbook of ${Math.round(bytes.length / 1000)} kB,`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
