import type { Candidate } from "../../../candidate.ts";
import { bech32 } from "../../../checks/bech32.ts";
import type { Detector } from "../../../detector.ts";
import { prefixedToken } from "./prefixed-token.ts";
import { settingKey } from "./setting-key.ts";

/** WireGuard's keys have the form of any 32 bytes; the configuration around them tells. */
const inWireguard = ({ name, text, start, end }: Candidate) =>
  /wireguard|wg/i.test(name) ||
  /\[Interface\]|\[Peer\]|AllowedIPs|wireguard/i.test(text.slice(Math.max(0, start - 300), end + 300))
    ? { reasons: ["32 bytes in base64, in a configuration of WireGuard"], confidence: 0.9 }
    : null;

export const VAULTS: readonly Detector[] = [
  prefixedToken({
    id: "terraform-cloud-token",
    entityType: "SECRET_TERRAFORM_CLOUD",
    tokens: ["<base62:14>.atlasv1.<base64url:60-70>"],
    references: ["developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens"],
  }),
  prefixedToken({
    id: "vault-token",
    entityType: "SECRET_HASHICORP_VAULT",
    tokens: ["hvs.<base64url:24-300>", "hvb.<base64url:90-400>", "hvr.<base64url:24-300>"],
    references: ["developer.hashicorp.com/vault/docs/concepts/tokens"],
  }),
  settingKey({
    id: "vault-old-token",
    entityType: "SECRET_HASHICORP_VAULT",
    names: [
      "*vault token",
      "x vault token",
      "client token",
      "*vault root token",
      "initial root token",
      "*root token",
    ],
    keys: ["s.<base62:24>", "b.<base64url:60-300>"],
    references: ["developer.hashicorp.com/vault/docs/concepts/tokens"],
    examples: {
      match: ["Initial Root Token: s.{{base62:24:r}}", "VAULT_TOKEN=s.{{base62:24:q}}"],
      ignore: ["VAULT_TOKEN=s.{{base62:20:q}}", "s.{{base62:24:q}}"],
    },
  }),
  settingKey({
    id: "vault-unseal-key",
    entityType: "SECRET_VAULT_UNSEAL_KEY",
    names: [
      "unseal key",
      "unseal key 1",
      "unseal key 2",
      "unseal key 3",
      "unseal key 4",
      "unseal key 5",
      "recovery key 1",
    ],
    keys: ["<base64:44>", "<base64:43>=", "<hex:66>"],
    references: ["developer.hashicorp.com/vault/docs/concepts/seal"],
  }),
  prefixedToken({
    id: "doppler-token",
    entityType: "SECRET_DOPPLER",
    tokens: [
      "dp.pt.<base62:40-44>",
      "dp.st.<base62:40-44>",
      "dp.ct.<base62:40-44>",
      "dp.sa.<base62:40-44>",
      "dp.said.<base62:40-44>",
      "dp.scim.<base62:40-44>",
      "dp.audit.<base62:40-44>",
      "dp.st.<base64url:2-35>.<base62:40-44>",
    ],
    references: ["docs.doppler.com/reference/auth-token-formats"],
  }),
  prefixedToken({
    id: "onepassword-service-token",
    entityType: "SECRET_ONEPASSWORD",
    tokens: ["ops_eyJ<base64:200-1200><pad:0-3>", "ops_eyJ<base64url:200-1200>"],
    references: ["developer.1password.com/docs/service-accounts"],
  }),
  prefixedToken({
    id: "onepassword-secret-key",
    entityType: "SECRET_ONEPASSWORD_KEY",
    tokens: [
      "A3-<ALNUM:6>-<ALNUM:6>-<ALNUM:5>-<ALNUM:5>-<ALNUM:5>-<ALNUM:5>",
      "A3-<ALNUM:6>-<ALNUM:11>-<ALNUM:5>-<ALNUM:5>-<ALNUM:5>",
    ],
    references: ["support.1password.com/secret-key-security"],
  }),
  prefixedToken({
    id: "infisical-token",
    entityType: "SECRET_INFISICAL",
    tokens: ["st.<hex:24>.<hex:32>.<hex:32>", "st.<uuid>.<hex:32>.<hex:32>"],
    references: ["infisical.com/docs/documentation/platform/token"],
  }),
  settingKey({
    id: "akeyless-key",
    entityType: "SECRET_AKEYLESS",
    brands: ["akeyless"],
    keys: ["<base64:43>="],
    references: ["docs.akeyless.io/docs/api-key"],
  }),
  prefixedToken({
    id: "pulumi-token",
    entityType: "SECRET_PULUMI",
    tokens: ["pul-<hex:40>"],
    references: ["pulumi.com/docs/pulumi-cloud/access-management/access-tokens"],
  }),
  settingKey({
    id: "spacelift-key",
    entityType: "SECRET_SPACELIFT",
    brands: ["spacelift"],
    keys: ["<hex:64>"],
    references: ["docs.spacelift.io/integrations/api"],
  }),
  settingKey({
    id: "nomad-consul-token",
    entityType: "SECRET_NOMAD_CONSUL",
    brands: ["nomad", "consul"],
    names: ["secret id", "x consul token", "x nomad token"],
    keys: ["<uuid>"],
    check: ({ name, text, start }) =>
      /nomad|consul/i.test(name) || /accessor ?id/i.test(text.slice(Math.max(0, start - 120), start))
        ? { reasons: ["secret of an access control token"] }
        : null,
    references: ["developer.hashicorp.com/consul/docs/security/acl/tokens"],
  }),
  prefixedToken({
    id: "bitwarden-token",
    entityType: "SECRET_BITWARDEN",
    forms: ["0.X{8}-X{4}-X{4}-X{4}-X{12}."],
    tokens: ["0.<uuid>.<base62:30>:<base64:22>=="],
    references: ["bitwarden.com/help/access-tokens"],
  }),
  prefixedToken({
    id: "age-secret-key",
    entityType: "SECRET_AGE_KEY",
    tokens: ["AGE-SECRET-KEY-1<ALNUM:58>"],
    checksum: "Bech32.",
    check: ({ value }) =>
      bech32(value)
        ? { reasons: ["prefix of age", "checksum Bech32"], confidence: 0.99 }
        : { reasons: ["prefix of age", "checksum fails"], confidence: 0.6 },
    references: ["age-encryption.org/v1"],
  }),
  {
    ...prefixedToken({
      id: "ansible-vault",
      entityType: "SECRET_ANSIBLE_VAULT",
      severity: "low",
      confidence: 0.9,
      tokens: ["$ANSIBLE_VAULT;1.<digits:1>;AES256"],
      references: ["docs.ansible.com/ansible/latest/vault_guide"],
    }),
    check: () => ({ reasons: ["header of an encrypted vault"] }),
    examples: {
      match: ["$ANSIBLE_VAULT;1.1;AES256\n6238", "password: !vault |\n  $ANSIBLE_VAULT;1.2;AES256;dev"],
      ignore: ["$ANSIBLE_VAULT;", "ANSIBLE_VAULT_PASSWORD_FILE=x"],
    },
  },
  prefixedToken({
    id: "tailscale-key",
    entityType: "SECRET_TAILSCALE",
    tokens: ["api", "auth", "client", "scim", "webhook", "oauth"]
      .map((kind) => `tskey-${kind}-<base62:10-20>-<base62:20-40>`)
      .concat("tskey-<base62:10-24>"),
    references: ["tailscale.com/kb/1277/key-prefixes"],
  }),
  settingKey({
    id: "ngrok-token",
    entityType: "SECRET_NGROK",
    brands: ["ngrok"],
    names: ["authtoken", "*ngrok authtoken"],
    keys: ["<base62:27>_<base62:20-22>", "<base62:43-50>"],
    check: ({ name, value }) =>
      /ngrok/i.test(name) || /^[12][A-Za-z0-9]{26}_/.test(value)
        ? { reasons: ["form of a key under its name"] }
        : null,
    references: ["ngrok.com/docs/agent"],
  }),
  settingKey({
    id: "teleport-token",
    entityType: "SECRET_TELEPORT",
    ordinaryWords: ["teleport"],
    names: ["*teleport join token"],
    keys: ["<hex:32>"],
    references: ["goteleport.com/docs/reference/join-methods"],
  }),
  settingKey({
    id: "zerotier-token",
    entityType: "SECRET_ZEROTIER",
    brands: ["zerotier"],
    keys: ["<base62:32>"],
    references: ["docs.zerotier.com/api/tokens"],
  }),
  prefixedToken({
    id: "netbird-token",
    entityType: "SECRET_NETBIRD",
    tokens: ["nbp_<base62:36>"],
    references: ["docs.netbird.io/how-to/access-netbird-public-api"],
  }),
  settingKey({
    id: "wireguard-key",
    entityType: "SECRET_WIREGUARD_KEY",
    names: ["*private key", "*preshared key"],
    keys: ["<base64:43>="],
    check: inWireguard,
    references: ["wireguard.com/quickstart"],
    examples: {
      match: ["[Interface]\nPrivateKey = {{base64:43:w}}=\nAddress = 10.0.0.1/24"],
      ignore: ["PrivateKey = {{base64:43:w}}=", "[Interface]\nPrivateKey = short"],
    },
  }),
  {
    ...prefixedToken({
      id: "cloudinary-url",
      entityType: "SECRET_CLOUDINARY",
      tokens: ["cloudinary://<digits:15>:<base64url:27>@<alnum:3-40>"],
      references: ["cloudinary.com/documentation/cloudinary_sdks"],
    }),
  },
];
