/** Omilia runs for the conformance suite. */
import { reset } from '../../simulator/faults.ts'
import { pending, started, status } from '../../simulator/omilia/job-plan.ts'
import { startOmilia } from '../../simulator/omilia/studio.ts'
import { failed, passed, type TestCase } from '../../simulator/omilia/test-case.ts'
import type { OpenVendorStage } from '../support/vendor-stage.ts'

/** Opens a stage with simulated Testing Studio. */
export const openStage: OpenVendorStage = async (clock) => {
  const omilia = await startOmilia({ clock })
  omilia.project('Airline', { cases: [passed('book a flight'), passed('cancel a flight')] })
  return {
    inputs: { provider: 'omilia', suite: 'Airline', 'base-url': omilia.baseUrl, 'api-key': omilia.behaviour.apiKey },
    credentials: ['api-key'],
    files: ['artifacts.zip', 'run.json', 'logs.txt'],
    passes: () => void omilia.nextRun(),
    fails: () => void omilia.nextRun().cases(passed('book a flight'), failed('cancel a flight')),
    breaksOff: () => void omilia.nextRun().cases().ends('FAILURE').archive(null),
    showsUnknownStatus() {
      omilia.nextRun().shows(pending(), status('HIBERNATING'), status('HIBERNATING'), started(1, 2))
      return true
    },
    neverEnds: () => void omilia.nextRun().neverEnds(),
    losesStart: (point) => void omilia.on('start').answers(reset(point)),
    says: (text) => void omilia.nextRun().cases(passed('book a flight'), hostileCase(text)).suites(text).log(hostileLog(text)),
    refusesCredentials: () => omilia.behaves({ locked: true }),
    started: () => omilia.jobs.length,
    underWay: () => omilia.underWay().length,
    asked: () => omilia.requests.length,
    close: () => omilia.close(),
  }
}

function hostileCase(text: string): TestCase {
  const notes = [{ text }]
  const told = { testCaseDescription: text, dialogId: text, goldenDialogId: text, generalErrors: notes, warnings: notes }
  return failed(text, { assertion: text, expected: text, found: text }, told)
}

function hostileLog(text: string): unknown {
  return { data: [{ sectionName: text, id: text, content: [{ text }], offset: 1, completed: true }] }
}
