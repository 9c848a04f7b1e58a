import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const SUFFIX = '?texts';

const folderOf = (id) => id.slice(0, -SUFFIX.length);

const pathsOf = (folder) =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

/** All files of a folder as one function: nobody who does not call it pays for the texts when a program starts. */
function moduleOf(folder) {
  const texts = Object.fromEntries(
    pathsOf(folder).map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8').replaceAll('\r\n', '\n')]),
  );
  return `export default () => JSON.parse(${JSON.stringify(JSON.stringify(texts))});`;
}

/** Lets esbuild read `import texts from './folder?texts'`. */
export const esbuildTextFolder = () => ({
  name: 'text-folder',
  setup(build) {
    build.onResolve({ filter: /\?texts$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, folderOf(path)),
      namespace: 'text-folder',
    }));
    build.onLoad({ filter: /.*/, namespace: 'text-folder' }, ({ path }) => ({
      contents: moduleOf(path),
      loader: 'js',
    }));
  },
});

/** The same for vitest. */
export const viteTextFolder = () => ({
  name: 'text-folder',
  enforce: 'pre',
  resolveId(source, importer) {
    return source.endsWith(SUFFIX) && importer ? resolve(dirname(importer), source) : undefined;
  },
  load(id) {
    if (!id.endsWith(SUFFIX)) return undefined;
    for (const path of pathsOf(folderOf(id))) this.addWatchFile(path);
    return { code: moduleOf(folderOf(id)), map: null };
  },
});
