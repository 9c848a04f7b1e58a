// Stands in for the loader of the native Markdown parser: looks beside the bundle first, then among the packages.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

// On Linux only the build for the C library at hand loads. Trying is faster than asking Node which one it is.
const ABIS = { win32: ['-msvc'], linux: ['-gnu', '-musl'] };
const names = (ABIS[process.platform] ?? ['']).map((abi) => `${process.platform}-${process.arch}${abi}`);

function load(name) {
  const beside = join(__dirname, `satteri_napi.${name}.node`);
  return existsSync(beside) ? require(beside) : require(`@bruits/satteri-${name}`);
}

function loadFirst([name, ...others]) {
  if (others.length === 0) return load(name);
  try {
    return load(name);
  } catch {
    return loadFirst(others);
  }
}

module.exports = loadFirst(names);
