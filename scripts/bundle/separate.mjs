import { basename, relative, resolve } from 'node:path';

/**
 * Leaves what few runs need in files of their own: an `import()` of one of these modules loads the bundle beside it. Inside
 * one bundle such an import would make esbuild wrap every module it leads to, and all of it would be read at each start.
 * `bundles` maps the module, from the root of the repository, to its bundle.
 */
export const esbuildSeparate = (root, bundles) => ({
  name: 'separate-bundles',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const bundle = bundles.get(`${relative(root, resolve(resolveDir, path)).replaceAll('\\', '/')}.ts`);
      return bundle === undefined ? undefined : { path: `./${basename(bundle)}`, external: true };
    });
  },
});
