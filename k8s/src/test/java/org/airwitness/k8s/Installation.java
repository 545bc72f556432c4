package org.airwitness.k8s;

/** Installations that differ as much as the chart allows. */
enum Installation {
  SMALLEST("{}"),

  /** Everything that can be switched on. */
  FULL(
      """
      image: {registry: registry.example, tag: v1}
      imagePullSecrets: [{name: pull}]
      kafka:
        bootstrapServers: "a.example:9093,b.example:9094"
        security: SSL
        ca: {secretName: kafka-ca}
        peers: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kafka}}}]
      postgresql: {tls: verify-full, ca: {secretName: postgres-ca}}
      oidc: {publicUrl: "https://login.example/realms/a", issuer: any, ca: {secretName: oidc-ca}}
      mqtt:
        plain: true
        tls: {secretName: door}
        service: {type: LoadBalancer, nodePort: 31883, loadBalancerClass: x, annotations: {a: b},
          loadBalancerSourceRanges: [192.0.2.0/24], externalTrafficPolicy: Local}
        route: {tls: true, tcp: true, parentRefs: [{name: gateway}], hostnames: [mqtt.example]}
      ingress: {enabled: true, className: nginx, host: airwitness.example, tlsSecretName: web,
        annotations: {a: b}}
      httpRoute: {enabled: true, parentRefs: [{name: gateway}], hostnames: [airwitness.example]}
      defaults:
        priorityClassName: high
        podAnnotations: {a: b}
        podLabels: {team: watch}
        nodeSelector: {pool: general}
        tolerations: [{key: dedicated, operator: Exists}]
        affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: []}}
        extraEnv: [{name: LANG, value: C}]
        extraVolumes: [{name: terrain, persistentVolumeClaim: {claimName: terrain}}]
        extraVolumeMounts: [{name: terrain, mountPath: /terrain, readOnly: true}]
        autoscaling: {by: cpu}
      ingest: {site: {enabled: true, secretName: site, port: 1884}}
      track: {autoscaling: {by: lag, prometheusUrl: "http://prometheus:9090"}}
      console: {topologySpreadConstraints: [], autoscaling: {by: none}}
      platformSecretName: platform
      agencies:
        - {id: oslo-police, name: Oslo police, secretName: oslo,
           sensors: [{id: roof-1, name: Roof, format: dronescout}]}
        - {id: harbour, name: Harbour}
      test: {secretName: check}
      monitoring: {serviceMonitor: always, rules: always, dashboards: true, labels: {a: b}}
      tracing: {endpoint: "http://collector.example:4318", ratio: 0.1}
      """),

  /** Passwords for Kafka, no policies, nothing monitored. */
  SASL(
      """
      kafka: {security: SASL_SSL, ca: {secretName: kafka-ca}, ports: [9095], topics: {create: false}}
      networkPolicy: {enabled: false}
      monitoring: {serviceMonitor: never, rules: never}
      mqtt: {service: {type: NodePort}}
      """);

  private final String values;

  Installation(String values) {
    this.values = values;
  }

  Manifests render() {
    return Chart.render(values);
  }
}
