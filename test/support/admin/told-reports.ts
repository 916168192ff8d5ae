// Reports as a game server tells them, with a value in each field.

const side = (characterId: number, characterName: string) => ({
  ...{ characterId, characterName, place: { map: 'meadow', x: 1, y: 1 }, olderLines: 0 },
  lines: [{ secondsAgo: 1, scope: 'say', map: 'meadow', text: 'cheap gold' }],
});

export const toldReports = (id: string) => ({
  reports: [
    {
      ...{ reportId: id, number: 1, madeAt: '2026-11-01T12:00:00.000Z', reason: 'spam', text: 'sells gold' },
      ...{ reporter: side(1, 'Ann'), target: side(2, 'Bob') },
    },
  ],
  kept: [id],
  after: id,
});
