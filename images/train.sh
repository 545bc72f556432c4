#!/bin/bash
# Records what the service in this directory loads when it starts, which makes every later start
# short. It needs no neighbours: it starts without them, and is ended once it lives.
set -eu

export QUARKUS_OIDC_TENANT_ENABLED=false QUARKUS_LOG_LEVEL=ERROR QUARKUS_SHUTDOWN_DELAY=0S
export KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:9
export QUARKUS_DATASOURCE_REACTIVE_URL=postgresql://127.0.0.1:9/none

JDK_JAVA_OPTIONS="@/app/jvm.options -Xmx768m -XX:MaxMetaspaceSize=256m" \
  java -XX:AOTCacheOutput=airwitness.aot \
  -jar quarkus-run.jar &
service=$!

answers() {
  exec 3<>/dev/tcp/127.0.0.1/9000 || return 1
  printf 'GET /q/%s HTTP/1.0\r\n\r\n' "$1" >&3
  grep -q "$2" <&3
}

for second in {1..120}; do
  if answers health/live '200 OK' 2>/dev/null; then
    answers metrics '200 OK'
    answers health/ready '503' || true
    break
  fi
  kill -0 "$service"
  sleep 1
done

kill "$service"
wait "$service" || true
test -s airwitness.aot
