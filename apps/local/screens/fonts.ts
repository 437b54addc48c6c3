import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const packed = path.join('node_modules', '@expo-google-fonts', 'noto-sans-sc');
const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold'];
const generic = ['sans-serif', 'system-ui'];

/**
 * The environment in which a browser finds Chinese characters on a machine that has none of its own, and draws the same
 * pictures on every machine: the packaged Noto Sans SC comes first. Writes its settings into `folder`.
 */
export function fontsIn(root: string, folder: string): Record<string, string> {
  const file = path.join(folder, 'fonts.conf');
  const cache = path.join(folder, 'font-cache');
  mkdirSync(cache, { recursive: true });
  const lines = [
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    ...weights.map((weight) => `<dir>${path.join(root, packed, weight)}</dir>`),
    `<cachedir>${cache}</cachedir>`,
    ...generic.map((family) => preferring(family)),
  ];
  writeFileSync(file, `${HEAD}<fontconfig>\n${lines.join('\n')}\n</fontconfig>\n`);
  return { FONTCONFIG_FILE: file };
}

const HEAD = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n';

const preferring = (family: string) =>
  `<alias binding="strong"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`;
