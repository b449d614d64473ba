import pg from 'pg';
import { type RequestScope } from './database-scope.js';

/** Names of the settings that policies read: `current_setting('app.country', true)`. */
const NAMES = ['operation', 'operations', 'role', 'country', 'unit', 'account'] as const;

/**
 * The statement that tells the database a scope, for this transaction alone: a plain SET would stay on the connection for
 * whoever gets it next from the pool. What a scope lacks is set to nothing.
 */
export function scopeSettings(scope: RequestScope): string {
  const set = NAMES.map(
    (name) => `set_config('app.${name}', ${pg.escapeLiteral(valueOf(scope, name))}, true)`,
  );
  return `select ${set.join(', ')}`;
}

function valueOf(scope: RequestScope, name: (typeof NAMES)[number]): string {
  const value = scope[name];
  return typeof value === 'object' ? value.join(',') : (value ?? '');
}
