/** Who may read a file. */
import { stat } from 'node:fs/promises'
import { expect } from '@jest/globals'

/** Fails unless the file is for its owner alone. Windows keeps that in lists of its own, and shows the same mode for every file. */
export async function expectPrivate(file: string): Promise<void> {
  expect((await stat(file)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
}
