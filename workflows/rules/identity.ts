/** Four 32-bit words mixed over the characters of a text (as the cyrb128 family does). No secret is kept by it. */
function mixed(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  const sum = a ^ b ^ c ^ d;
  return [sum >>> 0, (b ^ sum) >>> 0, (c ^ sum) >>> 0, (d ^ sum) >>> 0];
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits);

/**
 * The UUID v7 of a thing that is named by others: same moment and names, same id. So what a process begins, and what a
 * calendar opens, has one id however often it is decided, and a replay decides the same.
 */
export function idFrom(at: Date, ...names: readonly string[]): string {
  const [a, b, c] = mixed(names.join(' '));
  const moment = hex(at.getTime(), 12);
  const variant = hex(0x8000 | (b & 0x3fff), 4);
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${hex(a, 3)}-${variant}-${hex(a >>> 12, 4)}${hex(c, 8)}`;
}
