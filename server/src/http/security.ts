import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressInfo } from 'node:net';
import { WallchartError } from '../domain/errors.ts';

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Guards a server that has no sign-in from the web pages in the same browser. A page elsewhere may make the browser send
 * requests here, or have its own name point here (DNS rebinding); so only our own names and origins are answered.
 */
export function guardAgainstForeignPages(app: FastifyInstance, configuredPort: number): void {
  let hosts = ownHosts(configuredPort);
  app.server.on('listening', () => (hosts = ownHosts((app.server.address() as AddressInfo).port)));
  app.addHook('onRequest', async (request: FastifyRequest) => {
    const { host, origin } = request.headers;
    if (!host || !hosts.includes(host.toLowerCase())) {
      throw new WallchartError(
        'FORBIDDEN_HOST',
        `This server answers to ${hosts.join(', ')} only, not to "${host ?? ''}": a page on the web must not reach it.`,
      );
    }
    if (origin !== undefined && !hosts.some((own) => origin.toLowerCase() === `http://${own}`)) {
      throw new WallchartError('FORBIDDEN_ORIGIN', `Requests from pages of ${origin} are not allowed.`);
    }
    if (isForeignSubrequest(request)) {
      throw new WallchartError(
        'FORBIDDEN_ORIGIN',
        'Requests made by pages of other sites are refused; a link is fine.',
      );
    }
  });
}

/** A link that a person follows is welcome; a picture, script, form or frame of another site is not. */
function isForeignSubrequest({ headers, method }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== 'cross-site' && site !== 'same-site') return false;
  const isLink =
    headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document' && method === 'GET';
  return !isLink;
}

function ownHosts(port: number): string[] {
  const withPort = LOOPBACK_NAMES.map((name) => `${name}:${port}`);
  return port === 80 ? [...withPort, ...LOOPBACK_NAMES] : withPort;
}

/**
 * The content security policy. Charts set style attributes in their tooltips, which is why inline styles are allowed;
 * scripts come from our own files only.
 *
 * @param scriptHashes hashes of the inline scripts of a page, as `'sha256-…'`
 */
export function contentSecurityPolicy(scriptHashes: readonly string[] = []): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scriptHashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Security headers of every answer; a page with inline scripts sets a policy of its own. */
export function setSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (_request: FastifyRequest, reply: FastifyReply) => void secured(reply));
}

/** The same for an answer that no hook sees, to an address that cannot be decoded. */
export function secured(reply: FastifyReply): FastifyReply {
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', contentSecurityPolicy());
  return reply.headers({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  });
}
