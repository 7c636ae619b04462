import { fill, type Text } from "@prestatieafspraken/indicators";
import type { Issue } from "../issue.js";
import { cellText } from "../workbook.js";
import type { CollectPlan, Contradiction } from "./plan.js";
import type { IncomingFile } from "./read-incoming.js";

/** The sentence for a contradiction: what differs, where, and what to do. */
export function contradictionSentence(
  { tableTitle, row, field, here, there }: Contradiction,
  files: { readonly here: string; readonly there: string },
): Text {
  return fill(
    {
      nl: "{table}, {row}, {field}: “{one}” ({oneFile}, {oneSheet} {oneCell}) tegenover “{two}” ({twoFile}, {twoSheet} {twoCell}). De eerste blijft staan; spreek af welke klopt en pas die aan.",
      en: "{table}, {row}, {field}: “{one}” ({oneFile}, {oneSheet} {oneCell}) against “{two}” ({twoFile}, {twoSheet} {twoCell}). The first is kept; agree which one is right and correct it.",
    },
    {
      table: tableTitle,
      row,
      field,
      one: cellText(here.shown),
      oneFile: files.here,
      oneSheet: here.at.sheet,
      oneCell: here.at.cell,
      two: cellText(there.shown),
      twoFile: files.there,
      twoSheet: there.at.sheet,
      twoCell: there.at.cell,
    },
  );
}

/** Says what a file was read as, if not plainly a return, and which quarter was assumed, if it names none. */
export function readAsSentences({
  as,
  about,
}: Pick<IncomingFile, "as"> & { readonly about?: string | null }): readonly Text[] {
  const labels = {
    nl: "De lijst van EP-online. Van {n:woning|woningen} in deze werkmap staat er een label in dat op de peildatum gold.",
    en: "The list of EP-online. It holds a label that was valid on the reference date for {n:home|homes} in this workbook.",
  };
  const quarter = {
    nl: "Er staat geen kwartaal in; gelezen als het {quarter:quarter}.",
    en: "It names no quarter; read as the {quarter:quarter}.",
  };
  return [
    ...(as.kind === "labels" ? [fill(labels, { n: as.homes })] : []),
    ...(as.kind === "profile"
      ? [fill({ nl: "Gelezen als ‘{name}’.", en: "Read as ‘{name}’." }, { name: as.name })]
      : []),
    ...(about === null || about === undefined ? [] : [fill(quarter, { quarter: about })]),
  ];
}

/** An issue of a file that is brought in (`fileIssues`), with its place: "Toewijzingen A5: Rij 5 …". */
export const fileSentence = ({ sheet, cell, message }: Issue): Text => {
  const place = [sheet, cell].filter((part) => part !== null).join(" ");
  return place === "" ? message : { nl: `${place}: ${message.nl}`, en: `${place}: ${message.en}` };
};

/** True if the return adds nothing, contradicts nothing and takes nothing back. */
export const changesNothing = ({ added, filled, contradictions, takenBack }: CollectPlan): boolean =>
  added + filled + contradictions.length + takenBack.length === 0;

/** One sentence on what merging the return does. */
export function planSentence(plan: CollectPlan): Text {
  if (changesNothing(plan)) {
    return {
      nl: "alles uit deze opgave stond er al; er is niets veranderd",
      en: "everything in this return was there already; nothing has changed",
    };
  }
  const part = (n: number, sentence: Text): Text | null => (n === 0 ? null : fill(sentence, { n }));
  const parts = [
    part(plan.added, { nl: "{n:rij|rijen} toegevoegd", en: "{n:row|rows} added" }),
    part(plan.filled, { nl: "{n:leeg vak|lege vakken} ingevuld", en: "{n:empty cell|empty cells} filled" }),
    part(plan.alreadyThere, { nl: "{n:rij stond|rijen stonden} er al", en: "{n:row was|rows were} there already" }),
    part(plan.takenBack.length, {
      nl: "{n:tegenspraak|tegenspraken} opgelost",
      en: "{n:contradiction|contradictions} solved",
    }),
    part(plan.contradictions.length, { nl: "{n:tegenspraak|tegenspraken}", en: "{n:contradiction|contradictions}" }),
  ].filter((one) => one !== null);
  return { nl: parts.map(({ nl }) => nl).join(", "), en: parts.map(({ en }) => en).join(", ") };
}
