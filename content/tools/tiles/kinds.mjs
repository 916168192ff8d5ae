// What a tile means for the rules, and the colours that tiles of several kinds share.

/** Nobody walks there, but one sees across. */
export const solid = { blocksMovement: true };
export const wall = { blocksMovement: true, blocksSight: true };
export const ground = (terrain) => ({ terrain });

export const wood = '#8a6237';
export const stone = '#8d8f92';
