/** What Node calls an error. */

/** The codes of the troubles of a disk. */
export const DISK_CODES: ReadonlySet<string> = new Set([
  ...['EACCES', 'EDQUOT', 'EEXIST', 'EIO', 'EISDIR', 'EMFILE', 'ENAMETOOLONG', 'ENFILE', 'ENOENT'],
  ...['ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'],
])

/** The code of an error, such as `ENOENT`. Read by the shape and not by the class: it can come from another realm. */
export function codeOf(thrown: unknown): string | undefined {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined
  return typeof code === 'string' ? code : undefined
}
