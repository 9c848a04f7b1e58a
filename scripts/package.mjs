import { resolve } from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { prepare } from './prepare.mjs';

// Makes the .vsix of this platform. Dependencies are inside the bundles. `--list` prints what goes in.
const cwd = resolve(import.meta.dirname, '..');
prepare();
const list = process.argv.includes('--list');
if (list) console.log((await listFiles({ cwd, dependencies: false })).sort().join('\n'));
else await createVSIX({ cwd, dependencies: false, packagePath: resolve(cwd, 'aims-docs.vsix'), skipLicense: false });
