// The workbooks that the pane is shown over, in a browser and without one.
import { utils, write } from "@e965/xlsx";
import { agreements } from "@prestatieafspraken/agreements";
import { makeTemplate } from "@prestatieafspraken/xlsx";

const agreement = agreements.find(({ id }) => id === "oegstgeest-2025-2028");

const plainBook = (sheets) => {
  const book = utils.book_new();
  for (const [name, rows, protect] of sheets) {
    const sheet = utils.aoa_to_sheet(rows);
    if (protect) sheet["!protect"] = { password: "" };
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
};

const settings = [
  "PA instellingen",
  [
    ["Instelling", "Waarde"],
    ["Verslagkwartaal", "2026-Q3"],
    ["Gemeente", "Oegstgeest"],
  ],
];
const labelHeaders = ["Kwartaal", "Verhuurder", "Segment", "Label", "Aantal"];
/** With a space in it, which can certainly go. */
const oneLabel = [labelHeaders, ["2026-Q3", "WYwonen", "sociaal", "A ++", 40]];
const home = (i, label) => [
  String(579010000000000 + i).padStart(16, "0"),
  "WYwonen",
  "sociaal",
  label,
  "2024-03-01",
  600,
  "2026-Q3",
];
const homeHeaders = ["BAG_vbo_id", "Verhuurder", "Segment", "Label", "Opnamedatum", "Kale huur", "Kwartaal"];
/** So many separate findings: adjacent ones would be grouped into one. */
const spaced = (findings) =>
  plainBook([
    settings,
    ["Woningen", [homeHeaders, ...Array.from({ length: 2 * findings }, (_, i) => home(i, i % 2 ? "A" : "A ++"))]],
  ]);

/**
 * The test workbooks: sample (with mistakes), clean, empty, fifty (sheets, none of ours), own, twins, label, protected,
 * big, bigger, hundreds (of findings), many.
 */
export const workbooks = {
  sample: () => makeTemplate({ agreement, agreements, sample: "with-errors" }),
  clean: () => makeTemplate({ agreement, agreements, sample: "clean" }),
  empty: () => makeTemplate({ agreement, agreements, quarter: "2026-Q3" }),
  fifty: () =>
    plainBook(
      Array.from({ length: 50 }, (_, i) => [
        `Blad ${i + 1}`,
        [
          ["Naam", "Bedrag"],
          [`post ${i}`, i],
        ],
      ]),
    ),
  own: () =>
    plainBook([
      settings,
      [
        "Export ViewPoint",
        [
          ["Periode", "Corp.", "Soort bezit", "Energieklasse", "Woningen"],
          ["2026-Q3", "WYwonen", "sociaal", "E", 40],
          ["2026-Q3", "WYwonen", "sociaal", "A", 60],
        ],
      ],
    ]),
  twins: () =>
    plainBook([
      settings,
      [
        "Labels WYwonen",
        [labelHeaders, ["2026-Q3", "WYwonen", "sociaal", "E", 40], ["2026-Q3", "WYwonen", "sociaal", "A", 60]],
      ],
      [
        "Labels Portaal",
        [labelHeaders, ["2026-Q3", "Portaal", "sociaal", "E", 4], ["2026-Q3", "Portaal", "sociaal", "A", 6]],
      ],
    ]),
  label: () => plainBook([settings, ["Labels", oneLabel]]),
  protected: () => plainBook([settings, ["Labels", oneLabel, true]]),
  big: () =>
    plainBook([
      settings,
      ["Woningen", [homeHeaders, ...Array.from({ length: 10_000 }, (_, i) => home(i, "ABCDEFG"[i % 7]))]],
    ]),
  bigger: () =>
    plainBook([
      settings,
      ["Woningen", [homeHeaders, ...Array.from({ length: 20_000 }, (_, i) => home(i, "ABCDEFG"[i % 7]))]],
    ]),
  hundreds: () => spaced(500),
  many: () => spaced(2000),
};
