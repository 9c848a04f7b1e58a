#!/usr/bin/env node
require('../dist/aims-language-server.js');
