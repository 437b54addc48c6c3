/** Stops what the desk started in this run. */
export default async function closeAfterAll(): Promise<void> {
  const close: unknown = Reflect.get(globalThis, 'closeDesk');
  if (typeof close === 'function') await close();
}
