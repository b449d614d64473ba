import { ConfigurationError } from '#libs/service-host/service-config.js';
import { type ServiceRuntime } from '#libs/service-host/service-definition.js';
import { type NominalKeys } from './nominal-keys.js';
import { openNominalKeys } from './open-nominal-keys.js';

/**
 * The keys of a service that starts. With another master key than before every report would be refused one by one.
 * @throws ConfigurationError when there is no master key, or it opens no key of the database
 */
export async function fittingNominalKeys({
  nominal,
  dataSource,
}: Pick<ServiceRuntime, 'nominal' | 'dataSource'>): Promise<NominalKeys> {
  const keys = openNominalKeys(nominal);
  if (await keys.fits(dataSource.manager)) return keys;
  throw new ConfigurationError([
    'NOMINAL_KEY_FILE holds another master key than the one that the nominal data of this database is sealed with',
  ]);
}
