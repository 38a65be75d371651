# One image for every program of the product: worker, API, pages, migrations and the jobs that prepare the servers.
# The engine's schema tool is taken from the engine's own image, so that both always have the same version.
ARG TEMPORAL_VERSION=1.32.2
FROM temporalio/admin-tools:${TEMPORAL_VERSION} AS engine-tools

FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Generated from the schema; bundled once, so that a worker starts without a compiler; the pages' style sheet likewise.
RUN node scripts/generate.ts && node scripts/bundle.ts dist/workflows.js && node scripts/assets.ts dist/assets
# What runs needs neither the development tools nor the Node and Postgres that npm brings for a laptop.
RUN npm ci --omit=dev --omit=optional

FROM node:24-bookworm-slim
ENV NODE_ENV=production TZ=UTC WORKFLOW_BUNDLE=/app/dist/workflows.js WEB_ASSETS=/app/dist/assets
WORKDIR /app
COPY --from=engine-tools /usr/local/bin/temporal-sql-tool /usr/local/bin/temporal-sql-tool
COPY --from=build /build ./
# Where a volume for the anchor of the audit is mounted: a new one takes its owner from here.
RUN install -d -o node -g node /anchor
USER node
CMD ["node", "api/main.ts"]
