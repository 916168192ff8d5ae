import { describe, expect, it } from '@jest/globals';
import { Seat, Seats } from '#application/seats/seats.js';
import { nilAccountId } from '#domain/player/character-sheet.js';

function seated(seats: Seats, session: number, name: string, row: number): Seat {
  const seat = new Seat(session, nilAccountId, name);
  seats.add(seat);
  seats.enterWorld(seat, session, 100 + row, row);
  return seat;
}

describe('seats', () => {
  it('are found by session, by name and by row, and nowhere once they are removed', () => {
    const seats = new Seats(10);
    const ada = seated(seats, 1, 'Ada', 3);
    const bob = seated(seats, 2, 'Bob', 4);
    expect([seats.find(1), seats.findByName(ada.nameKey), seats.at(3)]).toEqual([ada, ada, ada]);
    seats.remove(ada);
    expect([seats.find(1), seats.findByName('ada'), seats.at(3), seats.rowOf(1)]).toEqual([
      ...[undefined, undefined, undefined],
      0,
    ]);
    expect([...seats.all()]).toEqual([bob]);
  });

  it('whose session is gone stay at their row, and leave the number to another session', () => {
    const seats = new Seats(10);
    const ada = seated(seats, 1, 'Ada', 3);
    seats.linger(ada);
    const bob = seated(seats, 1, 'Bob', 4);
    seats.remove(ada);
    expect([seats.find(1), seats.rowOf(1), seats.at(3)]).toEqual([bob, 4, undefined]);
  });

  it('are one for a session and one for a character', () => {
    const seats = new Seats(10);
    seats.add(new Seat(1, nilAccountId, 'Ada'));
    expect(() => seats.add(new Seat(1, nilAccountId, 'Bob'))).toThrow('session 1 has a seat already');
    expect(() => seats.add(new Seat(2, nilAccountId, 'ADA'))).toThrow('two seats for one character');
  });
});
