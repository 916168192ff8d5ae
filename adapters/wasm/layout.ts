// Where things lie in the memory that JavaScript and the cipher's code share. All addresses are multiples of 16.

/** The cipher's limits, those of the port. */
export const textBytesMax = 2048;
export const adBytesMax = 64;

export const tagBytes = 16;
export const blockBytes = 64;

/** ChaCha20's initial state (RFC 8439, section 2.3): constants, key, block counter and nonce, 16 words. */
export const stateAt = 0;
export const keyAt = stateAt + 16;
export const nonceAt = stateAt + 52;

/** The key stream: block 0 is Poly1305's one-time key (section 2.6), the others are for the text. */
export const keystreamAt = stateAt + blockBytes;
/** The longest text's, and two blocks more, which a pass of three makes where only one is missing. */
const keystreamBytes = blockBytes * (1 + textBytesMax / blockBytes + 2);
export const textKeystreamAt = keystreamAt + blockBytes;

/** The associated data, padded with zeros to whole blocks of 16. */
export const paddedAdAt = keystreamAt + keystreamBytes;
/** The text's last bytes, padded, and behind them the block of the lengths (section 2.8). */
export const lastBlocksAt = paddedAdAt + adBytesMax;
/** The tag that was worked out. */
export const tagAt = lastBlocksAt + 32;

/** Where packets from elsewhere are copied to. What follows is free. */
export const workAdAt = tagAt + tagBytes;
export const workTextAt = workAdAt + adBytesMax;
export const freeAt = workTextAt + textBytesMax + tagBytes;
