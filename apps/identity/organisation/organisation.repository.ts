import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { aboutChange, needsNoEntry } from '#libs/audit/recording/change-details.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type Change } from '../account/account.records.js';
import { type OrganisationKind, type OrganisationScope } from '../account/role-fits.domain.js';

/** An organisation, as the administrator names it. */
export interface Organisation extends OrganisationScope {
  readonly id: string;
  readonly name: { readonly en: string; readonly ru: string };
}

interface Row {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly country: string | null;
  readonly unit: string | null;
  readonly name_en: string;
  readonly name_ru: string;
}

const COLUMNS = 'id, kind, country, unit, name_en, name_ru';

/** Organisations: country administrations, units, the OCU, observers. */
@Injectable()
export class OrganisationRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async all(): Promise<Organisation[]> {
    const rows: Row[] = await this.dataSource.query(
      `select ${COLUMNS} from organisation order by kind collate "C", country collate "C" nulls first,
         unit collate "C" nulls first, name_en collate "C"`,
    );
    return rows.map(organisationOf);
  }

  async find(manager: EntityManager, id: string): Promise<Organisation | undefined> {
    const rows: Row[] = await manager.query(`select ${COLUMNS} from organisation where id = $1`, [id]);
    return rows[0] && organisationOf(rows[0]);
  }

  /** There is at most one. */
  async ocu(): Promise<string | undefined> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from organisation where kind = 'ocu'`,
    );
    return rows[0]?.id;
  }

  /** @returns false when the unit, the country or the OCU has its organisation already */
  async add(organisation: Organisation, { at, by }: Change): Promise<boolean> {
    const { id, kind, country, unit, name } = organisation;
    return this.unitOfWork.run(async (manager) => {
      const rows: unknown[] = await manager.query(
        `insert into organisation (id, kind, country, unit, name_en, name_ru, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
        [id, kind, country ?? null, unit ?? null, name.en, name.ru, at, by],
      );
      if (rows.length === 0) needsNoEntry(manager);
      else aboutChange(manager, { object: { kind: 'organisation', id } });
      return rows.length > 0;
    });
  }
}

function organisationOf({ id, kind, country, unit, name_en: en, name_ru: ru }: Row): Organisation {
  return {
    ...{ id, kind, name: { en, ru } },
    ...(country !== null && { country }),
    ...(unit !== null && { unit }),
  };
}
