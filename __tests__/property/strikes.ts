/** Decides for each request of a schedule what goes wrong with it, and remembers it. */

import { bytesOf, type Fault, type RecordedRequest } from '../../simulator/exchange.ts'
import { normally } from '../../simulator/faults.ts'
import type { Clock } from '../../src/clock.ts'
import { lied } from './lies.ts'
import type { Schedule } from './plan.ts'
import type { Vendor } from './vendors/vendor.ts'
import { chance, type Holding, type NamedFault, type Surroundings, TRANSIENT, WILD, withTrigger } from './weather.ts'

/** A fault that a request met. */
export interface Struck {
  readonly request: RecordedRequest
  readonly name: string
  readonly kind: NamedFault['kind'] | 'lie' | 'outage'
}

/** What the weather is made of. */
export interface WeatherParts {
  readonly schedule: Schedule
  readonly vendor: Vendor
  readonly clock: Clock
  readonly surroundings: Surroundings
  /** Hears of each fault. */
  readonly struck: Struck[]
  readonly holding: Holding
  interrupt(): void
}

/** Faults of an outage, by number. */
const OUTAGES = TRANSIENT.filter(({ name }) => ['reset before acting', 'hang before acting', '503', '502', '429'].includes(name))

/** The fault for each request in turn, and undefined for none. */
export function createWeather(parts: WeatherParts): (request: RecordedRequest) => Fault | undefined {
  const { schedule, vendor, clock, surroundings, struck, holding, interrupt } = parts
  const { interruption, lie } = schedule
  let count = 0
  let startedAt: number | undefined
  const found = (request: RecordedRequest): NamedFault | undefined => {
    const outage = outageNow(schedule, startedAt, clock.now())
    if (outage !== undefined) struck.push({ request, name: outage.name, kind: 'outage' })
    const fault = outage ?? struckBy(schedule, count)
    if (fault !== undefined && outage === undefined) struck.push({ request, name: fault.name, kind: fault.kind })
    return fault
  }
  return (request) => {
    count += 1
    const named = found(request)
    if (request.operation === vendor.startOperation) startedAt ??= clock.now()
    let fault = named === undefined ? undefined : holding.counted(named.make(surroundings), named.name.startsWith('hang'))
    if (lie !== undefined && request.operation === vendor.dataOperations[lie.operation % vendor.dataOperations.length]) {
      struck.push({ request, name: 'a lie', kind: 'lie' })
      fault = lying(fault ?? normally(), lie)
    }
    const moment = interruption?.moment
    if (moment?.after !== 'request' || moment.request !== count) return fault
    return withTrigger(fault ?? normally(), moment.when, interrupt)
  }
}

function outageNow({ outage }: Schedule, startedAt: number | undefined, now: number): NamedFault | undefined {
  if (outage === undefined || startedAt === undefined) return undefined
  const since = now - startedAt - outage.fromMs
  return since >= 0 && since < outage.lastsMs ? OUTAGES[outage.fault % OUTAGES.length] : undefined
}

function struckBy({ strikes, weather }: Schedule, count: number): NamedFault | undefined {
  const faults = weather.isWild ? WILD : TRANSIENT
  const strike = strikes.find(({ request }) => request === count)
  if (strike !== undefined) return faults[strike.fault % faults.length]
  if (chance(weather.seed, 1, count) >= weather.rate) return undefined
  return faults[Math.floor(chance(weather.seed, 2, count) * faults.length)]
}

function lying(fault: Fault, lie: NonNullable<Schedule['lie']>): Fault {
  return async (exchange) => {
    const honest = await exchange.act()
    await fault({ ...exchange, act: () => Promise.resolve({ ...honest, body: lied(bytesOf(honest), lie) }) })
  }
}
