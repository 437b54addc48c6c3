import { SMTPServer } from 'smtp-server';

/** A mail as it arrived, read as a person would. */
export type Arrived = { to: string; subject: string; text: string; id: string; raw: string };

/** A real mail server on loopback. `answers` says what an address is answered with instead of being taken. */
export type PostOffice = {
  url: string;
  arrived: Arrived[];
  answers: Map<string, number>;
  close: () => Promise<void>;
};

export async function openPostOffice(): Promise<PostOffice> {
  const arrived: Arrived[] = [];
  const answers = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const answer = answers.get(address);
      callback(
        answer === undefined ? null : Object.assign(new Error(`no ${address}`), { responseCode: answer }),
      );
    },
    onData(stream, { envelope }, callback) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        arrived.push(
          ...envelope.rcptTo.map(({ address }) => read(Buffer.concat(pieces).toString(), address)),
        );
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, arrived, answers, close };
}

function read(raw: string, to: string): Arrived {
  const split = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, split).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const text = bodyOf(raw.slice(split + 4), header('content-transfer-encoding')).replace(/\r\n/g, '\n');
  return { to, subject: words(header('subject')), text, id: header('message-id'), raw };
}

function bodyOf(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? unquoted(body.replace(/=\r\n/g, '')) : body;
}

const unquoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();

/** RFC 2047. */
const words = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : unquoted(word.replace(/_/g, ' ')),
    );
