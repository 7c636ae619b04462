// The headers of the package as each web server wants them written, from one list: nothing has to be typed over.

/** Header lists by path; "*" goes with every file. */
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

/** The types of everything in the package: nginx knows only those of the nearest list, older servers not all of them. */
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

const caddy = (headers) => `# In the site block.
header {
${lines(headers["*"], (name, value) => `  ${name} "${value}"`).join("\n")}
}
${files(headers)
  .map(([file, own]) => lines(own, (name, value) => `header */${file} ${name} "${value}"`).join("\n"))
  .join("\n")}
header *.webmanifest Content-Type ${types.webmanifest}
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

/** Ready configuration by file name. */
export const serverConfigurations = (headers) => ({
  "nginx.conf": nginx(headers),
  "apache.htaccess": apache(headers),
  Caddyfile: caddy(headers),
  "web.config": iis(headers),
});
