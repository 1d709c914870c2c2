/** The process that answers large operations, started by `LargeOperations` and ended with it. */
import 'reflect-metadata';
import { HeaderMap } from '@apollo/server';
import { onBehalfOf, connect } from '@wallchart/db';
import { constants, setPriority } from 'node:os';
import pino from 'pino';
import { printStatement } from '../../database/log-statements.ts';
import { systemDb } from '../../database/open-database.ts';
import { createReadContext, type ReadContext } from '../../graphql-types/context.ts';
import { WallchartError } from '../../domain/errors.ts';
import { createApollo } from '../../graphql/apollo.ts';
import { clientGone, Operation } from '../../graphql-types/operation.ts';
import { createLoaderPool } from '../loader-pool.ts';
import { createSchema } from '../schema.ts';
import type { Answer, FromProcess, Request, Settings, ToProcess } from '../../graphql/large-operation-messages.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const JSON_HEADERS: readonly (readonly [string, string])[] = [
  ['content-type', 'application/json'],
  ['accept', 'application/json'],
];

/** Ends with the server, which waits for answers when it stops; a signal to a terminal reaches both. */
for (const signal of SIGNALS) process.on(signal, () => undefined);
process.once('disconnect', () => process.exit());
// Small questions go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

type AnswerRequest = (request: Request, operation: Operation) => Promise<Answer>;

async function open({ databaseUrl, logLevel, logSql, connections }: Settings): Promise<AnswerRequest> {
  const log = pino({ level: logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  const system = await systemDb(
    await connect({
      url: databaseUrl,
      poolSize: connections,
      applicationName: 'wallchart large operations',
      readOnly: true,
      ...(logSql && { onAnswered: printStatement }),
    }),
  );
  const services = { system, loaders: createLoaderPool(system) };
  const apollo = createApollo<ReadContext>(createSchema(), log);
  await apollo.start();
  return ({ viewer, ...request }, operation) =>
    onBehalfOf(operation, async () => {
      const { status = 200, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers: new HeaderMap(JSON_HEADERS), search: '', body: request },
        context: () => createReadContext(services, viewer, log),
      });
      if (body.kind !== 'complete')
        throw new WallchartError('INTERNAL', 'An operation returned an incremental response.');
      return { status, text: body.string, about: operation.reads.about };
    });
}

const send = (message: FromProcess): void => void process.send?.(message);

const underWay = new Map<number, Operation>();
let answerRequest: AnswerRequest | undefined;

/** A failure that is no answer ends the process, and with it what others wait for. */
process.on('message', async (message: ToProcess) => {
  if (message.kind === 'open') {
    answerRequest = await open(message.settings);
    send({ kind: 'ready' });
    return;
  }
  const { id } = message;
  if (message.kind === 'cancel') {
    underWay.get(id)?.stop(clientGone());
    return;
  }
  const operation = new Operation('');
  underWay.set(id, operation);
  const answer = await answerRequest!(message.request, operation);
  underWay.delete(id);
  if (!operation.signal?.aborted) send({ kind: 'answer', id, answer });
});
