/** `npm start` when its port is in use. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { built, root } from "../excel/build.js";

it("npm start takes the next free port, says which, and serves the workbench there", async () => {
  await built();
  const other = createServer((_, response) => response.end("van een ander"));
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const started = spawn(process.execPath, ["scripts/start.mjs", "--as-built", "--port", String(port)], { cwd: root });
  try {
    const address = await new Promise<URL>((resolve, reject) => {
      let told = "";
      started.stdout.on("data", (text: Buffer) => {
        told += text.toString();
        const found = /http:\S+/.exec(told);
        if (found) resolve(new URL(found[0]));
      });
      started.once("exit", () => reject(new Error(told)));
    });
    expect(Number(address.port)).toBeGreaterThan(port);
    expect(await (await fetch(address)).text()).toContain("Werkbank prestatieafspraken");
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe("van een ander");
  } finally {
    started.kill();
    other.close();
  }
});
