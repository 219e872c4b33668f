# The same steps as `make run`: front end, hashed lock, install, demo graph, serve.
FROM node:22-slim AS front
WORKDIR /app/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci --ignore-scripts
COPY web .
RUN npm run build

FROM python:3.11-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev
WORKDIR /app
RUN python -m venv /app/.venv
COPY requirements.lock requirements-compile.lock ./
RUN .venv/bin/python -m pip install --no-cache-dir --require-hashes -r requirements.lock \
 && python -m pip install --no-cache-dir --require-hashes -r requirements-compile.lock
COPY pyproject.toml README.md compiled.py ./
COPY graph graph
COPY service service
COPY seeds seeds
COPY --from=front /app/service/static service/static
RUN python compiled.py \
 && .venv/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation . \
 && .venv/bin/luocdo demo --database var/luocdo.db

FROM python:3.11-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /app luocdo
WORKDIR /app
COPY --from=build /app/.venv .venv
COPY --from=build --chown=luocdo:luocdo /app/var var
USER luocdo
ENV PATH=/app/.venv/bin:$PATH \
    LUOCDO_DATABASE=var/luocdo.db \
    LUOCDO_HOST=0.0.0.0 \
    LUOCDO_PORT=8000
EXPOSE 8000
VOLUME /app/var
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
CMD ["luocdo", "serve"]
