# The console's server and the commands of an installation. Like jvm.Dockerfile, and the page is built first, for which Node is needed:
#   docker build -f images/console.Dockerfile -t airwitness/console:0.1.0-SNAPSHOT .
ARG NODE=docker.io/library/node:22-bookworm-slim
ARG JDK=docker.io/library/eclipse-temurin:25-jdk
ARG JRE=docker.io/library/eclipse-temurin:25-jre

FROM ${NODE} AS page
ARG NPM_CONFIG_REGISTRY
WORKDIR /source/console
COPY console .
RUN npm ci --no-audit --no-fund && npm run build

FROM ${JDK} AS build
ARG SOURCE_DATE_EPOCH=1767225600
# Where Maven Central is not reachable, see docs/operate/images.md.
ARG MAVEN_ARGS
ARG MVNW_REPOURL
WORKDIR /source
COPY . .
COPY --from=page /source/console/target console/target
# The page is there already: in place of npm there is nothing to do.
RUN --mount=type=secret,id=maven-settings ./mvnw -B -ntp package -pl console-service -am -DskipTests -Dspotless.check.skip=true -Dnpm=true \
 && mv console-service/target/quarkus-app /app \
 && cp console-service/target/bom.json images/jvm.options images/train.sh /app/ \
 && find /app -exec touch -h -d "@${SOURCE_DATE_EPOCH}" {} +

FROM ${JRE} AS train
WORKDIR /app
COPY --from=build /app .
RUN bash train.sh && rm train.sh

FROM ${JRE}
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Airwitness console" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.vendor="Airwitness"
WORKDIR /app
COPY --from=train /app .
USER 10001:10001
EXPOSE 8080 9000
ENV JDK_JAVA_OPTIONS="@/app/jvm.options" MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=32000
ENTRYPOINT ["java", "-XX:AOTCache=airwitness.aot", "-jar", "quarkus-run.jar"]
