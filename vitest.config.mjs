import { defineConfig } from 'vitest/config';
import { viteYaml } from './scripts/bundle/yaml-data.mjs';

export default defineConfig({
  plugins: [viteYaml()],
  test: {
    include: ['server/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/e2e/**'],
    testTimeout: 30_000,
  },
});
