import { deflateSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { WorkbookError } from "@prestatieafspraken/quarterly";
import { bookOf, bookParts, fileOf, row, type PartTexts } from "../../../test/workbooks/book.js";
import { openXlsx, refusal, refusalCodes, type RefusalCode } from "../src/index.js";
import { crc32 } from "../src/crc32.js";

const sheet = (rows: string) => ({ sheets: [{ name: "Blad1", xml: rows }] });
const good = () => bookOf(sheet(row(1, ["Kwartaal", "Aantal"]) + row(2, ["2026-Q3", 5])));
const damaged = (parts: PartTexts) => fileOf({ ...bookParts(sheet(row(1, ["a", "b"]) + row(2, [1, 2]))), ...parts });
const withRows = (rows: string) => bookOf(sheet(rows));
const sheetXml = (content: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${content}</worksheet>`;

/** A zip built by hand, so that its directory can be wrong. */
function zipOf(
  entries: readonly {
    name: string;
    data: Uint8Array;
    size?: number;
    crc?: number;
    at?: number;
    flags?: number;
    method?: number;
  }[],
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, data, size = data.length, crc = crc32(data), at: offset, flags = 0, method = 8 } of entries) {
    const packed = method === 8 && size === data.length ? deflateSync(data) : data;
    const bytes = strToU8(name);
    const facts = (signature: number, length: number, from: number): DataView => {
      const view = new DataView(new ArrayBuffer(length));
      view.setUint32(0, signature, true);
      view.setUint16(from + 2, flags, true);
      view.setUint16(from + 4, method, true);
      view.setUint32(from + 10, crc, true);
      view.setUint32(from + 14, packed.length, true);
      view.setUint32(from + 18, size, true);
      view.setUint16(from + 22, bytes.length, true);
      return view;
    };
    const central = facts(0x02014b50, 46, 6);
    central.setUint32(42, offset ?? at, true);
    directory.push(new Uint8Array(central.buffer), bytes);
    if (offset !== undefined) continue;
    pieces.push(new Uint8Array(facts(0x04034b50, 30, 4).buffer), bytes, packed);
    at += 30 + bytes.length + packed.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(
    12,
    directory.reduce((sum, piece) => sum + piece.length, 0),
    true,
  );
  end.setUint32(16, at, true);
  return Buffer.concat([...pieces, ...directory, new Uint8Array(end.buffer)]);
}

const entriesOf = (parts: PartTexts) =>
  Object.entries(parts).flatMap(([name, text]) =>
    text === null ? [] : [{ name, data: typeof text === "string" ? strToU8(text) : text }],
  );
const goodEntries = () => entriesOf(bookParts(sheet(row(1, ["a", "b"]) + row(2, [1, 2]))));

/** Deflated zeros: 1.2 MB that unpacks to 1.2 GB. Built from one block, repeated at byte boundaries. */
function bomb(megabytes: number): { packed: Uint8Array; size: number } {
  const block = deflateSync(new Uint8Array(1_000_000), { level: 9 });
  // fflate marks its only block as final; all but the last must be non-final.
  const open = Uint8Array.from(block);
  open[0] = open[0]! & 0xfe;
  // An empty stored block aligns the next one to a byte boundary.
  const sync = Uint8Array.of(0x00, 0x00, 0x00, 0xff, 0xff);
  const many = Array.from({ length: megabytes }, () => [open, sync]).flat();
  return { packed: Buffer.concat([...many, Uint8Array.of(0x03, 0x00)]), size: megabytes * 1_000_000 };
}

const ole2 = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600),
    Buffer.from(stream, "utf16le"),
    Buffer.alloc(600),
  ]);
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

const inputs: [what: string, code: RefusalCode, make: () => Uint8Array][] = [
  ["an empty file", "EMPTY_FILE", () => new Uint8Array()],
  ["a CSV named .xlsx", "NOT_ZIP", () => strToU8("Kwartaal;Aantal\n2026-Q3;5\n")],
  ["a picture", "NOT_ZIP", () => png],
  ["a workbook with a password", "ENCRYPTED", () => ole2("EncryptedPackage")],
  ["an old .xls", "OLD_XLS", () => ole2("Workbook")],
  ["a zip that is only a zip", "NOT_WORKBOOK", () => fileOf({ "foto.txt": "x" })],
  ["an empty zip", "NOT_WORKBOOK", () => zipOf([])],
  ["a Word document", "NOT_WORKBOOK", () => damaged({ "xl/workbook.xml": "<w:document xmlns:w='urn:w'/>" })],
  [
    "a binary workbook",
    "BINARY_WORKBOOK",
    () => {
      const rels = String(bookParts(sheet(""))["_rels/.rels"]).replace("xl/workbook.xml", "xl/workbook.bin");
      return damaged({ "_rels/.rels": rels, "xl/workbook.bin": "x" });
    },
  ],
  ["a zip with an encrypted part", "ENCRYPTED", () => zipOf(goodEntries().map((entry) => ({ ...entry, flags: 1 })))],
  ["half a file", "CORRUPT_ZIP", () => good().slice(0, good().length / 2)],
  ["a file short of its last byte", "CORRUPT_ZIP", () => good().slice(0, -1)],
  ["bytes after the end", "CORRUPT_ZIP", () => Buffer.concat([good(), Buffer.from("meer")])],
  [
    "a part that contradicts its checksum",
    "CORRUPT_ZIP",
    () => zipOf(goodEntries().map((entry) => ({ ...entry, crc: 1 }))),
  ],
  ["an unknown way of packing", "CORRUPT_ZIP", () => zipOf(goodEntries().map((entry) => ({ ...entry, method: 12 })))],
  ["a part twice", "DUPLICATE_PART", () => zipOf([...goodEntries(), ...goodEntries().slice(-1)])],
  [
    "a part twice, in other capitals",
    "DUPLICATE_PART",
    () => zipOf([...goodEntries(), { name: "XL/Workbook.xml", data: strToU8("<x/>") }]),
  ],
  ["a path that leads out of the file", "BAD_PATH", () => damaged({ "xl/../../etc/passwd": "x" })],
  ["an absolute path", "BAD_PATH", () => damaged({ "/etc/passwd": "x" })],
  ["a path of another system", "BAD_PATH", () => damaged({ "..\\..\\boot.ini": "x" })],
  [
    "a bomb that says so",
    "ZIP_BOMB",
    () => {
      const { packed, size } = bomb(1200);
      return zipOf([...goodEntries(), { name: "xl/worksheets/sheet1.xml.bak", data: packed, size, crc: 0 }]);
    },
  ],
  [
    "a bomb that says it is small",
    "CORRUPT_ZIP",
    () => {
      const { packed } = bomb(1200);
      const entries = goodEntries().filter(({ name }) => name !== "xl/worksheets/sheet1.xml");
      return zipOf([...entries, { name: "xl/worksheets/sheet1.xml", data: packed, size: 5_000_000, crc: 0 }]);
    },
  ],
  [
    "a claim that no packing can keep",
    "ZIP_BOMB",
    () => zipOf([...goodEntries(), { name: "groot", data: new Uint8Array(10), size: 300_000_000, crc: 0 }]),
  ],
  [
    "a part inside another part",
    "ZIP_BOMB",
    () => {
      const inner = { name: "b", data: new Uint8Array(100), method: 0 };
      // 31 is the length of the surrounding part's header and name.
      return zipOf([{ name: "a", data: zipOf([inner]), method: 0 }, ...goodEntries(), { ...inner, at: 31 }]);
    },
  ],
  [
    "more parts than a workbook has",
    "TOO_LARGE",
    () => zipOf(Array.from({ length: 5001 }, (_, i) => ({ name: `deel${i}`, data: new Uint8Array(1) }))),
  ],
  [
    "a DTD with an outside entity",
    "DTD",
    () =>
      damaged({ "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook>&e;</workbook>' }),
  ],
  [
    "a billion laughs",
    "DTD",
    () => {
      const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
      return damaged({
        "xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><worksheet><sheetData><row><c t="str"><v>&l20;</v></c></row></sheetData></worksheet>`,
      });
    },
  ],
  ["an entity that nobody declared", "BAD_XML", () => withRows('<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>')],
  [
    "an entity named after what every object has",
    "BAD_XML",
    () => withRows('<row r="1"><c r="A1" t="str"><v>&constructor;</v></c></row>'),
  ],
  [
    "elements 100,000 deep",
    "TOO_DEEP",
    () => damaged({ "xl/worksheets/sheet1.xml": sheetXml("<a>".repeat(100_000) + "</a>".repeat(100_000)) }),
  ],
  [
    "elements 100,000 deep in a row",
    "TOO_DEEP",
    () => withRows(`<row r="1"><c r="A1">${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}</c></row>`),
  ],
  ["tags that do not match", "BAD_XML", () => withRows('<row r="1"><c r="A1"><v>1</c></v></row>')],
  [
    "a sheet that stops half way",
    "BAD_XML",
    () => damaged({ "xl/worksheets/sheet1.xml": '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>' }),
  ],
  [
    "a sheet without rows element",
    "BAD_XML",
    () => damaged({ "xl/worksheets/sheet1.xml": sheetXml("<dimension ref='A1'/>") }),
  ],
  ["an empty sheet part", "BAD_XML", () => damaged({ "xl/worksheets/sheet1.xml": "" })],
  [
    "letters that are no UTF-8",
    "BAD_XML",
    () => damaged({ "xl/worksheets/sheet1.xml": Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x61, 0x3e) }),
  ],
  [
    "a control character in a text",
    "BAD_XML",
    () => withRows('<row r="1"><c r="A1" t="str"><v>a\u0001b</v></c></row>'),
  ],
  ["a control character between rows", "BAD_XML", () => withRows('<row r="1"/>\u0001<row r="2"/>')],
  ["a missing sheet", "MISSING_PART", () => damaged({ "xl/worksheets/sheet1.xml": null })],
  ["a missing main part", "MISSING_PART", () => damaged({ "xl/workbook.xml": null })],
  [
    "missing texts",
    "MISSING_PART",
    () => fileOf({ ...bookParts({ ...sheet(""), strings: ["a"] }), "xl/sharedStrings.xml": null }),
  ],
  ["a workbook without sheets", "MISSING_PART", () => bookOf({ sheets: [] })],
  ["row 99999999999", "BAD_REFERENCE", () => withRows('<row r="99999999999"><c><v>1</v></c></row>')],
  ["row 1048577", "BAD_REFERENCE", () => withRows('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')],
  ["row 0", "BAD_REFERENCE", () => withRows('<row r="0"><c r="A1"><v>1</v></c></row>')],
  ["column XFE", "BAD_REFERENCE", () => withRows('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
  ["a cell in a row that is not its own", "BAD_REFERENCE", () => withRows('<row r="1"><c r="A2"><v>1</v></c></row>')],
  ["a cell twice", "BAD_REFERENCE", () => withRows('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')],
  ["a row twice", "BAD_REFERENCE", () => withRows('<row r="1"/><row r="1"/>')],
  ["a cell called constructor", "BAD_REFERENCE", () => withRows('<row r="1"><c r="__proto__"><v>1</v></c></row>')],
  ["a prefix that stands for nothing", "BAD_XML", () => withRows('<row r="1"><x:c r="A1"><x:v>1</x:v></x:c></row>')],
  [
    "a helper file of Excel",
    "LOCK_FILE",
    () => Buffer.concat([Buffer.of(4), Buffer.from("Anna".padEnd(54)), Buffer.alloc(110)]),
  ],
  ["a workbook with a label that encrypts it", "LABELLED", () => ole2("DRMEncryptedDataSpace\0EncryptedPackage")],
  ["a file of Numbers", "NUMBERS", () => fileOf({ "Index/Document.iwa": "x", "Metadata/Properties.plist": "x" })],
  ...(
    [
      ["two header rows", 'ref="A1:B3" headerRowCount="2"'],
      ["more rows around its data than it has", 'ref="A1:B1" totalsRowCount="1"'],
    ] as const
  ).map(([what, attributes]): (typeof inputs)[number] => [
    `a table with ${what}`,
    "BAD_TABLE",
    () =>
      bookOf({
        sheets: [
          {
            name: "Blad1",
            xml: `${row(1, ["a", "b"])}${row(2, [1, 2])}`,
            tables: [
              `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="PA_Labels" displayName="PA_Labels" ${attributes}><tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>`,
            ],
          },
        ],
      }),
  ]),
];

describe("a file that is not a valid workbook", () => {
  it.each(inputs)("is refused: %s", async (_, code, make) => {
    const bytes = make();
    const started = process.cpuUsage();
    const memory = process.memoryUsage().rss;
    const problem: unknown = await (async () => openXlsx(bytes).tables())().then(
      (tables) => ({ opened: tables }),
      (thrown: unknown) => thrown,
    );
    expect(problem).toBeInstanceOf(WorkbookError);
    const { code: given, sentence } = problem as WorkbookError;
    expect(given).toBe(code);
    for (const text of [sentence.nl, sentence.en]) {
      expect(text).toMatch(/^[A-Z][^%\n]+\.$/);
      // The sentence contains no empty placeholder.
      expect(text).not.toMatch(/\(\s*\)|:\s+\.|\s{2}/);
    }
    const { user, system } = process.cpuUsage(started);
    // Measures CPU time, not wall-clock time: the machine may be busy.
    expect((user + system) / 1000).toBeLessThan(5_000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(500_000_000);
  });

  it("is refused for any flipped bit in a part that is read", async () => {
    const bytes = good();
    const sound = JSON.stringify(await openXlsx(bytes).tables());
    let refusedOnes = 0;
    for (let at = 0; at < bytes.length; at += 3) {
      const turned = bytes.slice();
      turned[at]! ^= 1 << (at % 8);
      // Time stamps and the like may differ; the values read must not.
      const read = await (async () => JSON.stringify(await openXlsx(turned).tables()))().catch(
        (problem: unknown) => problem,
      );
      if (typeof read === "string") expect(read, `byte ${at}`).toBe(sound);
      else {
        expect(read, `byte ${at}`).toBeInstanceOf(WorkbookError);
        refusedOnes++;
      }
    }
    expect(refusedOnes).toBeGreaterThan(bytes.length / 6);
  });
});

it("every refusal is one or two sentences in each language, whatever the names of the parts", () => {
  const refused = refusal as (code: RefusalCode, what: string) => WorkbookError;
  for (const code of refusalCodes) {
    const { sentence } = refused(code, "een\nnaam\u0000 met $& rommel");
    for (const text of [sentence.nl, sentence.en]) {
      expect(text).toMatch(/[.]$/);
      expect(text).not.toMatch(/\p{Cc}/u);
    }
    expect(sentence.nl).not.toBe(sentence.en);
  }
});
