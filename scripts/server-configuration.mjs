// Generates the package's headers in the syntax of each web server, from one list.

/** Headers by path; "*" applies to every file. */
export const headersOf = ({ pane, workbench, plain }) => ({
  "taskpane.html": { "Content-Security-Policy": pane },
  "workbench.html": { "Content-Security-Policy": workbench },
  "index.html": { "Content-Security-Policy": plain },
  "functions.json": { "Access-Control-Allow-Origin": "*" },
  "functions-nl.json": { "Access-Control-Allow-Origin": "*" },
  "*": {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "Cache-Control": "no-cache",
  },
});

/**
 * Content types of all files in the package: an nginx types block replaces the default ones, and older servers lack
 * some.
 */
export const types = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  xml: "application/xml",
  txt: "text/plain",
  png: "image/png",
  svg: "image/svg+xml",
  webmanifest: "application/manifest+json",
  woff: "font/woff",
  woff2: "font/woff2",
  ttf: "font/ttf",
  otf: "font/otf",
  eot: "application/vnd.ms-fontobject",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const xml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const lines = (list, line) => Object.entries(list).map(([name, value]) => line(name, value));
const files = (headers) => Object.entries(headers).filter(([file]) => file !== "*");

const nginx = (
  headers,
) => `# In the server block; adding a header in a location drops those around it, so all stand in each.
types { ${lines(types, (ending, type) => `${type} ${ending};`).join(" ")} }
${lines(headers["*"], (name, value) => `add_header ${name} "${value}" always;`).join("\n")}
${files(headers)
  .map(
    ([file, own]) =>
      `location ~ /${file.replace(".", "\\.")}$ {\n${lines({ ...headers["*"], ...own }, (name, value) => `  add_header ${name} "${value}" always;`).join("\n")}\n}`,
  )
  .join("\n")}
`;

const apache = (headers) => `# As .htaccess in web/, or in the virtual host; needs mod_headers and mod_mime.
${lines(types, (ending, type) => `AddType ${type} .${ending}`).join("\n")}
${lines(headers["*"], (name, value) => `Header always set ${name} "${value}"`).join("\n")}
${files(headers)
  .map(
    ([file, own]) =>
      `<Files "${file}">\n${lines(own, (name, value) => `  Header always set ${name} "${value}"`).join("\n")}\n</Files>`,
  )
  .join("\n")}
`;

// Uses a matcher per file and per type: in a directive itself, Caddy only accepts a path that starts with a slash.
const caddy = (headers) => `# In the site block.
header {
${lines(headers["*"], (name, value) => `  ${name} "${value}"`).join("\n")}
}
${files(headers)
  .map(([file, own]) => {
    const name = file.replace(".", "-");
    // The start page is also served for its folder.
    const paths = file === "index.html" ? "/ */index.html" : `*/${file}`;
    return `@${name} path ${paths}\n${lines(own, (header, value) => `header @${name} ${header} "${value}"`).join("\n")}`;
  })
  .join("\n")}
${lines(types, (ending, type) => `@${ending} path *.${ending}\nheader @${ending} Content-Type ${type}`).join("\n")}
`;

const iis = (headers) => `<?xml version="1.0" encoding="UTF-8"?>
<!-- In web/, beside index.html. -->
<configuration>
  <system.webServer>
    <staticContent>
${lines(types, (ending, type) => `      <remove fileExtension=".${ending}" /><mimeMap fileExtension=".${ending}" mimeType="${type}" />`).join("\n")}
    </staticContent>
    <httpProtocol>
      <customHeaders>
${lines(headers["*"], (name, value) => `        <add name="${name}" value="${xml(value)}" />`).join("\n")}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${files(headers)
  .map(
    ([file, own]) =>
      `  <location path="${file}">\n    <system.webServer><httpProtocol><customHeaders>\n${lines(own, (name, value) => `      <add name="${name}" value="${xml(value)}" />`).join("\n")}\n    </customHeaders></httpProtocol></system.webServer>\n  </location>`,
  )
  .join("\n")}
</configuration>
`;

/** Configurations by file name. */
export const serverConfigurations = (headers) => ({
  "nginx.conf": nginx(headers),
  "apache.htaccess": apache(headers),
  Caddyfile: caddy(headers),
  "web.config": iis(headers),
});

/** Container with nginx, the pages and their headers; run it behind a proxy that provides https. */
export const containerFile = `# podman build -t prestatieafspraken . (or docker build), in the folder of this file, after the address was filled in.
# podman run -p 8080:8080 prestatieafspraken. It speaks http: the certificate is that of the proxy before it.
FROM docker.io/nginxinc/nginx-unprivileged:1.28-alpine
COPY server/nginx.conf /etc/nginx/prestatieafspraken.conf
RUN printf 'server {\\n  listen 8080;\\n  root /usr/share/nginx/html;\\n  include /etc/nginx/prestatieafspraken.conf;\\n}\\n' > /etc/nginx/conf.d/default.conf
COPY web/ /usr/share/nginx/html/
`;
