const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$-]{0,60}$/u;

/** `lines` in '' → `lines`; `net` in `goods[0]` → `goods[0].net`; odd keys are quoted and cut: they are foreign text. */
export function propertyPath(parent: string, key: string): string {
  if (!IDENTIFIER.test(key)) return `${parent}[${JSON.stringify(key.slice(0, 60))}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

export const indexPath = (parent: string, index: number): string => `${parent}[${index}]`;

/** JSON Pointer (RFC 6901) of Ajv to our notation: `/lines/3/goods` → `lines[3].goods`. */
export function pathOfPointer(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (path, part) => (/^\d+$/.test(part) ? indexPath(path, Number(part)) : propertyPath(path, part)),
      '',
    );
}

/** A field of a report in the one form in which findings and refusals name it: `lines[0].goods[0].net`. */
export const FIELD_PATH_PATTERN =
  /^[a-z][A-Za-z0-9]{0,39}(\[(0|[1-9]\d{0,3})\])?(\.[a-z][A-Za-z0-9]{0,39}(\[(0|[1-9]\d{0,3})\])?){0,5}$/;
