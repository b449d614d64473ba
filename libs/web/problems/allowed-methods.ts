import { type NestExpressApplication } from '@nestjs/platform-express';
import { type AllowedMethods } from './problem.filter.js';

/** The part of Express's router that tells its routes. */
interface Router {
  readonly stack: readonly {
    readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
    match(path: string): boolean;
  }[];
}

/** Methods that the application's routes know for a path, in upper case, sorted. */
export function allowedMethods(app: NestExpressApplication): AllowedMethods {
  return (path) => {
    const { router } = app.getHttpAdapter().getInstance() as unknown as { router?: Router };
    const layers = router?.stack.filter((layer) => layer.route && matches(layer, path)) ?? [];
    const methods = layers.flatMap(({ route }) => Object.keys(route?.methods ?? {}));
    const known = new Set(methods.map((method) => method.toUpperCase()));
    if (known.has('GET')) known.add('HEAD');
    return [...known].sort();
  };
}

/** A path that cannot be decoded (`%FF`) matches nothing. */
function matches(layer: Router['stack'][number], path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}
