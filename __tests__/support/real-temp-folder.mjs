/**
 * Calls the temporary folder by its real name for all tests: on macOS it lies behind a link, on Windows it can have a short
 * name, and the action tells real names.
 */
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'

export default function useRealTemporaryFolder() {
  const folder = realpathSync.native(tmpdir())
  for (const variable of ['TMPDIR', 'TEMP', 'TMP']) process.env[variable] = folder
}
