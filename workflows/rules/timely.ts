// Timely means done at or before due, to the second. practice.md, fine point 9.

/** Whether `at` lies in a second after the due time. Nothing is late while its due time is unknown (paused). */
export function isLate(due: Date | null, at: Date): boolean {
  return due !== null && Math.floor(at.getTime() / 1000) > Math.floor(due.getTime() / 1000);
}
