import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';

/** Fields of a snapshot that its contract refuses, as the event log checks them. */
export function schemaProblems(snapshot: object): string[] {
  const instance = plainToInstance(DaySnapshot, JSON.parse(JSON.stringify(snapshot)) as object);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  return errors.map(({ property }) => property);
}
