import { prepare } from './prepare.mjs';

// The action runs from a checkout of this repository: it installs and builds what is missing.
prepare();
