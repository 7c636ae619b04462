import { fill, type Agreement } from "@prestatieafspraken/indicators";
import type { Session } from "./session.js";
import { words } from "./words.js";

/** Appends the template's sheets to the workbook. Loads the template code on demand. */
export async function insertTemplate(
  session: Session,
  agreement: Agreement,
  sample: "none" | "with-errors",
): Promise<void> {
  const { addIn, agreements, help, today } = session.options;
  const { language } = session.state;
  const inserted = await session.attempt(words.busy.template, async () => {
    const { makeTemplate } = await import(/* webpackChunkName: "template" */ "@prestatieafspraken/xlsx");
    const { quarterOfDay } = await import("@prestatieafspraken/indicators");
    const day = today < agreement.from ? agreement.from : today > agreement.until ? agreement.until : today;
    const bytes = await makeTemplate({
      agreement,
      agreements: agreements.some(({ id }) => id === agreement.id) ? agreements : [agreement, ...agreements],
      language,
      sample,
      ...(addIn && { addIn }),
      help: new URL(`${help}${language}/start.html`, document.baseURI).href,
      ...(sample === "none" && { quarter: quarterOfDay(day) }),
    });
    return session.workbook.insertSheets(bytes);
  });
  if (!inserted) return;
  const names = inserted.value;
  await session.check({ quietly: true });
  session.done(session.withUndo(fill(words.start.inserted, { count: names.length, names: names.join(", ") })));
}
