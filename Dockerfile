FROM node:24-slim
WORKDIR /app
RUN npm install --global pnpm@12
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json ./
COPY db/package.json db/
COPY server/package.json server/
COPY dashboard/package.json dashboard/
COPY test/package.json test/
RUN pnpm install --frozen-lockfile
COPY . .
RUN pnpm run build && mkdir -p data && chown node:node data
USER node
EXPOSE 4000
CMD ["node", "server/wallchart.js", "serve"]
