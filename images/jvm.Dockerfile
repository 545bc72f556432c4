# A service as a JVM image. Build it at the root of the project, see docs/operate/images.md:
#   docker build -f images/jvm.Dockerfile --build-arg SERVICE=ingest-service -t airwitness/ingest-service:0.1.0-SNAPSHOT .
# Both bases may be given by digest. The second one trains and runs: its cache fits no other JVM.
ARG JDK=docker.io/library/eclipse-temurin:25-jdk
ARG JRE=docker.io/library/eclipse-temurin:25-jre

FROM ${JDK} AS build
ARG SERVICE
ARG SOURCE_DATE_EPOCH=1767225600
# Where Maven Central is not reachable, see docs/operate/images.md.
ARG MAVEN_ARGS
ARG MVNW_REPOURL
WORKDIR /source
COPY . .
# The times of files are part of the image, and the cache below compares them.
RUN --mount=type=secret,id=maven-settings ./mvnw -B -ntp package -pl "${SERVICE:?say which: --build-arg SERVICE=ingest-service}" -am \
      -DskipTests -Dspotless.check.skip=true \
 && mv "${SERVICE}/target/quarkus-app" /app \
 && cp "${SERVICE}/target/bom.json" images/jvm.options images/train.sh /app/ \
 && find /app -exec touch -h -d "@${SOURCE_DATE_EPOCH}" {} +

FROM ${JRE} AS train
ARG SERVICE
WORKDIR /app
COPY --from=build /app .
RUN bash train.sh && rm train.sh

FROM ${JRE}
ARG SERVICE
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Airwitness ${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.vendor="Airwitness"
WORKDIR /app
COPY --from=train /app .
USER 10001:10001
EXPOSE 8080 9000
# From 32 kB on, memory of the C library is mapped by itself, so that what compilers took goes back and leaves no holes.
ENV JDK_JAVA_OPTIONS="@/app/jvm.options" MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=32000
ENTRYPOINT ["java", "-XX:AOTCache=airwitness.aot", "-jar", "quarkus-run.jar"]
