/** Omilia's generation of test cases for the conformance suite. A case is a file that was made: none of them can fail. */
import { reset } from '../../simulator/faults.ts'
import { zipOf } from '../../simulator/omilia/archive.ts'
import { pending, started, status } from '../../simulator/omilia/job-plan.ts'
import { startOmilia } from '../../simulator/omilia/studio.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import type { OpenVendorStage } from '../support/vendor-stage.ts'

/** Opens a stage with simulated Testing Studio. */
export const openStage: OpenVendorStage = async (clock) => {
  const omilia = await startOmilia({ clock })
  omilia.project('Airline', { cases: [passed('book a flight'), passed('cancel a flight')] })
  return {
    inputs: {
      provider: 'omilia-generation',
      suite: 'Airline',
      'base-url': omilia.baseUrl,
      'api-key': omilia.behaviour.apiKey,
      'min-tests': '2',
    },
    credentials: ['api-key'],
    files: ['artifacts.zip', 'run.json'],
    passes: () => void omilia.nextGeneration(),
    fails: () => undefined,
    casesCannotFail: true,
    breaksOff: () => void omilia.nextGeneration().ends('FAILURE').archive(null),
    showsUnknownStatus() {
      omilia.nextGeneration().shows(pending(), status('HIBERNATING'), status('HIBERNATING'), started(1, 2))
      return true
    },
    neverEnds: () => void omilia.nextGeneration().neverEnds(),
    losesStart: (point) => void omilia.on('generate').answers(reset(point)),
    // One file is fewer than min-tests asks for, so that the step is red and its case is shown.
    says: (text) => void omilia.nextGeneration().archive(zipOf({ [`${text}.json`]: text })),
    refusesCredentials: () => omilia.behaves({ locked: true }),
    started: () => omilia.jobs.length,
    underWay: () => omilia.underWay().length,
    asked: () => omilia.requests.length,
    close: () => omilia.close(),
  }
}
