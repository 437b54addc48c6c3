// What all processes of a worker share: rules, contracts and descriptions, evaluated once and not once a process.
import './catalog.ts';
import './process/journal.ts';
import './process/strike.ts';

/** webpack's own: every module of the bundle, and those that have been evaluated. */
declare const __webpack_modules__: Readonly<Record<string, unknown>>;
declare const __webpack_module_cache__: Readonly<Record<string, object | undefined>>;

// The SDK freezes what is shared to its last property. zod's schemas work out their parts when they are first used, and
// would break; a module that is frozen itself is not looked into. None of ours has any state to be kept apart.
for (const id of Object.keys(__webpack_modules__)) {
  const known = __webpack_module_cache__[id];
  if (known !== undefined) Object.freeze(known);
}
