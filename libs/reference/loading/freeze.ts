function refuse(): never {
  throw new TypeError('Reference data cannot be changed');
}

/** A set that refuses changes; `Object.freeze` alone leaves the content of a set open. */
export function frozenSet(values: Iterable<string>): ReadonlySet<string> {
  return Object.freeze(Object.assign(new Set(values), { add: refuse, delete: refuse, clear: refuse }));
}

/** Freezes a value and everything in it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze<unknown>(inner);
  return Object.freeze(value);
}
