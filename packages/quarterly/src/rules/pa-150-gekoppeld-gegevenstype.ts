import { defineRule } from "./rule.js";

export const gekoppeldGegevenstype = defineRule({
  id: "PA-150",
  severity: "error",
  reads: ["*"],
  title: { nl: "Gekoppeld gegevenstype of afbeelding", en: "Linked data type or picture" },
  why: {
    nl: "Excel toont een naam, maar in de cel staat een kaart met gegevens van internet of een plaatje: geen tekst en geen getal.",
    en: "Excel shows a name, but the cell holds a card with data from the internet or a picture: no text and no number.",
  },
  message: {
    nl: "Bij {field} staat een gekoppeld gegevenstype (zoals Geografie) of een afbeelding waar {belongs} hoort.",
    en: "{field} holds a linked data type (such as Geography) or a picture where {belongs} belongs.",
  },
  fix: {
    nl: "Kies Gegevenstype > Converteren naar tekst, of typ het zelf.",
    en: "Choose Data Type > Convert to Text, or type it.",
  },
  check: "reading",
  examples: {
    good: {
      text: { PA_Toewijzingen: [{ Verhuurder: "WYwonen" }] },
    },
    bad: {
      "a place": {
        PA_Instellingen: [{ Instelling: "Gemeente", Waarde: { error: "#VALUE!", entity: true } }],
        says: "waar een tekst hoort",
      },
    },
  },
});
