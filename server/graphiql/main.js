import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const DEFAULT_QUERY = `query Towns {
  orgUnit(code: "350322") {
    name
    report(campaign: "county-2014") {
      asOf
      metrics(ids: [IDENTIFIED, RECTIFIED, RECTIFICATION_RATE]) { id value illustrative }
    }
    children { name report(campaign: "county-2014") { metrics(ids: [IDENTIFIED, RECTIFIED]) { id value } } }
  }
}
`;

/** Sends a query to this server; nothing goes anywhere else. */
async function fetcher(params) {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return answer.json();
}

createRoot(document.getElementById('graphiql')).render(
  createElement(GraphiQL, { fetcher, defaultQuery: DEFAULT_QUERY }),
);
