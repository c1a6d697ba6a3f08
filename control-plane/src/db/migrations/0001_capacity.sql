CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`subject_name` text NOT NULL,
	`level` text NOT NULL,
	`value` real NOT NULL,
	`threshold` real NOT NULL,
	`raised_at` integer NOT NULL,
	`cleared_at` integer,
	`acknowledged_at` integer,
	`acknowledged_by` text
);
--> statement-breakpoint
CREATE INDEX `alerts_by_age` ON `alerts` (`tenant_id`,`raised_at`);--> statement-breakpoint
CREATE TABLE `capacity_samples` (
	`tenant_id` text NOT NULL,
	`span` text NOT NULL,
	`at` integer NOT NULL,
	`sample` text NOT NULL,
	`totals` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `span`, `at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `plan_limits` (
	`tenant_id` text PRIMARY KEY NOT NULL,
	`agents` integer,
	`concurrent_scans` integer,
	`scans_per_month` integer
);
--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`name` text NOT NULL,
	`cron` text NOT NULL,
	`time_zone` text NOT NULL,
	`blackouts` text NOT NULL,
	`jitter_ms` integer NOT NULL,
	`catch_up` text NOT NULL,
	`enabled` integer NOT NULL,
	`scan` text NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`next_at` integer,
	`due_at` integer,
	`last_run_at` integer,
	`last_scan_id` text,
	`missed` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `schedules_due` ON `schedules` (`due_at`) WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX `schedules_by_tenant` ON `schedules` (`tenant_id`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_delivered_at` integer,
	`last_failed_at` integer,
	`dead` integer NOT NULL
);
