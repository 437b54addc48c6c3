/** What became of the rows so far. A row that is here already is `known`; in a dry run `imported` would be. */
export type Tally = { rows: number; imported: number; known: number; rejected: number };

type Out = NodeJS.WritableStream & { isTTY?: boolean };

const ON_A_SCREEN = 250;
const IN_A_LOG = 5_000;

const sentence = ({ rows, imported, known, rejected }: Tally): string =>
  `${rows} rows: ${imported} imported, ${known} known, ${rejected} rejected`;

/** Says how far it is: one line that changes on a screen, a line every five seconds elsewhere. Answers how to stop it. */
export function showProgress(out: Out, tally: Tally): () => void {
  const start = performance.now();
  const line = () => `${sentence(tally)}, ${((performance.now() - start) / 1000).toFixed(1)} s`;
  const isScreen = out.isTTY === true;
  const say = isScreen ? () => out.write(`\r${line()}\u001B[K`) : () => out.write(`${line()}\n`);
  const ticker = setInterval(say, isScreen ? ON_A_SCREEN : IN_A_LOG);
  return () => {
    clearInterval(ticker);
    say();
    if (isScreen) out.write('\n');
  };
}
