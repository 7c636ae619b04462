/** The web servers installed from Debian, each with its configuration from the package. */
import { spawn } from "node:child_process";
import { accessSync, chmodSync, copyFileSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

interface Running {
  readonly address: string;
  readonly stop: () => void;
}
interface Server {
  readonly name: string;
  /** Path of the program; null if not installed. */
  readonly program: string | null;
  /** Serves `web/` of the package in `made` with the configuration in its `server/`; writes only in `folder`. */
  readonly start: (program: string, made: string, folder: string) => Promise<Running>;
}

const found = (...places: readonly string[]): string | null =>
  places.find((place) => {
    try {
      accessSync(place);
      return true;
    } catch {
      return false;
    }
  }) ?? null;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Starts a program and waits until its port answers; otherwise reports its output. */
async function started(program: string, words: readonly string[], port: number, env = {}): Promise<Running> {
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += String(text)));
  const address = `http://127.0.0.1:${port}`;
  const answers = (): Promise<boolean> =>
    fetch(address).then(
      () => true,
      () => false,
    );
  for (let tries = 0; !(await answers()); tries += 1) {
    if (child.exitCode !== null || tries > 300) throw new Error(`${program} does not answer: ${said}`);
    await pause(100);
  }
  return { address, stop: () => child.kill("SIGTERM") };
}

/** A copy readable by all users: a server started by root runs as another user. */
function readable(made: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  chmodSync(join(folder, ".."), 0o755);
  const web = join(folder, "web");
  cpSync(join(made, "web"), web, { recursive: true });
  return web;
}

export const servers: readonly Server[] = [
  {
    name: "nginx",
    program: found("/usr/sbin/nginx"),
    async start(program, made, folder) {
      const port = await freePort();
      const web = readable(made, folder);
      const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
      const configuration = join(folder, "nginx.conf");
      writeFileSync(
        configuration,
        `pid ${folder}/nginx.pid;\nevents {}\nhttp {\n  access_log off;\n${temporary.map((name) => `  ${name}_temp_path ${folder}/${name};\n`).join("")}  server {\n    listen 127.0.0.1:${port};\n    root ${web};\n    include ${made}/server/nginx.conf;\n  }\n}\n`,
      );
      return started(program, ["-e", "stderr", "-c", configuration, "-g", "daemon off;"], port);
    },
  },
  {
    name: "Apache",
    program: found("/usr/sbin/apache2"),
    async start(program, made, folder) {
      const port = await freePort();
      const web = readable(made, folder);
      copyFileSync(join(made, "server/apache.htaccess"), join(web, ".htaccess"));
      const modules = ["mpm_event", "authz_core", "mime", "dir", "headers"];
      const configuration = join(folder, "apache.conf");
      writeFileSync(
        configuration,
        `ServerName localhost\nPidFile ${folder}/apache.pid\nErrorLog ${folder}/error.log\nListen 127.0.0.1:${port}\nDefaultRuntimeDir ${folder}\n${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`).join("")}TypesConfig /dev/null\nDocumentRoot ${web}\n<Directory ${web}>\n  AllowOverride All\n  Require all granted\n</Directory>\n`,
      );
      return started(program, ["-DFOREGROUND", "-f", configuration], port);
    },
  },
  {
    name: "Caddy",
    program: found("/usr/bin/caddy"),
    async start(program, made, folder) {
      const port = await freePort();
      const web = readable(made, folder);
      const configuration = join(folder, "Caddyfile");
      writeFileSync(
        configuration,
        `{\n  admin off\n  auto_https off\n}\nhttp://127.0.0.1:${port} {\n  root * ${web}\n  file_server\n  import ${made}/server/Caddyfile\n}\n`,
      );
      return started(program, ["run", "--config", configuration, "--adapter", "caddyfile"], port, { HOME: folder });
    },
  },
];
