/**
 * A preload that prints the peak memory of its process when it ends: `peak <KiB>`. Linux tells it in /proc, where it begins
 * anew with each program; what `resourceUsage` tells there can be the peak of whoever started the process.
 */
import { readFileSync } from 'node:fs'

function peakKib() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}

process.on('exit', () => console.log('peak', peakKib()))
