import { expect, it } from 'vitest';
import { askedTogether } from '../../../src/surfaces/media/asked-together.ts';

it('asks about all that came while a question was under way in one', async () => {
  const questions: (readonly string[])[] = [];
  const holds = askedTogether(async (texts) => {
    questions.push(texts);
    return new Set(texts.filter((text) => text !== 'b'));
  });
  const answers = ['a', 'b', 'c', 'b'].map(holds);
  expect(await Promise.all(answers)).toEqual([true, false, true, false]);
  expect(questions).toEqual([['a'], ['b', 'c']]);
  expect(await holds('d')).toBe(true);
});

it('tells a failure to those who were asked about, and goes on', async () => {
  const holds = askedTogether(async ([first = '']) => {
    if (first === 'a') throw new Error('no engine');
    return new Set([first]);
  });
  const [failed, next] = [holds('a'), holds('b')];
  await expect(failed).rejects.toThrow('no engine');
  expect(await next).toBe(true);
});
