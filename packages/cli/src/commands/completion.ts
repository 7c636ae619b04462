import type { Command } from "commander";
import { choiceArgument, namesOf, optionsOf } from "../command-line.js";
import { exit } from "../refusal.js";
import type { Setup } from "../setup.js";

/** What may follow a command: "pa agreement" -> "check list --help --lang". */
interface Place {
  readonly path: string;
  readonly words: readonly string[];
  /** After these options these words: "--format" -> "text json". */
  readonly choices: readonly (readonly [option: string, words: readonly string[]])[];
}

function placesOf(command: Command, path = ""): readonly Place[] {
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

const bash = (places: readonly Place[]): string => `# pa completion bash > ~/.local/share/bash-completion/completions/pa
_pa() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} path= known=
  local i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${path:+$path }\${COMP_WORDS[i]}" in
${places
  .filter(({ path }) => path !== "")
  .map(({ path }) => `      "${path}") path="${path}" ;;`)
  .join("\n")}
    esac
  done
  case "$path $before" in
${places.flatMap(({ path, choices }) => choices.map(([option, words]) => `    "${path} ${option}") known="${words.join(" ")}" ;;`)).join("\n")}
  esac
  if [[ -z $known ]]; then
    case "$path" in
${places.map(({ path, words }) => `      "${path}") known="${words.join(" ")}" ;;`).join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$known" -- "$word"))
  if [[ \${#COMPREPLY[@]} -eq 0 ]]; then COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _pa pa
`;

const zsh = (places: readonly Place[]): string => `#compdef pa
# pa completion zsh > "\${fpath[1]}/_pa"
_pa() {
  local path= word before=\${words[CURRENT-1]} i
  local -a known
  for ((i = 2; i < CURRENT; i++)); do
    case "\${path:+$path }\${words[i]}" in
${places
  .filter(({ path }) => path !== "")
  .map(({ path }) => `      "${path}") path="${path}" ;;`)
  .join("\n")}
    esac
  done
  case "$path $before" in
${places.flatMap(({ path, choices }) => choices.map(([option, words]) => `    "${path} ${option}") known=(${words.join(" ")}) ;;`)).join("\n")}
  esac
  if (( ! \${#known} )); then
    case "$path" in
${places.map(({ path, words }) => `      "${path}") known=(${words.join(" ")}) ;;`).join("\n")}
    esac
  fi
  compadd -- $known
  _files
}
if [[ \${funcstack[1]} == _pa ]]; then _pa "$@"; else compdef _pa pa; fi
`;

const powershell = (places: readonly Place[]): string => `# pa completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName pa -ScriptBlock {
  param($word, $ast, $cursor)
  $known = @{
${places.map(({ path, words }) => `    '${path}' = @(${words.map((word) => `'${word}'`).join(", ")})`).join("\n")}
  }
  $choices = @{
${places.flatMap(({ path, choices }) => choices.map(([option, words]) => `    '${path} ${option}' = @(${words.map((word) => `'${word}'`).join(", ")})`)).join("\n")}
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

/** `pa completion bash`: a script with which the shell completes commands and options, made of those there are. */
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
