import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/** PostGraphile with its aggregates over the schema `bench`. Settings: DATABASE_URL, PORT. */
const port = Number(process.env['PORT']);
const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PgAggregatesPreset],
  pgServices: [
    makePgService({ connectionString: process.env['DATABASE_URL'] ?? '', schemas: ['bench'], poolConfig: { max: 10 } }),
  ],
  grafserv: { port, graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});
const server = createServer();
server.on('error', (error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
const serv = instance.createServ(grafserv);
await serv.addTo(server);
await serv.ready();
server.listen(port, '127.0.0.1', () => process.send?.('ready'));
