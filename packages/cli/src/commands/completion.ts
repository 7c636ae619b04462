import type { Command } from "commander";
import { choiceArgument, namesOf, optionsOf } from "../command-line.js";
import { exit } from "../refusal.js";
import type { Setup } from "../setup.js";

/** The words that may follow a command: "pa agreement" -> "check list --help --lang". */
interface Place {
  readonly path: string;
  readonly words: readonly string[];
  /** The words that may follow an option: "--format" -> "text json". */
  readonly choices: readonly (readonly [option: string, words: readonly string[]])[];
}

type Places = readonly Place[];

function placesOf(command: Command, path = ""): Places {
  const options = optionsOf(command);
  const here: Place = {
    path,
    words: [
      ...namesOf(command),
      ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
      ...options.flatMap(({ long }) => long ?? []),
    ],
    choices: options.flatMap(({ long, argChoices }) => (long && argChoices ? [[long, argChoices] as const] : [])),
  };
  return [here, ...command.commands.flatMap((one) => placesOf(one, `${path} ${one.name()}`.trim()))];
}

/**
 * Branches of a shell `case`, equal for bash and zsh: per command as typed, the words that may follow it or one of its
 * options.
 */
const commandLines = (places: Places): string =>
  places.flatMap(({ path }) => (path === "" ? [] : [`      "${path}") path="${path}" ;;`])).join("\n");
const choiceLines = (places: Places, list: (words: readonly string[]) => string): string =>
  places
    .flatMap(({ path, choices }) =>
      choices.map(([option, words]) => `    "${path} ${option}") known=${list(words)} ;;`),
    )
    .join("\n");
const wordLines = (places: Places, list: (words: readonly string[]) => string): string =>
  places.map(({ path, words }) => `      "${path}") known=${list(words)} ;;`).join("\n");

const inBash = (words: readonly string[]): string => `"${words.join(" ")}"`;
const inZsh = (words: readonly string[]): string => `(${words.join(" ")})`;
const inPowershell = (words: readonly string[]): string => `@(${words.map((word) => `'${word}'`).join(", ")})`;

const bash = (places: Places): string => `# pa completion bash > ~/.local/share/bash-completion/completions/pa
_pa() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} path= known=
  local i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${path:+$path }\${COMP_WORDS[i]}" in
${commandLines(places)}
    esac
  done
  case "$path $before" in
${choiceLines(places, inBash)}
  esac
  if [[ -z $known ]]; then
    case "$path" in
${wordLines(places, inBash)}
    esac
  fi
  COMPREPLY=($(compgen -W "$known" -- "$word"))
  if [[ \${#COMPREPLY[@]} -eq 0 ]]; then COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _pa pa
`;

const zsh = (places: Places): string => `#compdef pa
# pa completion zsh > "\${fpath[1]}/_pa"
_pa() {
  local path= word before=\${words[CURRENT-1]} i
  local -a known
  for ((i = 2; i < CURRENT; i++)); do
    case "\${path:+$path }\${words[i]}" in
${commandLines(places)}
    esac
  done
  case "$path $before" in
${choiceLines(places, inZsh)}
  esac
  if (( ! \${#known} )); then
    case "$path" in
${wordLines(places, inZsh)}
    esac
  fi
  compadd -- $known
  _files
}
if [[ \${funcstack[1]} == _pa ]]; then _pa "$@"; else compdef _pa pa; fi
`;

const powershell = (places: Places): string => `# pa completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName pa -ScriptBlock {
  param($word, $ast, $cursor)
  $known = @{
${places.map(({ path, words }) => `    '${path}' = ${inPowershell(words)}`).join("\n")}
  }
  $choices = @{
${places.flatMap(({ path, choices }) => choices.map(([option, words]) => `    '${path} ${option}' = ${inPowershell(words)}`)).join("\n")}
  }
  $path = ''
  $before = ''
  foreach ($element in @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor })) {
    $before = $element.Extent.Text
    $next = "$path $before".Trim()
    if ($known.ContainsKey($next)) { $path = $next }
  }
  $found = if ($choices.ContainsKey("$path $before")) { $choices["$path $before"] } else { $known[$path] }
  $found | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;

const shells = { bash, zsh, powershell } as const;
const names = Object.keys(shells) as (keyof typeof shells)[];

/** `pa completion bash`: a shell completion script, generated from the commands and options. */
export function addCompletion(setup: Setup): void {
  const { program, terminal, t } = setup;
  program
    .command("completion")
    .description(
      t({
        nl: "maak een script waarmee de shell opdrachten aanvult",
        en: "make a script that completes commands in the shell",
      }),
    )
    .addArgument(choiceArgument("<shell>", names.join(", "), names))
    .action(
      setup.does((shell: keyof typeof shells) => {
        terminal.out(shells[shell](placesOf(program)));
        return Promise.resolve(exit.clean);
      }),
    );
}
