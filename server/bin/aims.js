#!/usr/bin/env node
require('../dist/aims.js');
