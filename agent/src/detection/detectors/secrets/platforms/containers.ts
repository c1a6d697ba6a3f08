import type { Candidate } from "../../../candidate.ts";
import type { Detector } from "../../../detector.ts";
import { claimsOf } from "./json-web-token.ts";
import { prefixedToken } from "./prefixed-token.ts";
import { settingKey } from "./setting-key.ts";

const around = ({ text, start, end }: Candidate) => text.slice(Math.max(0, start - 300), end + 100);
const decoded = (value: string) => Buffer.from(value, "base64").toString("latin1");

/** Kubernetes, Docker and what runs them. */
export const CONTAINERS: readonly Detector[] = [
  settingKey({
    id: "docker-registry-auth",
    entityType: "SECRET_DOCKER_AUTH",
    names: ["auth"],
    keys: ["<base64:12-1600><pad:0-2>"],
    check: ({ value, before }) =>
      !/_auth["']?\s{0,4}[=:]\s{0,4}["']?$/i.test(before) &&
      /^[\x21-\x39\x3b-\x7e]{1,100}:[\x20-\x7e]{3,1200}$/.test(decoded(value))
        ? { reasons: ["decodes to user and password"], confidence: 0.9 }
        : null,
    references: ["docs.docker.com/reference/cli/docker/login"],
    examples: {
      match: ['{"auths": {"https://index.docker.io/v1/": {"auth": "{{basic:d}}"}}}', '"auth": "{{basic:e}}"'],
      ignore: ['"auth": "{{base64:16:a}}"', "auth: required1234"],
    },
  }),
  {
    ...prefixedToken({
      id: "docker-config-encoded",
      entityType: "SECRET_DOCKER_AUTH",
      tokens: [
        "eyJhdXRocyI6<base64:40-3000><pad:0-2>",
        "ewogICJhdXRocyI6<base64:40-3000><pad:0-2>",
        "ewoJImF1dGhzIjo<base64:40-3000><pad:0-2>",
      ],
      references: ["kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry"],
    }),
  },
  {
    ...settingKey({
      id: "kubernetes-client-key",
      entityType: "SECRET_KUBERNETES",
      names: ["client key data"],
      keys: ["LS0tLS1CRUdJTi<base64:100-6000><pad:0-2>"],
      references: ["kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig"],
    }),
  },
  {
    ...prefixedToken({
      id: "kubernetes-service-account-token",
      entityType: "SECRET_KUBERNETES",
      tokens: ["eyJ<base64url:20-300>.eyJ<base64url:60-2000>.<base64url:86-700>"],
      check: ({ value }) => {
        const claims = claimsOf(value);
        const isServiceAccount =
          String(claims?.["sub"]).startsWith("system:serviceaccount:") ||
          claims?.["iss"] === "kubernetes/serviceaccount";
        return isServiceAccount
          ? { reasons: ["JSON Web Token", "of a service account"], confidence: 0.98 }
          : null;
      },
      references: ["kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin"],
    }),
    examples: {
      match: [
        `token: ${"eyJ"}hbGciOiJSUzI1NiIsImtpZCI6IiJ9.eyJpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50Iiwic3ViIjoic3lzdGVtOnNlcnZpY2VhY2NvdW50OmRlZmF1bHQ6aHIifQ.{{base64url:342:s}}`,
      ],
      ignore: ["{{jwt:a}}", "eyJ{{base64url:30:a}}.eyJ{{base64url:80:b}}.{{base64url:100:c}}"],
    },
  },
  settingKey({
    id: "kubernetes-bootstrap-token",
    entityType: "SECRET_KUBERNETES",
    names: ["token", "bootstrap token", "--token"],
    keys: ["<alnum:6>.<alnum:16>"],
    check: (candidate) =>
      /kubeadm|bootstrap|discovery-token/i.test(around(candidate))
        ? { reasons: ["token that lets a node join"] }
        : null,
    references: ["kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens"],
    examples: {
      match: ["kubeadm join 10.0.0.1:6443 --token {{alnum:6:a}}.{{alnum:16:b}}"],
      ignore: ["token: {{alnum:6:a}}.{{alnum:16:b}}", "kubeadm join --token abc.def"],
    },
  }),
  prefixedToken({
    id: "openshift-token",
    entityType: "SECRET_OPENSHIFT",
    tokens: ["sha256~<base64url:43>"],
    references: ["docs.openshift.com"],
  }),
  prefixedToken({
    id: "rancher-token",
    entityType: "SECRET_RANCHER",
    tokens: [
      "token-<alnum:5>:<alnum:54>",
      "kubeconfig-user-<alnum:5>:<alnum:54>",
      "kubeconfig-u-<alnum:10-16>:<alnum:54>",
      "kubeconfig-user-<alnum:10-16>:<alnum:54>",
    ],
    references: ["ranchermanager.docs.rancher.com/reference-guides/user-settings/api-keys"],
  }),
  prefixedToken({
    id: "portainer-token",
    entityType: "SECRET_PORTAINER",
    tokens: ["ptr_<base64:43>=", "ptr_<base64:44>"],
    references: ["docs.portainer.io/api/access"],
  }),
];
