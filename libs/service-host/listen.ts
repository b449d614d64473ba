import { type NestExpressApplication } from '@nestjs/platform-express';
import { type AddressInfo } from 'node:net';

/** A port that somebody else listens on. */
export class PortBusyError extends Error {
  constructor(host: string, port: number) {
    super(
      `Port ${port} on ${host} is in use. Stop the other program, or choose another port with PORT=<number>.`,
    );
    this.name = 'PortBusyError';
  }
}

/** Listens and returns the port. @throws PortBusyError */
export async function listen(app: NestExpressApplication, host: string, port: number): Promise<number> {
  try {
    await app.listen(port, host);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EADDRINUSE') throw new PortBusyError(host, port);
    throw error;
  }
  return (app.getHttpServer().address() as AddressInfo).port;
}
