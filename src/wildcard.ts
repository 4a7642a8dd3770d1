/** Names with `*` as wildcard, as users write them into inputs and files. Pure. */

/** Whether the whole name fits the pattern, in which `*` stands for any text. Linear, whatever the pattern. */
export function matchesWildcard(name: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*')
  if (others.length === 0) return name === pattern
  const last = others.pop() ?? ''
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false
  const end = name.length - last.length
  let from = first.length
  for (const part of others) {
    const at = name.indexOf(part, from)
    if (at < 0 || at + part.length > end) return false
    from = at + part.length
  }
  return true
}
