import type { HostOptions } from './host';

export interface ServedHost {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the page of the host on 127.0.0.1; see serve.mjs. */
export function serveHost(input: HostOptions & { port?: number; stylesCss?: string }): Promise<ServedHost>;
