/** Words of the formula builder; loaded with it. */
export const formulaWords = {
  what: {
    nl: "Kies een functie, vul in waarmee hij rekent, en zet de formule in de gekozen cel. Laat u de cijfers leeg, dan rekent hij uit de tabellen en blijft hij bij.",
    en: "Choose a function, fill in what it calculates with, and insert the formula in the selected cell. Leave the figures empty to use the tables; the value then stays up to date.",
  },
  function: { nl: "Functie", en: "Function" },
  optional: { nl: "mag leeg blijven", en: "may stay empty" },
  takeSelection: { nl: "Neem de selectie over", en: "Use the selection" },
  typeInstead: { nl: "Typ een waarde", en: "Type a value" },
  nothingSelected: {
    nl: "Selecteer eerst in het blad de cellen waarmee de formule moet rekenen, ten hoogste 10.000.",
    en: "First select in the sheet the cells the formula has to calculate with, at most 10,000.",
  },
  preview: { nl: "De formule geeft", en: "The formula gives" },
  rows: { nl: "{n:rij|rijen}, vanaf de gekozen cel naar beneden", en: "{n:row|rows}, from the selected cell down" },
  insert: { nl: "Zet de formule in de gekozen cel", en: "Insert the formula in the selected cell" },
  trace: { nl: "Welke cijfers verandert deze rij?", en: "Which figures does this row change?" },
  traceWhat: {
    nl: "Zet de cursor in een rij van een PA-tabel.",
    en: "Put the cursor in a row of a PA table.",
  },
  traceNone: {
    nl: "{cell} van {sheet} telt in geen enkel cijfer van dit kwartaal mee. Kies een rij van een PA-tabel die over dit kwartaal gaat.",
    en: "No figure of this quarter counts {cell} of {sheet}. Choose a row of a PA table about this quarter.",
  },
  traceSome: { nl: "Rij {row} van {sheet} telt mee in:", en: "Row {row} of {sheet} is counted in:" },
} as const;
