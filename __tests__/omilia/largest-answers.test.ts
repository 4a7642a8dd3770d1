/** How large the answers may be that grow with a project. */
import { expect, test } from '@jest/globals'
import { listCall } from '../../src/providers/omilia/job-start.ts'
import { testCasesCall } from '../../src/providers/omilia/run-call.ts'

const MIB = 1024 * 1024

test.each([
  ['the test cases of a run', testCasesCall('r-1')],
  ['the runs of a project', listCall({ what: 'run', listTemplate: '/api/projects/{project}/runs/' }, 'p-1')],
])('%s may be 128 MiB', (_, { largest }) => {
  expect(largest).toBe(128 * MIB)
})
