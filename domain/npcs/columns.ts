// People who can be talked to. Which of them somebody is stands where others see it (identity.template).

import type { ComponentsFrom } from '../engine/ecs/layouts.js';

export const npcColumns = { npc: {} } as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof npcColumns> {}
}
