// Plain JavaScript with nothing but Node: it installs and builds what the rest of the house is made of, so it must run
// in a fresh clone without node_modules. `start.mjs`, `minqing.mjs`, `test.mjs` and `check.mjs` begin here.

const oldest = { major: 20, minor: 19 };

/** Ends the process with a sentence when this machine cannot run Minqing. */
export function checkMachine() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > oldest.major || (major === oldest.major && minor >= oldest.minor);
  const wanted = `${oldest.major}.${oldest.minor} or later`;
  if (!isNewEnough)
    refuse(`Minqing needs Node.js ${wanted}; this is ${process.versions.node}. Install it from nodejs.org.`);
  if (process.platform === 'win32')
    refuse('Minqing runs on Linux and macOS. On Windows, start it inside WSL.');
}

/**
 * @param {string} sentence
 * @returns {never}
 */
export function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
