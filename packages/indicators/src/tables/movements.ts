/** Columns of PA_Voorraad that add homes to a segment; those that take them away. */
export const additions = ["Nieuwbouw", "Aankoop", "Overig erbij"] as const;
export const removals = ["Sloop", "Verkoop", "Liberalisatie", "Overig eraf"] as const;
