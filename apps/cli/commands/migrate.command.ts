import { type Command } from 'commander';
import { migrateService } from '#libs/service-host/start-service.js';
import { SERVICE_DEFINITIONS } from '../services.js';
import { databaseUrlOption } from './options.js';

/** `cli migrate`: brings the schemas of all services up to date. */
export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('creates or updates the schema of every service; running it again changes nothing')
    .addOption(databaseUrlOption())
    .action(async ({ databaseUrl }: { databaseUrl: string }) => {
      for (const definition of SERVICE_DEFINITIONS) {
        const done = await migrateService(definition, databaseUrl);
        process.stdout.write(`${definition.name}: ${done.length === 0 ? 'up to date' : done.join(', ')}\n`);
      }
    });
}
