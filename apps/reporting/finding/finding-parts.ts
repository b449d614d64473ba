import { type Provider, type Type } from '@nestjs/common';
import { FindFindings } from './find-findings.js';
import { FindingController } from './finding.controller.js';
import { FindingEntryRepository } from './finding-entry.repository.js';
import { ListFindings } from './list-findings.js';
import { SayAboutFinding } from './say-about-finding.js';

/** Routes about findings. */
export const FINDING_CONTROLLERS: Type[] = [FindingController];

/** What they work with. */
export const FINDING_PROVIDERS: Provider[] = [
  FindFindings,
  FindingEntryRepository,
  ListFindings,
  SayAboutFinding,
];
