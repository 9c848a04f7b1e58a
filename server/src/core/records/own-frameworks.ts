import type { Framework, FrameworkId } from '../framework/framework';
import { shippedFrameworks } from '../framework/frameworks';
import { readFramework } from '../framework/read-framework';
import { resolvePath } from '../text/path';
import type { ConfigProblem } from './config';
import type { ConfigInput } from './config-schema';
import type { SharedText } from './read-config';
import type { Layer } from './read-layer';

export interface OwnFrameworks {
  readonly frameworkFiles: readonly string[];
  readonly ownFrameworks: readonly Framework[];
  readonly problems: readonly ConfigProblem[];
}

export const NO_OWN_FRAMEWORKS: OwnFrameworks = { frameworkFiles: [], ownFrameworks: [], problems: [] };

/** The frameworks that the settings load; of two with one id the first counts. Every fault has its place. */
export function ownFrameworksOf(
  input: ConfigInput,
  layers: readonly Layer[],
  shared: (path: string) => SharedText,
): OwnFrameworks {
  const written = input.framework_files;
  if (!written) return NO_OWN_FRAMEWORKS;
  const layer = layers.find((one) => one.input.framework_files === written);
  const frameworks = new Map<string, Framework>();
  const problems: ConfigProblem[] = [];
  const files = written.map((path) => resolvePath('', path));
  for (const [index, file] of files.entries()) {
    const say = (message: string) => layer && problems.push({ ...layer.placeOf(['framework_files', index]), message });
    const found = files.indexOf(file) < index ? { refused: 'is named twice' } : shared(file);
    if ('refused' in found) {
      say(`\`${written[index]}\` ${found.refused}. No framework is read from it.`);
      continue;
    }
    const { framework, problems: faults } = readFramework(file, found.text);
    problems.push(...faults.map((fault) => ({ ...fault, file, line: lineOf(found.text, fault.span.start) })));
    const other = framework && frameworks.get(framework.id);
    if (other)
      say(`\`${file}\` defines \`${other.id}\`, which \`${other.own?.file}\` defines already. It is not used.`);
    else if (framework) frameworks.set(framework.id, framework);
  }
  return { frameworkFiles: files, ownFrameworks: [...frameworks.values()], problems };
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Frameworks that the settings name and nothing defines. */
export function unknownFrameworks(
  layers: readonly Layer[],
  own: readonly Framework[],
): readonly (ConfigProblem & { readonly name: FrameworkId })[] {
  const isKnown = (id: string): boolean => shippedFrameworks().has(id) || own.some((one) => one.id === id);
  return layers.flatMap((layer) =>
    namesIn(layer.input)
      .filter(({ id }) => !isKnown(id))
      .map(({ id, path }) => ({
        ...layer.placeOf(path),
        name: id,
        message: `\`${id}\` is no framework: there are ${[...shippedFrameworks().keys()].join(', ')} and what \`framework_files\` loads. It is ignored.`,
      })),
  );
}

interface NamedFramework {
  readonly id: string;
  readonly path: readonly PropertyKey[];
}

function namesIn({ frameworks = [], default_framework: chosen = {} }: ConfigInput): readonly NamedFramework[] {
  return [
    ...frameworks.map((id, index) => ({ id, path: ['frameworks', index] })),
    ...(typeof chosen === 'string'
      ? [{ id: chosen, path: ['default_framework'] }]
      : Object.entries(chosen).map(([glob, id]) => ({ id, path: ['default_framework', glob] }))),
  ];
}
