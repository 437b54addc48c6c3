# Two images from one build: `service` (API, worker, migrations) and `console` (the files of the console behind nginx).
FROM node:22-slim AS build
WORKDIR /minqing
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-slim AS service
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps
WORKDIR /minqing
COPY --from=build /minqing/node_modules node_modules
COPY --from=build /minqing/dist dist
COPY package.json ./
COPY policies policies
COPY prisma/migrations prisma/migrations
RUN mkdir -p /var/lib/minqing && chown node:node /var/lib/minqing
USER node
ENTRYPOINT ["node"]
CMD ["dist/apps/api/main.js"]

FROM nginxinc/nginx-unprivileged:1.29-alpine AS console
COPY infra/console.conf /etc/nginx/conf.d/default.conf
COPY --from=build /minqing/dist/console /usr/share/nginx/html
