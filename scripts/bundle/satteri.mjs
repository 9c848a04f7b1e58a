import { join } from 'node:path';

/** Replaces satteri's own loader, which reads `import.meta`, by one that works in a CommonJS bundle. */
export const esbuildSatteri = () => ({
  name: 'satteri-binding',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/index\.js$/ }, ({ importer }) =>
      /[/\\]satteri[/\\]dist[/\\]/.test(importer)
        ? { path: join(import.meta.dirname, 'satteri-binding.cjs') }
        : undefined,
    );
  },
});
