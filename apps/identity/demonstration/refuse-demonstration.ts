import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProductionRefusedError } from '#libs/security/production.js';
import { BY_DEMONSTRATION } from './demonstration-mark.js';

/** Injection token: whether the process runs in production. */
export const IS_PRODUCTION = Symbol('is production');

/** A database in which accounts for a demonstration are open is none for production: their passwords were printed. */
@Injectable()
export class RefuseDemonstration implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(IS_PRODUCTION) private readonly isProduction: boolean,
  ) {}

  /** @throws ProductionRefusedError naming the accounts */
  async onModuleInit(): Promise<void> {
    if (!this.isProduction) return;
    const open: { name: string }[] = await this.dataSource.query(
      `select name from account where created_by = $1 and state <> 'disabled' order by name collate "C"`,
      [BY_DEMONSTRATION],
    );
    if (open.length === 0) return;
    const names = open.map(({ name }) => name).join(', ');
    throw new ProductionRefusedError(
      `The database has accounts for a demonstration, whose passwords were printed: ${names}. Begin production with a database of its own, or disable them.`,
    );
  }
}
