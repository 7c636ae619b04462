import { defineRule } from "./rule.js";

export const kopVanTweeRijen = defineRule({
  id: "PA-149",
  severity: "info",
  reads: ["*"],
  title: { nl: "Kop van twee rijen", en: "Header of two rows" },
  why: {
    nl: "Een groepskop boven kolommen is geen kolom. De onderste rij zegt wat erin staat.",
    en: "A group header above columns is not a column. The lower row says what is in each.",
  },
  message: {
    nl: "De kop van {table} bestaat uit twee rijen ({row} en {other}). Ze zijn als één kop gelezen.",
    en: "The header of {table} takes two rows ({row} and {other}). They were read as one header.",
  },
  fix: {
    nl: "Klopt het, dan hoeft u niets te doen; één kop per kolom, zonder samengevoegde cellen, is het zekerst.",
    en: "If it is right nothing needs doing; one header per column, without merged cells, is safest.",
  },
  check: "reading",
  examples: {
    good: {
      "one row": { PA_Labels: [{ Kwartaal: "2026-Q3", Label: "A" }] },
    },
    bad: {
      "a group over two columns": {
        unnamed: { t: "Toewijzingen" },
        tables: {
          t: [
            { Kwartaal: null, Verhuurder: null, Toewijzingen: "Categorie", "": "Aantal" },
            { Kwartaal: "2026-Q3", Verhuurder: "WYwonen", Toewijzingen: "regulier", "": 4 },
          ],
        },
        says: "bestaat uit twee rijen (1 en 2)",
      },
    },
  },
});
