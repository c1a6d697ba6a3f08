CREATE TABLE `__new_audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_audit_log` (`id`, `tenant_id`, `at`, `actor`, `action`, `subject`) SELECT `id`, `tenant_id`, `at`, `actor`, `action`, `subject` FROM `audit_log`;
--> statement-breakpoint
DROP TABLE `audit_log`;
--> statement-breakpoint
ALTER TABLE `__new_audit_log` RENAME TO `audit_log`;
--> statement-breakpoint
CREATE INDEX `audit_by_age` ON `audit_log` (`tenant_id`,`at`);
--> statement-breakpoint
CREATE TABLE `__new_jobs` (
	`id` text PRIMARY KEY NOT NULL,
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
	`result_epoch` integer,
	`result_root` text,
	`created_at` integer NOT NULL,
	`ended_at` integer
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_jobs` (`id`, `tenant_id`, `scan_id`, `shard_index`, `state`, `epoch`, `agent_id`, `nonce`, `expires_at`, `not_before`, `attempts`, `max_attempts`, `lost_agents`, `refusals`, `cancel_requested`, `last_failure`, `result_epoch`, `result_root`, `created_at`, `ended_at`) SELECT `id`, `tenant_id`, `scan_id`, `shard_index`, `state`, `epoch`, `agent_id`, `nonce`, `expires_at`, `not_before`, `attempts`, `max_attempts`, `lost_agents`, `refusals`, `cancel_requested`, `last_failure`, `result_epoch`, `result_root`, `created_at`, `ended_at` FROM `jobs`;
--> statement-breakpoint
DROP TABLE `jobs`;
--> statement-breakpoint
ALTER TABLE `__new_jobs` RENAME TO `jobs`;
--> statement-breakpoint
CREATE INDEX `jobs_open` ON `jobs` (`tenant_id`,`state`) WHERE state in ('ready', 'leased');
--> statement-breakpoint
CREATE INDEX `jobs_by_scan` ON `jobs` (`scan_id`);
--> statement-breakpoint
CREATE TABLE `__new_leases` (
	`job_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`tenant_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`granted_at` integer NOT NULL,
	`ended_at` integer,
	`outcome` text,
	PRIMARY KEY(`job_id`, `epoch`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_leases` (`job_id`, `epoch`, `tenant_id`, `agent_id`, `granted_at`, `ended_at`, `outcome`) SELECT `job_id`, `epoch`, `tenant_id`, `agent_id`, `granted_at`, `ended_at`, `outcome` FROM `leases`;
--> statement-breakpoint
DROP TABLE `leases`;
--> statement-breakpoint
ALTER TABLE `__new_leases` RENAME TO `leases`;
--> statement-breakpoint
CREATE TABLE `__new_results` (
	`job_id` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`scan_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`agent_id` text NOT NULL,
	`root_hash` text NOT NULL,
	`chunks` text NOT NULL,
	`coverage` text NOT NULL,
	`summary` text NOT NULL,
	`stats` text NOT NULL,
	`accepted_at` integer NOT NULL,
	`indexed_at` integer
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_results` (`job_id`, `tenant_id`, `scan_id`, `epoch`, `agent_id`, `root_hash`, `chunks`, `coverage`, `summary`, `stats`, `accepted_at`, `indexed_at`) SELECT `job_id`, `tenant_id`, `scan_id`, `epoch`, `agent_id`, `root_hash`, `chunks`, `coverage`, `summary`, `stats`, `accepted_at`, `indexed_at` FROM `results`;
--> statement-breakpoint
DROP TABLE `results`;
--> statement-breakpoint
ALTER TABLE `__new_results` RENAME TO `results`;
--> statement-breakpoint
CREATE INDEX `results_by_scan` ON `results` (`scan_id`);
--> statement-breakpoint
CREATE INDEX `results_to_index` ON `results` (`tenant_id`) WHERE indexed_at is null;
--> statement-breakpoint
CREATE TABLE `__new_scans` (
	`id` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
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
	`ended_at` integer
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_scans` (`id`, `tenant_id`, `member_id`, `kind`, `source`, `target`, `options`, `labels`, `priority`, `shards`, `concurrency_key`, `max_attempts`, `timeout_ms`, `state`, `created_at`, `started_at`, `ended_at`) SELECT `id`, `tenant_id`, `member_id`, `kind`, `source`, `target`, `options`, `labels`, `priority`, `shards`, `concurrency_key`, `max_attempts`, `timeout_ms`, `state`, `created_at`, `started_at`, `ended_at` FROM `scans`;
--> statement-breakpoint
DROP TABLE `scans`;
--> statement-breakpoint
ALTER TABLE `__new_scans` RENAME TO `scans`;
--> statement-breakpoint
CREATE INDEX `scans_by_age` ON `scans` (`tenant_id`,`created_at`);
