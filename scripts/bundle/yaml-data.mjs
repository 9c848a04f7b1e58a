import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A data file as a module: a string that is parsed as JSON starts faster than an object literal of this size. */
function moduleOf(path) {
  const value = JSON.stringify(parse(readFileSync(path, 'utf8')));
  return `export default JSON.parse(${JSON.stringify(value)});`;
}

/** Lets esbuild read the data files, so that a bundle holds values and no YAML. */
export const esbuildYaml = () => ({
  name: 'yaml-data',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({ contents: moduleOf(path), loader: 'js' }));
  },
});

/** The same for vitest. */
export const viteYaml = () => ({
  name: 'yaml-data',
  enforce: 'pre',
  load(id) {
    return id.endsWith('.yaml') ? { code: moduleOf(id), map: null } : undefined;
  },
});
