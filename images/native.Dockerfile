# A service as a native image: smaller and quicker to start than the JVM's, slower at full load.
#   docker build -f images/native.Dockerfile --build-arg SERVICE=ingest-service -t airwitness/ingest-service:0.1.0-SNAPSHOT .
ARG BUILDER=quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:jdk-25
ARG BASE=quay.io/quarkus/ubi9-quarkus-micro-image:2.0

FROM ${BUILDER} AS build
USER root
ARG SERVICE
ARG SOURCE_DATE_EPOCH=1767225600
# Where Maven Central is not reachable, see docs/operate/images.md.
ARG MAVEN_ARGS
ARG MVNW_REPOURL
WORKDIR /source
COPY . .
RUN --mount=type=secret,id=maven-settings ./mvnw -B -ntp package -Pnative -pl "${SERVICE:?say which: --build-arg SERVICE=ingest-service}" -am \
      -DskipTests -Dspotless.check.skip=true \
 && mkdir /app \
 && mv "${SERVICE}/target/airwitness-${SERVICE}-"*-runner /app/service \
 && cp "${SERVICE}/target/bom.json" /app/ \
 && find /app -exec touch -h -d "@${SOURCE_DATE_EPOCH}" {} +

FROM ${BASE}
ARG SERVICE
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Airwitness ${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.vendor="Airwitness"
WORKDIR /app
COPY --from=build /app .
USER 10001:10001
EXPOSE 8080 9000
ENTRYPOINT ["/app/service", "-Xmx96m"]
