import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** What a reader must know about the machine before believing a millisecond. */
export function machineFacts(toolVersions) {
  const facts = [
    ['CPU', `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores`],
    ['Memory', `${Math.round(totalmem() / 1024 ** 3)} GiB`],
    ['System', `${platform()} ${release()}`],
    [
      'Load when started',
      loadavg()
        .map((load) => load.toFixed(2))
        .join(' '),
    ],
    ['node', process.version],
    ...toolVersions,
  ];
  return facts.map(([name, value]) => `- ${name}: ${value}`).join('\n');
}
