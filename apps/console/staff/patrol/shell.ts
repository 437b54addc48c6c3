/** Has the browser keep the console's first page, scripts and styles, as they are now, for when the network is gone. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return; // only safe origins have one
  void navigator.serviceWorker.register('/sw.js').then(askForLatest, () => undefined); // without a network: it is there already
}

async function askForLatest(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage('exchange');
}
