import type { OperationDay } from './operation-day.js';
import type { Chemical } from './reference-data.types.js';

function index<Key>(
  chemicals: readonly Chemical[],
  keysOf: (chemical: Chemical) => readonly Key[],
): Map<Key, Chemical[]> {
  const found = new Map<Key, Chemical[]>();
  for (const chemical of chemicals) {
    for (const key of new Set(keysOf(chemical))) {
      const known = found.get(key);
      if (known) known.push(chemical);
      else found.set(key, [chemical]);
    }
  }
  return found;
}

const casNumbersOf = ({ cas, esters = [] }: Chemical): string[] =>
  [cas, ...esters.map((ester) => ester.cas)].filter((value) => value !== undefined);

const subheadingsOf = ({ hs, hs2017 = hs }: Chemical): string[] => [hs, hs2017];

function inForce(chemical: Chemical, day: OperationDay): boolean {
  const { controlledSince, controlledUntil } = chemical;
  if (controlledSince === undefined || day < controlledSince) return false;
  return controlledUntil === undefined || day <= controlledUntil;
}

/** Answers questions about chemicals. Whether one is controlled is always asked as of a day. */
export class ChemicalCatalogue {
  readonly #byId: ReadonlyMap<string, readonly Chemical[]>;
  readonly #byCas: ReadonlyMap<string, readonly Chemical[]>;
  readonly #byHs: ReadonlyMap<string, readonly Chemical[]>;

  constructor(private readonly chemicals: readonly Chemical[]) {
    this.#byId = index(chemicals, ({ id }) => [id]);
    this.#byCas = index(chemicals, casNumbersOf);
    this.#byHs = index(chemicals, subheadingsOf);
  }

  /** The chemical of this id, if the reference knows it. */
  chemicalById(id: string): Chemical | undefined {
    return this.#byId.get(id)?.[0];
  }

  /** The chemical of this CAS number, also when the number is that of one of its listed esters. */
  chemicalByCas(cas: string): Chemical | undefined {
    return this.#byCas.get(cas)?.[0];
  }

  /**
   * The chemicals classified in the subheading of a tariff code, in the order of the reference file; often several.
   * @param hs digits only, six or more; only the first six count. HS 2017 and HS 2022 are both understood.
   */
  chemicalByHs(hs: string): readonly Chemical[] {
    return this.#byHs.get(hs.slice(0, 6)) ?? [];
  }

  /**
   * Whether the substance is in Table I or II of the 1988 Convention on that day (first and last day included).
   * False also for an id that the reference does not know. A day later than the reference is answered as known today.
   */
  isControlled(chemicalId: string, day: OperationDay): boolean {
    const chemical = this.chemicalById(chemicalId);
    return chemical !== undefined && inForce(chemical, day);
  }

  /** All substances under control on that day, in the order of the reference file (Table I, then II). */
  controlledOn(day: OperationDay): Chemical[] {
    return this.chemicals.filter((chemical) => inForce(chemical, day));
  }
}
