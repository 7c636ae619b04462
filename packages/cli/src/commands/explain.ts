import { meant } from "../command-line.js";
import { severityWord } from "../print/severity.js";
import { exit, Refusal } from "../refusal.js";
import type { Setup } from "../setup.js";

/** A message without its facts: "…" for each, and the plural of words that follow a count. */
const withoutFacts = (text: string): string =>
  text
    .replaceAll(/\{\w+\|[^|}]*\|([^}]*)\}/g, "$1")
    .replaceAll(/\{\w+:[^|}]*\|([^}]*)\}/g, "… $1")
    .replaceAll(/\{[^}]+\}/g, "…");

/** `pa explain PA-201`: what a rule checks and why; `pa explain SOCIALSHARE`: what an indicator measures. */
export function addExplain(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("explain")
    .description(
      t({
        nl: "leg een controleregel of indicator uit",
        en: "explain a rule or an indicator",
      }),
    )
    .argument(
      "<regel>",
      t({
        nl: "de regel of indicator, zoals PA-201 of SOCIALSHARE",
        en: "the rule or indicator, such as PA-201 or SOCIALSHARE",
      }),
    )
    .action(
      setup.does(async (typed: string) => {
        const [{ indicator, indicators }, { rules }] = await Promise.all([
          import("@prestatieafspraken/indicators"),
          import("@prestatieafspraken/quarterly"),
        ]);
        const plain = typed.trim().toUpperCase();
        // "PA-201", "pa201" and "201" are the same rule.
        const digits = /^(?:PA)?[-_ ]?(\d{3})$/.exec(plain)?.[1];
        const rule = digits === undefined ? undefined : rules.find(({ id }) => id === `PA-${digits}`);
        if (rule) {
          terminal.out(
            [
              `${rule.id} · ${t(severityWord[rule.severity])}: ${t(rule.title)}`,
              "",
              t(rule.why),
              "",
              `${t({ nl: "Melding", en: "Message" })}: ${withoutFacts(t(rule.message))}`,
              `${t({ nl: "Wat te doen", en: "What to do" })}: ${withoutFacts(t(rule.fix))}`,
              "",
            ].join("\n"),
          );
          return exit.clean;
        }
        const found = indicator(typed);
        if (found) {
          terminal.out(
            [
              `${found.id} · ${t(found.title)}`,
              "",
              t(found.meaning),
              t(found.definition),
              "",
              ...found.arguments.map(({ name, optional, help }) => `  ${optional ? `[${name}]` : name}: ${t(help)}`),
              "",
              `${t({ nl: "Bron", en: "Source" })}: ${t(found.source)}`,
              "",
            ].join("\n"),
          );
          return exit.clean;
        }
        const near = meant(
          typed,
          indicators.map(({ id }) => id),
        );
        throw new Refusal({
          nl: `'${typed}' is geen regel of indicator.${near.nl || " Een regel staat bij elke melding van pa check, zoals PA-201."}`,
          en: `'${typed}' is not a rule or indicator.${near.en || " A rule stands with every issue of pa check, such as PA-201."}`,
        });
      }),
    );
}
