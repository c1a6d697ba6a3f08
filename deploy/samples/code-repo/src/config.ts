export const config = {
  region: "eu-west-1",
  // TODO move to the vault before launch
  githubToken: "{{github_token:deploy-bot}}",
  exampleKey: "AKIA{{join}}IOSFODNN7EXAMPLE",
  databaseUrl: process.env.DATABASE_URL ?? "postgres://postgres:postgres@localhost:5432/shop",
};
