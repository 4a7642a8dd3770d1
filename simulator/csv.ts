/** Writes CSV as RFC 4180 has it: quotes only where they are needed. */

/** One record, without its line break. */
export function csvRecord(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
