/** Columns of PA_Voorraad that add homes to a segment. */
export const additions = ["Nieuwbouw", "Aankoop", "Overig erbij"] as const;
/** Columns of PA_Voorraad that remove homes from a segment. */
export const removals = ["Sloop", "Verkoop", "Liberalisatie", "Overig eraf"] as const;
