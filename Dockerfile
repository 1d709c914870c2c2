FROM node:24-slim
WORKDIR /app
RUN npm install --global pnpm@12
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json ./
COPY db/package.json db/
COPY server/package.json server/
COPY dashboard/package.json dashboard/
COPY dashboard/charts/package.json dashboard/charts/
COPY test/package.json test/
RUN pnpm install --frozen-lockfile
COPY . .
RUN pnpm run build && mkdir -p data && chown node:node data
USER node
EXPOSE 4000
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=30 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/wallchart.js", "serve"]
