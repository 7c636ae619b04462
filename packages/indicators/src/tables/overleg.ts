import { defineTable } from "./field.js";
import { choice } from "./shared-columns.js";

/** Meetings held and planned (art. 38-42). */
export const overleg = defineTable({
  name: "PA_Overleg",
  sheet: "Overleg",
  title: { nl: "Overleggen", en: "Meetings" },
  help: {
    nl: "Eén rij per overleg. Een datum in de toekomst is gepland, niet gehouden.",
    en: "One row per meeting. A date in the future is planned, not held.",
  },
  filledBy: { nl: "Gemeente, na elk overleg.", en: "Municipality, after every meeting." },
  key: ["Datum", "Soort"],
  perQuarter: false,
  fields: [
    {
      header: "Datum",
      aliases: ["Datum overleg", "Date"],
      type: "date",
      required: true,
      label: { nl: "datum", en: "date" },
      help: { nl: "De dag van het overleg.", en: "The day of the meeting." },
      width: 12,
    },
    {
      header: "Soort",
      aliases: ["Soort overleg", "Overleg", "Kind"],
      type: "choice",
      required: true,
      label: { nl: "soort overleg", en: "kind of meeting" },
      help: {
        nl: "projectleiders, ambtelijk, bestuurlijk of leefbaarheid.",
        en: "projectleiders (project leaders), ambtelijk (officials), bestuurlijk (executives) or leefbaarheid (quality of life).",
      },
      choices: [
        choice("projectleiders", "projectleidersoverleg", "project leaders", "projectleider", "projectleidersoverleg"),
        choice("ambtelijk", "ambtelijk overleg", "officials", "ambtelijk overleg", "ambtelijke werkgroep", "AO"),
        choice("bestuurlijk", "bestuurlijk overleg", "executives", "bestuurlijk overleg", "BO"),
        choice(
          "leefbaarheid",
          "leefbaarheidsoverleg",
          "quality of life",
          "leefbaarheidsoverleg",
          "overleg leefbaarheid",
        ),
      ],
      width: 16,
    },
    {
      header: "Aanwezig",
      aliases: ["Aanwezigen", "Deelnemers", "Aanwezige partijen", "Present"],
      type: "text",
      label: { nl: "aanwezige partijen", en: "parties present" },
      help: {
        nl: "De partijen, met een komma ertussen. Namen van partijen, niet van personen; 'allen' mag.",
        en: "The parties, with commas between. Names of parties, not of persons; 'allen' (all) is allowed.",
      },
      width: 36,
    },
    {
      header: "Agenda verstuurd op",
      aliases: ["Agenda verstuurd", "Agenda gemaild op", "Agenda sent on"],
      type: "date",
      label: { nl: "agenda verstuurd op", en: "agenda sent on" },
      help: {
        nl: "De dag waarop de agenda aan alle partijen is gemaild.",
        en: "The day the agenda was mailed to all parties.",
      },
      width: 18,
    },
    {
      header: "Verslag verstuurd op",
      aliases: ["Verslag verstuurd", "Verslag", "Datum verslag", "Minutes sent on"],
      type: "date",
      label: { nl: "verslag verstuurd op", en: "minutes sent on" },
      help: {
        nl: "De dag waarop het verslag aan alle partijen is gemaild (art. 42).",
        en: "The day the minutes were mailed to all parties (art. 42).",
      },
      width: 14,
    },
  ],
});
