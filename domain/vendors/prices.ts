// What things cost. Shares of the content count in thousandths, so that all is reckoned in whole numbers: a price of at most
// 10^6 coins times 65,535 units times 100,000 thousandths stays below 2^53. What players pay is rounded up and what they get
// down, over the whole amount, so that no way of dividing it pays.

import type { Content } from '../content/content.js';

const thousand = 1000;
/** More than this share of the price no vendor of any content pays (protocol-schema/content). */
export const payShareLimit = 1;

function thousandths(share: number): number {
  return Math.round(share * thousand);
}

/** What a vendor asks for so many, at least 1 coin. */
export function askedFor(priceCoins: number, units: number, askShare: number): number {
  return Math.max(1, Math.ceil((priceCoins * units * thousandths(askShare)) / thousand));
}

/** What a vendor pays for so many; 0 for what is worth too little. */
export function paidFor(priceCoins: number, units: number, payShare: number): number {
  return Math.floor((priceCoins * units * thousandths(payShare)) / thousand);
}

/** What buying back costs, from whichever vendor: as much as the most generous one may have paid. */
export function askedBack(priceCoins: number, units: number, payShareMost: number): number {
  return askedFor(priceCoins, units, payShareMost);
}

/** What mending costs, at least 1 coin. */
export function mendingPrice(priceCoins: number, wear: number, durabilityMax: number, share: number): number {
  const all = priceCoins * Math.min(wear, durabilityMax) * thousandths(share);
  return Math.max(1, Math.ceil(all / (durabilityMax * thousand)));
}

/** The largest share that any vendor pays. */
export function mostPaid({ lists }: Content): number {
  let most = 0;
  for (const { services } of lists.npcs)
    for (const service of services) if (service.kind === 'vendor') most = Math.max(most, service.payShare);
  return most;
}
