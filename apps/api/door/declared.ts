import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DECLARATION } from './action.ts';

/** A route that says nothing about rights must not be reachable: the start is stopped. */
export class UndeclaredRoute extends Error {
  constructor(routes: readonly string[]) {
    super(`These routes declare no action (@Action): ${routes.join(', ')}.`);
    this.name = 'UndeclaredRoute';
  }
}

/** Walks every route when the application starts and refuses to start when one declares no action. */
@Injectable()
export class DeclaredRoutes implements OnModuleInit {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const missing = this.discovery.getControllers().flatMap(({ metatype }) => this.#undeclared(metatype));
    if (missing.length > 0) throw new UndeclaredRoute(missing);
  }

  #undeclared(controller: unknown): string[] {
    if (typeof controller !== 'function') return [];
    const prototype: unknown = controller.prototype;
    if (prototype === null || typeof prototype !== 'object') return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method: unknown = Reflect.get(prototype, name);
      if (typeof method !== 'function' || !Reflect.hasMetadata(PATH_METADATA, method)) return [];
      return Reflect.hasMetadata(DECLARATION, method) ? [] : [`${controller.name}.${name}`];
    });
  }
}
