import { defineConfig } from 'vitest/config';
import { viteTextFolder } from './scripts/bundle/text-folder.mjs';
import { viteYaml } from './scripts/bundle/yaml-data.mjs';

export default defineConfig({
  plugins: [viteYaml(), viteTextFolder()],
  test: {
    include: ['server/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/e2e/**'],
    testTimeout: 30_000,
  },
});
