// Stands in for the loader of the native Markdown parser: looks beside the bundle first, then among the packages.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const isMusl = () => process.platform === 'linux' && !process.report?.getReport?.().header?.glibcVersionRuntime;
const suffix = () => {
  const abi =
    process.platform === 'win32' ? '-msvc' : process.platform === 'linux' ? (isMusl() ? '-musl' : '-gnu') : '';
  return `${process.platform}-${process.arch}${abi}`;
};

const name = suffix();
const beside = join(__dirname, `satteri_napi.${name}.node`);
module.exports = existsSync(beside) ? require(beside) : require(`@bruits/satteri-${name}`);
