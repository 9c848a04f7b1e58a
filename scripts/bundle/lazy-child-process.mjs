/**
 * Loads `child_process` when a process is started, which few runs do: requiring it takes longer than reading a hundred
 * documents, and the library for the command line requires it whatever happens.
 */
export const esbuildLazyChildProcess = () => ({
  name: 'lazy-child-process',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?child_process$/ }, ({ path, namespace }) =>
      namespace === 'lazy' ? { path, external: true } : { path: 'node:child_process', namespace: 'lazy' },
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
      contents: ['spawn', 'spawnSync', 'fork', 'exec', 'execFile', 'execSync', 'execFileSync']
        .map((name) => `exports.${name} = (...args) => require('node:child_process').${name}(...args);`)
        .join('\n'),
    }));
  },
});
