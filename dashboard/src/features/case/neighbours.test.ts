import { describe, expect, it } from 'vitest';
import { neighboursOf } from './neighbours.ts';

describe('neighbours of a case', () => {
  it('are the ones before and after it in the list', () => {
    expect(neighboursOf('b', ['a', 'b', 'c'])).toEqual({ at: 2, previous: 'a', next: 'c' });
  });
  it('end with the list and do not run round', () => {
    expect(neighboursOf('a', ['a', 'b'])).toEqual({ at: 1, previous: null, next: 'b' });
    expect(neighboursOf('b', ['a', 'b']).next).toBeNull();
  });
  it('are none for a case outside the list', () => {
    expect(neighboursOf('x', ['a'])).toEqual({ at: null, previous: null, next: null });
  });
});
