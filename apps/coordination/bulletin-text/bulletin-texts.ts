import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type SnapshotText } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { unitDayKey, type ForwardedRevision } from '../consolidation/basis.domain.js';
import { type PrintedWords } from '../consolidation/printed-words.js';
import { UnitCountries } from '../consolidation/unit-countries.domain.js';
import { type UnfinishedText } from './bulletin-text.dto.js';
import { unfinishedText } from './bulletin-text-view.js';
import { NominalValueRepository } from './nominal/nominal-value.repository.js';
import { TextDecisionRepository } from './text-decision.repository.js';
import { newlyCounted, textSources, type TextBasis } from './text-source.domain.js';
import { caseTextsOf, followUpSubstancesOf, snapshotTexts } from './snapshot-texts.domain.js';
import { stateOf, type TextState } from './text-state.domain.js';

/** What a snapshot prints of the reports' texts, and what still keeps it from being made. */
export interface ClosingTexts extends PrintedWords {
  readonly texts: SnapshotText[];
  /** Texts that are not finished: the day must stay open. */
  readonly refusals: readonly UnfinishedText[];
}

/** Free text for the bulletin: what can be printed of a day, in which words, and whether it may be. */
@Injectable()
export class BulletinTexts {
  constructor(
    private readonly decisions: TextDecisionRepository,
    private readonly nominal: NominalValueRepository,
  ) {}

  /** The texts for the snapshot over these revisions. */
  async forClosing(
    manager: EntityManager,
    plan: OperationPlan,
    basis: Omit<TextBasis, 'textsOf'>,
  ): Promise<ClosingTexts> {
    const states = await this.states(manager, plan.code, basis);
    return {
      texts: snapshotTexts(states, new UnitCountries(plan.units)),
      caseTexts: caseTextsOf(states),
      followUpSubstances: followUpSubstancesOf(states),
      refusals: states.filter(({ ready }) => !ready).map(unfinishedText),
    };
  }

  /** Every text that a snapshot over these revisions could print, as it stands now. */
  async states(
    manager: EntityManager,
    operation: string,
    basis: Omit<TextBasis, 'textsOf'>,
  ): Promise<TextState[]> {
    const { now, replaced } = newlyCounted(basis);
    const read = await this.decisions.textsOf(manager, operation, [...now, ...replaced]);
    const byRevision = new Map(read.map((texts) => [keyOf(texts), texts]));
    const sources = textSources({ ...basis, textsOf: (one) => byRevision.get(keyOf(one)) ?? {} });
    if (sources.length === 0) return [];
    const ids = sources.map(({ textId }) => textId);
    const decided = await this.decisions.newest(manager, operation, ids);
    const index = await this.nominal.index(manager, operation);
    return sources
      .map((source) => stateOf(source, decided.get(source.textId), index))
      .filter(({ isListed }) => isListed);
  }
}

const keyOf = (revision: Pick<ForwardedRevision, 'operationDay' | 'unit' | 'revision'>): string =>
  `${unitDayKey(revision)}|${revision.revision}`;
