{{/* Name in front of every object: the release's, with the chart's in it once. */}}
{{- define "airwitness.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* The services in the order of the flow. */}}
{{- define "airwitness.services" -}}
[ingest, track, zone, alert]
{{- end -}}

{{/* One component: its values over the defaults, and what templates need besides. Takes (dict "root" $ "name" "ingest"). */}}
{{- define "airwitness.component" -}}
{{- $own := index .root.Values .name -}}
{{- $values := mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy $own) -}}
{{- $_ := set $values "name" .name -}}
{{- $_ := set $values "fullname" (printf "%s-%s" (include "airwitness.fullname" .root) .name) -}}
{{- $_ := set $values "service" (ne .name "console") -}}
{{- toYaml $values -}}
{{- end -}}

{{- define "airwitness.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end -}}

{{- define "airwitness.labels" -}}
{{ include "airwitness.selector" . }}
app.kubernetes.io/part-of: airwitness
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* Image of a component: registry/repository/name:tag or @digest. Takes (dict "root" $ "image" map "name" "ingest-service"). */}}
{{- define "airwitness.image" -}}
{{- $global := .root.Values.image -}}
{{- $name := .image.name | default .name -}}
{{- $path := list $global.registry $global.repository $name | compact | join "/" -}}
{{- if .image.digest -}}
{{- printf "%s@%s" $path .image.digest -}}
{{- else -}}
{{- printf "%s:%s" $path (.image.tag | default $global.tag | default .root.Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{- define "airwitness.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "airwitness.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* Secrets as settings: each file is named by the setting it is. Takes (dict "root" $ "component" map). */}}
{{- define "airwitness.secretSources" -}}
{{ include "airwitness.databaseSource" . }}
{{- with include "airwitness.kafkaSources" (dict "root" .root "secretName" (.component.kafka.secretName | default (printf "%s-kafka" .component.fullname))) | trim }}
{{ . }}
{{- end }}
{{- with .component.site }}
{{- if .secretName }}
- secret:
    name: {{ .secretName }}
    items:
      - {key: username, path: airwitness.site.username}
      - {key: password, path: airwitness.site.password}
{{- end }}
{{- end }}
{{- end -}}

{{- define "airwitness.databaseSource" -}}
- secret:
    name: {{ .component.database.secretName | default (printf "%s-db" .component.fullname) }}
    items:
      - {key: username, path: quarkus.datasource.username}
      - {key: password, path: quarkus.datasource.password}
{{- end -}}

{{- define "airwitness.kafkaSources" -}}
{{- $kafka := .root.Values.kafka -}}
{{- if contains "SSL" $kafka.security }}
{{- if $kafka.ca.secretName }}
- secret:
    name: {{ $kafka.ca.secretName }}
    items:
      - {key: {{ $kafka.ca.key }}, path: kafka.ssl.truststore.certificates}
{{- end }}
{{- end }}
{{- if eq $kafka.security "SSL" }}
- secret:
    name: {{ .secretName }}
    items:
      - {key: user.crt, path: kafka.ssl.keystore.certificate.chain}
      - {key: user.key, path: kafka.ssl.keystore.key}
{{- else if hasPrefix "SASL" $kafka.security }}
- secret:
    name: {{ .secretName }}
    items:
      - {key: sasl.jaas.config, path: kafka.sasl.jaas.config}
{{- end }}
{{- end -}}

{{/* Kafka, as environment variables. */}}
{{- define "airwitness.kafkaConfig" -}}
{{- $kafka := .Values.kafka -}}
KAFKA_BOOTSTRAP_SERVERS: {{ required "kafka.bootstrapServers is required: host:port of one or more brokers" $kafka.bootstrapServers | quote }}
KAFKA_SECURITY_PROTOCOL: {{ $kafka.security | quote }}
{{- if eq $kafka.security "SSL" }}
KAFKA_SSL_KEYSTORE_TYPE: PEM
{{- end }}
{{- if and (contains "SSL" $kafka.security) $kafka.ca.secretName }}
KAFKA_SSL_TRUSTSTORE_TYPE: PEM
{{- end }}
{{- if hasPrefix "SASL" $kafka.security }}
KAFKA_SASL_MECHANISM: {{ $kafka.saslMechanism | quote }}
{{- end }}
{{- end -}}

{{/* Where certificates of others are mounted. */}}
{{- define "airwitness.secrets" -}}/var/run/secrets/airwitness{{- end -}}

{{/* Port of a URL. */}}
{{- define "airwitness.urlPort" -}}
{{- $host := (urlParse .).host -}}
{{- $port := regexFind ":[0-9]+$" $host | trimPrefix ":" -}}
{{- $port | default (ternary "443" "80" (hasPrefix "https:" .)) -}}
{{- end -}}

{{/* Annotations that make pods follow the settings they were started with. */}}
{{- define "airwitness.podAnnotations" -}}
{{- $annotations := dict -}}
{{- $_ := set $annotations "checksum/config" (include "airwitness.config" . | sha256sum) -}}
{{- mergeOverwrite $annotations (deepCopy .component.podAnnotations) | toYaml -}}
{{- end -}}

{{/* Settings of one component as environment variables. Takes (dict "root" $ "component" map). */}}
{{- define "airwitness.config" -}}
{{- $values := .root.Values -}}
{{- $secrets := include "airwitness.secrets" . -}}
# The pod waits before it is told to end (preStop): the service need not.
QUARKUS_SHUTDOWN_DELAY: 0S
QUARKUS_SHUTDOWN_TIMEOUT: {{ printf "%vs" .component.shutdown.timeoutSeconds | quote }}
{{- if .component.service }}
{{ include "airwitness.kafkaConfig" .root }}
{{- $host := required "postgresql.host is required: name or address of the server" $values.postgresql.host }}
QUARKUS_DATASOURCE_REACTIVE_URL: {{ printf "postgresql://%s:%v/%s" $host $values.postgresql.port $values.postgresql.database | quote }}
QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE: {{ $values.postgresql.tls | quote }}
{{- if $values.postgresql.ca.secretName }}
QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM: "true"
QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS: {{ $secrets }}/postgresql-ca/ca.crt
{{- end }}
{{- if eq $values.postgresql.tls "verify-full" }}
QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM: HTTPS
{{- end }}
QUARKUS_OIDC_AUTH_SERVER_URL: {{ required "oidc.url is required: address of the OpenID provider" $values.oidc.url | quote }}
QUARKUS_OIDC_TOKEN_AUDIENCE: {{ $values.oidc.audience | quote }}
{{- if $values.oidc.issuer }}
QUARKUS_OIDC_TOKEN_ISSUER: {{ $values.oidc.issuer | quote }}
{{- end }}
{{- if $values.oidc.ca.secretName }}
QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME: oidc
QUARKUS_TLS_OIDC_TRUST_STORE_PEM_CERTS: {{ $secrets }}/oidc-ca/ca.crt
{{- end }}
{{- end }}
{{- if and .component.service $values.tracing.endpoint }}
QUARKUS_OTEL_SDK_DISABLED: "false"
QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT: {{ $values.tracing.endpoint | quote }}
QUARKUS_OTEL_TRACES_SAMPLER_ARG: {{ $values.tracing.ratio | quote }}
{{- end }}
{{- if eq .component.name "ingest" }}
AIRWITNESS_MQTT_PLAIN: {{ $values.mqtt.plain | quote }}
AIRWITNESS_MQTT_TLS_CERTIFICATE: {{ $secrets }}/mqtt/tls.crt
AIRWITNESS_MQTT_TLS_KEY: {{ $secrets }}/mqtt/tls.key
AIRWITNESS_SITE_ENABLED: {{ .component.site.enabled | quote }}
{{- else if eq .component.name "alert" }}
AIRWITNESS_WEBHOOKS_REFUSED_RANGES: {{ $values.networkPolicy.internal | join "," | quote }}
{{- else if eq .component.name "zone" }}
AIRWITNESS_ZONES_SOURCES_REFUSED_RANGES: {{ $values.networkPolicy.internal | join "," | quote }}
{{- else if eq .component.name "console" }}
{{- range (include "airwitness.services" .root | fromYamlArray) }}
AIRWITNESS_GATEWAY_SERVICES_{{ upper . }}: {{ printf "http://%s-%s:8080" (include "airwitness.fullname" $.root) . | quote }}
{{- end }}
AIRWITNESS_GATEWAY_OIDC_AUTHORITY: {{ $values.oidc.publicUrl | default $values.oidc.url | required "oidc.url is required: address of the OpenID provider" | quote }}
AIRWITNESS_GATEWAY_OIDC_CLIENT_ID: {{ $values.oidc.clientId | quote }}
{{- end }}
{{- range $name, $value := .component.config }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end -}}
