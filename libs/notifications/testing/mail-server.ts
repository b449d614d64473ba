import { readFileSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';
import { type MailConfig } from '#libs/service-host/mail-config.js';

const pem = (name: string): string =>
  readFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), name), 'utf8');

/** A mail as the server took it: its addresses and its source. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly source: string;
}

/** A real SMTP server on this machine, with a certificate of its own. */
export class MailServer {
  readonly taken: TakenMail[] = [];
  /** How many mails are refused for now before one is taken. */
  refuse = 0;
  refused = 0;

  private constructor(
    private readonly server: SMTPServer,
    private readonly protocol: 'smtp' | 'smtps',
  ) {}

  /** @param tls `from-the-start`, after `STARTTLS`, or not at all */
  static async start(tls: 'from-the-start' | 'starttls' | 'none'): Promise<MailServer> {
    const holder: { server?: MailServer } = {};
    const server = new SMTPServer({
      ...{ key: pem('localhost-key.pem'), cert: pem('localhost-cert.pem'), logger: false },
      secure: tls === 'from-the-start',
      authOptional: false,
      hideSTARTTLS: tls === 'none',
      ...(tls === 'none' && { disabledCommands: ['STARTTLS', 'AUTH'] }),
      onAuth: ({ username, password }, _session, done) =>
        username === 'caravanserai' && password === 'p@ss'
          ? done(null, { user: username })
          : done(new Error('Wrong password')),
      onData: (stream, session, done) => {
        void text(stream).then((source) => done(holder.server?.take(source, session)));
      },
    });
    server.on('error', () => undefined);
    holder.server = new MailServer(server, tls === 'from-the-start' ? 'smtps' : 'smtp');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return holder.server;
  }

  get config(): MailConfig {
    const { port } = this.server.server.address() as AddressInfo;
    const url = `${this.protocol}://caravanserai:p%40ss@localhost:${port}`;
    return { url, from: 'reminders@ocu.example', ca: pem('localhost-cert.pem') };
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private take(source: string, session: Parameters<NonNullable<SMTPServer['onData']>>[1]): Error | null {
    if (this.refuse > 0) {
      this.refuse -= 1;
      this.refused += 1;
      return Object.assign(new Error('Mailbox busy'), { responseCode: 450 });
    }
    const { mailFrom, rcptTo } = session.envelope;
    const from = mailFrom === false ? '' : mailFrom.address;
    this.taken.push({ from, to: rcptTo.map(({ address }) => address), secure: session.secure, source });
    return null;
  }
}
