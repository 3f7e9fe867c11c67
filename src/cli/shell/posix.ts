/** Completion for bash and zsh: the same tables as shell functions, and a few lines for each. */
import type { CommandWords, Flag, Place } from './words.ts'

/** What both shells ask: which words follow, which flags there are, what stands in a place. */
function tables(commands: readonly CommandWords[]): string {
  const firsts = [...new Set(commands.map(({ name }) => first(name)))]
  const groups = firsts.filter((word) => commands.some(({ name }) => name.startsWith(`${word} `)))
  const seconds = (group: string) =>
    commands.filter(({ name }) => name.startsWith(`${group} `)).map(({ name }) => second(name))
  const flags = commands.map(
    ({ name, flags }) =>
      `    '${name}') echo "${flags.map((flag) => `--${flag.name}`).join(' ')}" ;;`,
  )
  const taking = commands.map(({ name, flags }) => {
    const names = flags.filter(({ takes }) => takes).map((flag) => `--${flag.name}`)
    return `    '${name}') echo "${names.join(' ')}" ;;`
  })
  const places = commands.flatMap((command) => placeLines(command))
  return `_portal_next() {
  case "$1" in
    '') echo "${firsts.join(' ')} help" ;;
${groups.map((group) => `    '${group}') echo "${seconds(group).join(' ')}" ;;`).join('\n')}
  esac
}

_portal_flags() {
  case "$1" in
${flags.join('\n')}
    *) echo "--help --version" ;;
  esac
}

_portal_taking() {
  case "$1" in
${taking.join('\n')}
    *) echo "--dir" ;;
  esac
}

_portal_place() {
  case "$1" in
${places.join('\n')}
  esac
}

_portal_is_command() {
  case "$1" in
    ${commands.map(({ name }) => `'${name}'`).join('|')}) return 0 ;;
  esac
  return 1
}
`
}

function first(name: string): string {
  return name.split(' ')[0] ?? ''
}

function second(name: string): string {
  return name.split(' ')[1] ?? ''
}

function placeLines({ name, flags, place }: CommandWords): string[] {
  const lines = flags.flatMap((flag: Flag) => placeLine(`${name} --${flag.name}`, flag.place))
  return [...placeLine(name, place), ...lines]
}

/** `@kind` is asked of the program, `files` of the shell; all else are the words themselves. */
function placeLine(key: string, place: Place): string[] {
  if (!place) return []
  if ('words' in place) return [`    '${key}') echo "${place.words.join(' ')}" ;;`]
  return [`    '${key}') echo "${place.kind === 'files' ? 'files' : `@${place.kind}`}" ;;`]
}

/**
 * Walks over the words before the cursor: the command so far in `command`, and in `key` the place that is
 * to be filled. Both shells split unquoted lists of words only where the loop says so.
 */
const walk = `  local command='' after='' dir='' word taking skip=0
  for word in "\${before[@]}"; do
    if [ "$skip" = 1 ]; then skip=0; [ "$after" = --dir ] && dir="$word"; after=''; continue; fi
    case "$word" in
      --*=*) ;;
      -*)
        taking=" $(_portal_taking "$command") "
        case "$taking" in *" $word "*) skip=1; after="$word" ;; esac ;;
      *)
        case " $(_portal_next "$command") " in
          *" $word "*) command="\${command:+$command }$word" ;;
        esac ;;
    esac
  done
  local kind='' values=''
  if [ "$skip" = 1 ]; then kind="$(_portal_place "$command $after")"; [ "$after" = --dir ] && kind=files
  elif [ "\${cur#-}" != "$cur" ]; then values="$(_portal_flags "$command")"
  else
    values="$(_portal_next "$command")"
    if _portal_is_command "$command"; then kind="$(_portal_place "$command")"; fi
  fi`

export function bashScript(commands: readonly CommandWords[]): string {
  return `# Completion of portal for bash.
${tables(commands)}
_portal() {
  local cur="\${COMP_WORDS[COMP_CWORD]}"
  local before=("\${COMP_WORDS[@]:1:COMP_CWORD-1}")
${walk}
  COMPREPLY=()
  case "$kind" in
    files) compopt -o default 2>/dev/null; return ;;
    @*) ;;
    *) values="$values $kind"; kind='' ;;
  esac
  # What the records say is no text for a shell: nothing in it is expanded, and it is offered in quotes.
  local one quoted
  while IFS= read -r one; do
    case "$one" in
      '') ;;
      "$cur"*) printf -v quoted %q "$one"; COMPREPLY+=("$quoted") ;;
    esac
  done < <(
    printf '%s\\n' $values
    [ -z "$kind" ] || portal \${dir:+--dir "$dir"} completion --values "\${kind#@}" 2>/dev/null | cut -f1
  )
}
complete -F _portal portal
`.trimEnd()
}

export function zshScript(commands: readonly CommandWords[]): string {
  return `#compdef portal
# Completion of portal for zsh.
${tables(commands)}
_portal() {
  local cur="$PREFIX"
  local -a before=("\${(@)words[2,CURRENT-1]}")
${walk}
  case "$kind" in
    files) _files; return ;;
    @*)
      local -a found=("\${(@f)$(portal \${dir:+--dir} \${dir:+"$dir"} completion --values "\${kind#@}" 2>/dev/null)}")
      local -a plain=() shown=()
      local line
      for line in $found; do plain+=("\${line%%$'\\t'*}"); shown+=("\${line/$'\\t'/  }"); done
      compadd -l -d shown -a plain ;;
    *) values="$values $kind" ;;
  esac
  compadd -- \${=values}
}
if [ "$funcstack[1]" = _portal ]; then _portal "$@"; else compdef _portal portal; fi
`.trimEnd()
}
