import { createTransport, type Transporter } from 'nodemailer';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { type QueuedTask } from '#libs/jobs/service-job.js';
import { type MailConfig } from '#libs/service-host/mail-config.js';

/** Name of the task. */
export const SEND_MAIL = 'send-mail';

/** A file that goes with a mail. */
export interface Attachment {
  readonly filename: string;
  readonly content: Buffer;
  readonly contentType: string;
}

/** A mail in the queue. */
export interface Mail {
  /** One mail has one key: its message id follows from it, so that a mail that arrives twice is recognised. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of mail that is sent at once: bytes do not lie in a queue. */
  readonly attachments?: readonly Attachment[];
}

/** Milliseconds for each step of the conversation with the mail server. */
const TIMEOUT = 20_000;

/** Hands mail to the mail server, over TLS or not at all. What the server refuses is tried again later. */
export class SendMail implements QueuedTask<Mail> {
  readonly name = SEND_MAIL;
  private readonly transport: Transporter | undefined;

  constructor(private readonly config: MailConfig | undefined) {
    this.transport = config && createTransport(transportOptions(config));
  }

  /** @throws Error when there is no mail server, or it does not take the mail */
  async run({ key, to, subject, text, attachments = [] }: Mail): Promise<void> {
    if (!this.transport || !this.config) throw new Error('No mail server is configured (MAIL_URL).');
    const { from } = this.config;
    await this.transport.sendMail({
      ...{ from, to, subject, text, attachments: [...attachments] },
      messageId: `<${sha256Hex(key).slice(0, 40)}@${from.slice(from.indexOf('@') + 1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }
}

function transportOptions({ url, ca }: MailConfig) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    ...{
      host: hostname,
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      requireTLS: !secure,
    },
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    tls: { minVersion: 'TLSv1.2' as const, ...(ca !== undefined && { ca }) },
    ...{ connectionTimeout: TIMEOUT, greetingTimeout: TIMEOUT, socketTimeout: TIMEOUT },
    // Neither files nor addresses are ever read into a mail.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}
