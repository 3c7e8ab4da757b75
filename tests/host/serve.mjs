import { createServer } from 'node:http';
import { hostPage } from './bundle-host.mjs';

/**
 * Serves the page of `hostPage` on 127.0.0.1.
 *
 * @param input what `hostPage` takes, and `port` (default 0: any free one)
 * @returns `url`, `port` and `close()`
 */
export async function serveHost({ port = 0, ...input }) {
  const page = await hostPage(input);
  const answers = {
    '/': ['text/html', page.html],
    '/host.js': ['text/javascript', page.js],
    '/host-input.js': ['text/javascript', page.input],
    '/host.css': ['text/css', page.css],
  };
  const server = createServer((request, response) => {
    const answer = answers[new URL(request.url ?? '/', 'http://127.0.0.1').pathname];
    response.writeHead(answer ? 200 : 404, { 'content-type': `${answer?.[0] ?? 'text/plain'}; charset=utf-8`, 'cache-control': 'no-store' });
    response.end(answer?.[1] ?? 'Not found');
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
