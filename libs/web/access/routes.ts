import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from './access.decorators.js';

/** A handler of a controller and what it asks of the acting party. */
export interface Route {
  readonly controller: string;
  readonly handler: string;
  readonly method: string;
  /** Path below the prefix, as in the decorators. */
  readonly path: string;
  /** Undefined: nobody may use it. */
  readonly access: RouteAccess | undefined;
}

type Class = new (...args: never[]) => object;

/** Every HTTP route of the application's controllers. */
export function routesOf(app: INestApplicationContext): Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function' ? routesIn(metatype as Class) : [],
  );
}

/** The routes that the guard refuses to everybody because they declare no policy: must be empty. */
export function routesWithoutPolicy(app: INestApplicationContext): string[] {
  return routesOf(app)
    .filter(({ access }) => access === undefined)
    .map(({ method, path, controller, handler }) => `${method} ${path} (${controller}.${handler})`);
}

function routesIn(controller: Class): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((handler) => {
    const target = prototype[handler] as () => unknown;
    const method = Reflect.getMetadata(METHOD_METADATA, target) as RequestMethod | undefined;
    if (method === undefined) return [];
    return {
      controller: controller.name,
      handler,
      method: RequestMethod[method],
      path: joined(pathOf(controller), pathOf(target)),
      access: new Reflector().getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [target, controller]),
    };
  });
}

function pathOf(target: object): string {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return [path ?? ''].flat()[0] ?? '';
}

const joined = (...parts: string[]): string =>
  `/${parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/')}`;
