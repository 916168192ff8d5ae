// A 32-bit fingerprint of numbers and text: MurmurHash3's mixing (Austin Appleby, public domain), word by word.

export class Digest {
  #state = 0;

  word(value: number): void {
    let mixed = Math.imul(value | 0, 0xcc9e2d51);
    mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
    const state = this.#state ^ mixed;
    this.#state = (Math.imul((state << 13) | (state >>> 19), 5) + 0xe6546b64) | 0;
  }

  text(text: string): void {
    for (let i = 0; i < text.length; i++) this.word(text.charCodeAt(i));
    this.word(text.length);
  }

  /** 32 bits. */
  get value(): number {
    let value = Math.imul(this.#state ^ (this.#state >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) >>> 0;
  }

  get hex(): string {
    return this.value.toString(16).padStart(8, '0');
  }
}
