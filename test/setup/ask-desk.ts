/** Asks the run's desk for one of its servers or files; throws with its words when that could not be started. */
export async function askDesk(wish: 'postgres' | 'temporal' | 'bundle' | 'console'): Promise<string> {
  const answer = await fetch(`${process.env.MINQING_TEST_DESK}/${wish}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The test run could not start its ${wish}: ${text}`);
  return text;
}
