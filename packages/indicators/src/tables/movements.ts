/** Columns of PA_Voorraad that add homes to a segment, and those that remove homes. */
export const additions = ["Nieuwbouw", "Aankoop", "Overig erbij"] as const;
export const removals = ["Sloop", "Verkoop", "Liberalisatie", "Overig eraf"] as const;
