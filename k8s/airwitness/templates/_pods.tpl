{{/* Environment of the step that migrates and ends: nothing but the schema's owner. */}}
{{- define "airwitness.migrationEnv" -}}
{{- $pg := .Values.postgresql -}}
{{- $tls := printf "?sslmode=%s" $pg.tls -}}
{{- if $pg.ca.secretName }}{{ $tls = printf "%s&sslrootcert=%s/postgresql-ca/ca.crt" $tls (include "airwitness.secrets" .) }}
{{- else if hasPrefix "verify" $pg.tls }}{{ $tls = printf "%s&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" $tls }}{{ end -}}
- {name: QUARKUS_INIT_AND_EXIT, value: "true"}
- {name: QUARKUS_FLYWAY_MIGRATE_AT_START, value: "true"}
- name: QUARKUS_FLYWAY_JDBC_URL
  value: {{ printf "jdbc:postgresql://%s:%v/%s%s" $pg.host $pg.port $pg.database $tls | quote }}
- {name: QUARKUS_OIDC_TENANT_ENABLED, value: "false"}
{{- end -}}

{{/* Certificates of those who are outside. */}}
{{- define "airwitness.caMounts" -}}
{{- range $of := list "postgresql" "oidc" }}
{{- if (index $.root.Values $of).ca.secretName }}
- name: {{ $of }}-ca
  mountPath: {{ include "airwitness.secrets" $ }}/{{ $of }}-ca
  readOnly: true
{{- end }}
{{- end }}
{{- end -}}

{{- define "airwitness.caVolumes" -}}
{{- range $of := list "postgresql" "oidc" }}
{{- $ca := (index $.root.Values $of).ca }}
{{- if $ca.secretName }}
- name: {{ $of }}-ca
  secret:
    secretName: {{ $ca.secretName }}
    defaultMode: 0440
    items:
      - {key: {{ $ca.key }}, path: ca.crt}
{{- end }}
{{- end }}
{{- end -}}

{{- define "airwitness.mqttSecret" -}}
{{- .Values.mqtt.tls.secretName | default (printf "%s-mqtt-tls" (include "airwitness.fullname" .)) -}}
{{- end -}}

{{- define "airwitness.ports" -}}
ports:
{{- range .ports }}
  - {port: {{ . }}, protocol: TCP}
{{- end }}
{{- end -}}

{{/*
Pod of a command of the console's image that ends. Takes (dict "root" $ "name" "topics" "args" list
"sources" what is projected into settings, "volumes" and "mounts" of its own).
*/}}
{{- define "airwitness.commandPod" -}}
{{- $console := include "airwitness.component" (dict "root" .root "name" "console") | fromYaml -}}
automountServiceAccountToken: false
enableServiceLinks: false
# A pod that failed stays, with its log.
restartPolicy: Never
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $console.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with $console.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $console.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  {{- include "airwitness.podSecurity" .root | nindent 2 }}
containers:
  - name: {{ .name }}
    image: {{ include "airwitness.image" (dict "root" .root "image" $console.image "name" "console") | quote }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args:
      {{- toYaml .args | nindent 6 }}
    env:
      # People read what a command says.
      - {name: QUARKUS_LOG_CONSOLE_JSON_ENABLED, value: "false"}
      {{- if .root.Values.oidc.ca.secretName }}
      - {name: QUARKUS_TLS_OIDC_TRUST_STORE_PEM_CERTS, value: {{ include "airwitness.secrets" . }}/oidc-ca/ca.crt}
      {{- end }}
      {{- range $name, $value := .env }}
      - {name: {{ $name }}, value: {{ $value | quote }}}
      {{- end }}
    securityContext:
      {{- include "airwitness.containerSecurity" .root | nindent 6 }}
    resources:
      {{- toYaml $console.resources | nindent 6 }}
    volumeMounts:
      - name: tmp
        mountPath: /tmp
      {{- with .sources }}
      - name: config
        mountPath: {{ include "airwitness.secrets" $ }}/config
        readOnly: true
      {{- end }}
      {{- with .mounts }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
      {{- if .root.Values.oidc.ca.secretName }}
      - name: oidc-ca
        mountPath: {{ include "airwitness.secrets" . }}/oidc-ca
        readOnly: true
      {{- end }}
volumes:
  - name: tmp
    emptyDir:
      sizeLimit: 64Mi
  {{- with .sources }}
  - name: config
    projected:
      defaultMode: 0440
      sources:
        {{- . | nindent 8 }}
  {{- end }}
  {{- with .volumes }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- with .root.Values.oidc.ca }}
  {{- if .secretName }}
  - name: oidc-ca
    secret:
      secretName: {{ .secretName }}
      defaultMode: 0440
      items:
        - {key: {{ .key }}, path: ca.crt}
  {{- end }}
  {{- end }}
{{- end -}}
