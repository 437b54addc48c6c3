import { install, isInstalled } from './install.mjs';
import { refuse } from './machine.mjs';
import { root } from './root.mjs';
import { isFresh, markFresh, takePrint } from './stamp.mjs';
import { step } from './step.mjs';
import { stages } from './steps.mjs';
import { inTurn } from './turn.mjs';

/**
 * As `prepare`, but ends the process with a sentence when it cannot be done.
 * @param {(line: string) => void} say
 * @param {string[]} [only]
 */
export async function prepareOrRefuse(say, only) {
  try {
    await prepare(say, only);
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Installs and builds what is missing or out of date, and nothing else; throws an error whose message says what to do.
 * @param {(line: string) => void} say
 * @param {string[]} [only] the names of the steps that are wanted; all when left out
 */
export async function prepare(say, only) {
  if (isInstalled(root) && unmade(only).length === 0) return;
  await inTurn(root, say, async () => {
    if (!isInstalled(root)) await step('installing the packages', say, () => install(root, say));
    for (const stage of stages) {
      const names = unmade(only);
      await Promise.all(stage.filter(({ name }) => names.includes(name)).map((one) => make(one, say)));
    }
  });
}

/**
 * @param {import('./steps.mjs').Step} one
 * @param {(line: string) => void} say
 */
async function make(one, say) {
  const print = takePrint(root, one);
  try {
    await step(one.title, say, () => one.make(root));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${one.title} failed. Mend what is named here, then start again.\n${why}`, {
      cause: error,
    });
  }
  markFresh(root, one, print);
}

/** @param {string[]} [only] */
function unmade(only) {
  return stages
    .flat()
    .filter((one) => (only?.includes(one.name) ?? true) && !isFresh(root, one))
    .map(({ name }) => name);
}
