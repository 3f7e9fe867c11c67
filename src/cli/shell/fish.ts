import type { CommandWords, Flag, Place } from './words.ts'

/** Completion for fish, which shows what each word stands for. */
export function fishScript(commands: readonly CommandWords[]): string {
  return [
    '# Completion of portal for fish.',
    helpers(commands),
    'complete -c portal -f',
    ...firsts(commands),
    ...commands.flatMap(commandLines),
  ].join('\n')
}

/** `__portal_at invoice create`: whether these are the command's words so far, and no further. */
function helpers(commands: readonly CommandWords[]): string {
  const seconds = commands.map(({ name }) => name.split(' ')[1]).filter(Boolean)
  return `function __portal_words
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if string match -q -- '--dir' $word
            set skip 1
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end
function __portal_at
    set -l words (__portal_words)
    set -l count (count $argv)
    test (count $words) -ge $count; or return 1
    test $count = 0; or test "$words[1..$count]" = "$argv"; or return 1
    test $count = 0 -a (count $words) -gt 0; and return 1
    if test $count = 1 -a (count $words) -gt 1
        contains -- $words[2] ${[...new Set(seconds)].join(' ')}; and return 1
    end
    return 0
end`
}

function firsts(commands: readonly CommandWords[]): string[] {
  const groups = new Map<string, string[]>()
  for (const { name } of commands) {
    const [first = '', second] = name.split(' ')
    groups.set(first, [...(groups.get(first) ?? []), ...(second ? [second] : [])])
  }
  const summaries = new Map(commands.map(({ name, summary }) => [name, summary]))
  return [...groups].map(
    ([first, seconds]) =>
      `complete -c portal -n __portal_at -a ${first} -d ${quote(summaries.get(first) ?? seconds.join(', '))}`,
  )
}

function commandLines({ name, summary, flags, place }: CommandWords): string[] {
  const [first, second] = name.split(' ')
  const at = `-n '__portal_at ${name}'`
  return [
    ...(second
      ? [`complete -c portal -n '__portal_at ${first}' -a ${second} -d ${quote(summary)}`]
      : []),
    ...(place ? [`complete -c portal ${at} ${placeWords(place)}`] : []),
    ...flags.map((flag) => flagLine(at, flag)),
  ]
}

function flagLine(at: string, { name, says, takes, place }: Flag): string {
  const value = takes ? ` -r ${place ? placeWords(place) : ''}` : ''
  return `complete -c portal ${at} -l ${name}${value} -d ${quote(says)}`
}

function placeWords(place: NonNullable<Place>): string {
  if ('words' in place) return `-a ${quote(place.words.join(' '))}`
  return place.kind === 'files'
    ? '-F'
    : `-a '(portal completion --values ${place.kind} 2>/dev/null)'`
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
