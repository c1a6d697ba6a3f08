CREATE TABLE `__new_audit_log` (
	`id` text NOT NULL,
	`tenant_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `at`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_audit_log`(`id`, `tenant_id`, `at`, `actor`, `action`, `subject`) SELECT `id`, `tenant_id`, `at`, `actor`, `action`, `subject` FROM `audit_log`;
--> statement-breakpoint
DROP TABLE `audit_log`;
--> statement-breakpoint
ALTER TABLE `__new_audit_log` RENAME TO `audit_log`;
--> statement-breakpoint
CREATE TABLE `__new_jobs` (
	`id` text NOT NULL,
	`tenant_id` text NOT NULL,
	`scan_id` text NOT NULL,
	`shard_index` integer NOT NULL,
	`state` text NOT NULL,
	`epoch` integer NOT NULL,
	`agent_id` text,
	`nonce` text,
	`expires_at` integer,
	`not_before` integer NOT NULL,
	`attempts` integer NOT NULL,
	`max_attempts` integer NOT NULL,
	`lost_agents` text NOT NULL,
	`refusals` text NOT NULL,
	`cancel_requested` integer NOT NULL,
	`last_failure` text,
	`started_at` integer,
	`granted_at` integer,
	`result_epoch` integer,
	`result_root` text,
	`result_agent_id` text,
	`chunks` text,
	`coverage` text,
	`summary` text,
	`stats` text,
	`accepted_at` integer,
	`indexed_at` integer,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`tenant_id`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_jobs`(`id`, `tenant_id`, `scan_id`, `shard_index`, `state`, `epoch`, `agent_id`, `nonce`, `expires_at`, `not_before`, `attempts`, `max_attempts`, `lost_agents`, `refusals`, `cancel_requested`, `last_failure`, `started_at`, `granted_at`, `result_epoch`, `result_root`, `result_agent_id`, `chunks`, `coverage`, `summary`, `stats`, `accepted_at`, `indexed_at`, `created_at`, `ended_at`) SELECT jobs.id, jobs.tenant_id, jobs.scan_id, jobs.shard_index, jobs.state, jobs.epoch, jobs.agent_id, jobs.nonce, jobs.expires_at, jobs.not_before, jobs.attempts, jobs.max_attempts, jobs.lost_agents, jobs.refusals, jobs.cancel_requested, jobs.last_failure, (SELECT min(leases.granted_at) FROM leases WHERE leases.job_id = jobs.id), (SELECT max(leases.granted_at) FROM leases WHERE leases.job_id = jobs.id), jobs.result_epoch, jobs.result_root, results.agent_id, results.chunks, results.coverage, results.summary, results.stats, results.accepted_at, results.indexed_at, jobs.created_at, jobs.ended_at FROM `jobs` LEFT JOIN `results` ON results.job_id = jobs.id;
--> statement-breakpoint
DROP TABLE `results`;
--> statement-breakpoint
DROP TABLE `jobs`;
--> statement-breakpoint
ALTER TABLE `__new_jobs` RENAME TO `jobs`;
--> statement-breakpoint
CREATE INDEX `jobs_to_index` ON `jobs` (`tenant_id`) WHERE accepted_at is not null and indexed_at is null;
--> statement-breakpoint
CREATE TABLE `__new_scans` (
	`id` text NOT NULL,
	`tenant_id` text NOT NULL,
	`open` integer NOT NULL,
	`job_prefix` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`source` text,
	`target` text,
	`options` text NOT NULL,
	`labels` text NOT NULL,
	`priority` integer NOT NULL,
	`shards` integer NOT NULL,
	`concurrency_key` text,
	`max_attempts` integer NOT NULL,
	`timeout_ms` integer NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`traceparent` text,
	PRIMARY KEY(`tenant_id`, `open`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_scans`(`id`, `tenant_id`, `open`, `job_prefix`, `member_id`, `kind`, `source`, `target`, `options`, `labels`, `priority`, `shards`, `concurrency_key`, `max_attempts`, `timeout_ms`, `state`, `created_at`, `started_at`, `ended_at`, `traceparent`) SELECT `id`, `tenant_id`, state IN ('queued', 'running'), 'job_', `member_id`, `kind`, `source`, `target`, `options`, `labels`, `priority`, `shards`, `concurrency_key`, `max_attempts`, `timeout_ms`, CASE state WHEN 'running' THEN 'queued' ELSE state END, `created_at`, `started_at`, `ended_at`, NULL FROM `scans`;
--> statement-breakpoint
DROP TABLE `scans`;
--> statement-breakpoint
ALTER TABLE `__new_scans` RENAME TO `scans`;
--> statement-breakpoint
CREATE TABLE `__new_findings` (
	`tenant_id` text NOT NULL,
	`scope` text NOT NULL,
	`rule` text NOT NULL,
	`fingerprint` text NOT NULL,
	`entity_type` text NOT NULL,
	`severity` text NOT NULL,
	`confidence` real NOT NULL,
	`preview` text NOT NULL,
	`location` text NOT NULL,
	`first_scan_id` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`changed_scan_id` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `scope`, `rule`, `fingerprint`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_findings` (`tenant_id`, `scope`, `rule`, `fingerprint`, `entity_type`, `severity`, `confidence`, `preview`, `location`, `first_scan_id`, `first_seen_at`, `changed_scan_id`, `changed_at`) SELECT `tenant_id`, `scope`, `rule`, `fingerprint`, `entity_type`, `severity`, `confidence`, `preview`, `location`, `first_scan_id`, `first_seen_at`, `changed_scan_id`, `changed_at` FROM `findings`;
--> statement-breakpoint
DROP TABLE `findings`;
--> statement-breakpoint
ALTER TABLE `__new_findings` RENAME TO `findings`;
--> statement-breakpoint
CREATE TABLE `__new_idempotency_keys` (
	`tenant_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`scan_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_idempotency_keys` (`tenant_id`, `key`, `request_hash`, `scan_id`, `created_at`) SELECT `tenant_id`, `key`, `request_hash`, `scan_id`, `created_at` FROM `idempotency_keys`;
--> statement-breakpoint
DROP TABLE `idempotency_keys`;
--> statement-breakpoint
ALTER TABLE `__new_idempotency_keys` RENAME TO `idempotency_keys`;
--> statement-breakpoint
CREATE INDEX `api_tokens_by_tenant` ON `api_tokens` (`tenant_id`);
--> statement-breakpoint
CREATE INDEX `enrolment_tokens_by_tenant` ON `enrolment_tokens` (`tenant_id`);
