import pg from 'pg';
import type { Logger } from 'pino';

/** The channel on which PostgreSQL tells that something was recorded. */
const CHANNEL = 'minqing';

/** How long to wait before the next try when the connection is lost. Milliseconds. */
const PAUSE = 1_000;

/** Listens for what is recorded, so that nobody has to wait for the next look. Tries again for as long as it takes. */
export class Hearing {
  #client: pg.Client | undefined;
  #again: NodeJS.Timeout | undefined;
  #isOver = false;
  #isLost = false;

  constructor(
    private readonly url: string,
    private readonly log: Logger,
    private readonly onWord: () => void,
  ) {}

  /** Begins to listen; what was missed before is a word too. Never throws. */
  async begin(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'minqing worker' });
    this.#client = client;
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client));
    client.on('notification', () => this.onWord());
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.#isLost = false;
      this.onWord();
    } catch (error) {
      this.#lost(client, error);
    }
  }

  async end(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#again);
    await this.#client?.end().catch(() => undefined); // it may be broken already
  }

  #lost(client: pg.Client, error?: unknown): void {
    if (this.#isOver || this.#client !== client) return;
    this.#client = undefined;
    if (!this.#isLost) this.log.warn({ err: error }, 'no longer hears of what is recorded, connects again');
    this.#isLost = true;
    void client.end().catch(() => undefined); // what is left of it
    this.#again = setTimeout(() => void this.begin(), PAUSE);
  }
}
