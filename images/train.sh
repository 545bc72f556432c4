#!/bin/bash
# Records what the service in this directory loads when it starts, which makes every later start
# short. It needs no neighbours: it starts without them, and is ended once it lives.
set -eu

fail() {
  echo "train.sh: $*" >&2
  exit 1
}

export QUARKUS_MANAGEMENT_PORT="${QUARKUS_MANAGEMENT_PORT:-9000}"
export QUARKUS_OIDC_TENANT_ENABLED=false QUARKUS_LOG_LEVEL=ERROR QUARKUS_SHUTDOWN_DELAY=0S
export KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:9
export QUARKUS_DATASOURCE_REACTIVE_URL=postgresql://127.0.0.1:9/none

answers() {
  exec 3<>"/dev/tcp/127.0.0.1/$QUARKUS_MANAGEMENT_PORT" || return 1
  printf 'GET /q/%s HTTP/1.0\r\n\r\n' "$1" >&3
  grep -q "$2" <&3
}

if (exec 3<>"/dev/tcp/127.0.0.1/$QUARKUS_MANAGEMENT_PORT") 2>/dev/null; then
  fail "something listens on port $QUARKUS_MANAGEMENT_PORT already; end it, or set QUARKUS_MANAGEMENT_PORT to a free one"
fi

JDK_JAVA_OPTIONS="@/app/jvm.options -Xmx768m -XX:MaxMetaspaceSize=256m" \
  java -XX:AOTCacheOutput=airwitness.aot \
  -jar quarkus-run.jar &
service=$!

lives=
for second in {1..120}; do
  if answers health/live '200 OK' 2>/dev/null; then
    lives=yes
    answers metrics '200 OK' || fail "the service lives and has no metrics"
    answers health/ready '503' || true
    break
  fi
  kill -0 "$service" 2>/dev/null || fail "the service ended before it lived, see above"
  sleep 1
done

kill "$service"
wait "$service" || true
test -n "$lives" || fail "the service did not live within two minutes"
test -s airwitness.aot || fail "the JVM wrote no airwitness.aot"
