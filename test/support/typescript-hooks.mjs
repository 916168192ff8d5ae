// Lets Node run the tests' own TypeScript in a process of its own, without Jest: it strips types by itself, and only
// has to be told that './x.js' of a .ts file is './x.ts'. The layers are imported from the build, as in production.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const fromTypeScript = context.parentURL?.endsWith('.ts') === true;
    if (fromTypeScript && specifier.startsWith('.') && specifier.endsWith('.js'))
      return next(`${specifier.slice(0, -3)}.ts`, context);
    return next(specifier, context);
  },
});
