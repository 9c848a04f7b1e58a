// A silent stand-in for the native logger. Plain `exports.x =` lines, because the server imports these names from an ES module.
class Logger {
  trace() {}
  debug() {}
  info() {}
  warn() {}
  error() {}
  critical() {}
  getLevel() {
    return 2;
  }
  setLevel() {}
  clearFormatters() {}
  setPattern() {}
  flush() {}
  drop() {}
}
exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = async () => new Logger();
exports.createAsyncRotatingLogger = async () => new Logger();
exports.setFlushOn = () => {};
exports.setLevel = () => {};
exports.shutdown = () => {};
