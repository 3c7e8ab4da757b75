import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';

describe('the style sheet', () => {
  it('should be CSS without a slip: a brace that is missing would take all that follows with it', async () => {
    const { warnings } = await transform(readFileSync('styles.css', 'utf8'), { loader: 'css', logLevel: 'silent' });
    expect(warnings.map(({ text, location }) => `${String(location?.line)}: ${text}`)).toEqual([]);
  });
});
