import { fill, quarterText, type Language, type Text } from "@prestatieafspraken/indicators";
import { table as definitionOf, type Delivery, type Report } from "@prestatieafspraken/quarterly";
import { leftEmpty } from "./wording.js";

const greeting: Text = { nl: "Beste collega van {name},", en: "Dear colleague of {name}," };
const about: Text = {
  nl: "Wij verzamelen de cijfers over het {quarter} voor {title}. Van u is nog niet alles binnen:",
  en: "We are collecting the figures on the {quarter} for {title}. Not all of yours is in yet:",
};
const wholeTable: Text = { nl: "- {table}: nog niet ontvangen", en: "- {table}: not received yet" };
const someCells: Text = {
  nl: "- {table}: nog niet volledig; leeg is {cells}",
  en: "- {table}: not complete yet; still empty: {cells}",
};
const asking: Text = {
  nl: "Wilt u dit invullen en de werkmap terugsturen? Is er niets te melden, vul dan 0 in. Weet u een aantal niet, vul dan n.b. in. Een lege cel telt niet als 0.",
  en: "Would you fill this in and send the workbook back? If there is nothing to report, enter 0. If you do not know a number, enter n.b. An empty cell does not count as 0.",
};
const closing: Text = { nl: "Met vriendelijke groet,", en: "Kind regards," };

/** A reminder for a party that has not delivered everything the norms need; null if it has. */
export function reminderText(
  { agreement, quarter, delivered }: Pick<Report, "agreement" | "quarter" | "delivered">,
  party: string,
  language: Language,
): string | null {
  const open = delivered.filter((one) => one.party === party && one.state !== "received");
  const [first] = open;
  if (first === undefined) return null;
  const line = (one: Delivery): Text =>
    fill(one.state === "missing" ? wholeTable : someCells, {
      table: definitionOf(one.table)?.title ?? one.table,
      cells: leftEmpty(one),
    });
  const paragraphs = [
    [fill(greeting, { name: first.name })],
    [fill(about, { quarter: quarterText(quarter), title: agreement.title })],
    open.map(line),
    [asking],
    [closing],
  ];
  return paragraphs.map((lines) => lines.map((text) => text[language]).join("\n")).join("\n\n");
}
