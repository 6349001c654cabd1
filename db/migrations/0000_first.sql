CREATE TABLE `invitations` (
	`code` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`settings` text NOT NULL,
	`state` text NOT NULL,
	`match_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`by`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_state" CHECK(state IN ('open', 'used', 'cancelled') AND (state = 'used') = (match_id IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX `invitations_by_player` ON `invitations` (`by`);--> statement-breakpoint
CREATE TABLE `matches` (
	`id` text PRIMARY KEY NOT NULL,
	`rules_version` text NOT NULL,
	`settings` text NOT NULL,
	`legs` text NOT NULL,
	`party_0` text NOT NULL,
	`party_1` text NOT NULL,
	`player_0` text,
	`player_1` text,
	`phase` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`scenario` text GENERATED ALWAYS AS (json_extract(settings, '$.scenario')) VIRTUAL,
	`level` integer GENERATED ALWAYS AS (json_extract(settings, '$.level')) VIRTUAL,
	`kind` text GENERATED ALWAYS AS (json_extract(settings, '$.kind')) VIRTUAL,
	FOREIGN KEY (`player_0`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`player_1`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "matches_phase" CHECK(phase IN ('open', 'over') AND (phase = 'over') = (ended_at IS NOT NULL)),
	CONSTRAINT "matches_level" CHECK(json_extract(settings, '$.level') IN (1, 2, 3)),
	CONSTRAINT "matches_scenario" CHECK(json_extract(settings, '$.scenario') IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX `matches_by_player_0` ON `matches` (`player_0`,`started_at`);--> statement-breakpoint
CREATE INDEX `matches_by_player_1` ON `matches` (`player_1`,`started_at`);--> statement-breakpoint
CREATE INDEX `matches_open` ON `matches` (`phase`) WHERE phase = 'open';--> statement-breakpoint
CREATE TABLE `moves` (
	`match_id` text NOT NULL,
	`version` integer NOT NULL,
	`command_id` text,
	`at` integer NOT NULL,
	`entry` text NOT NULL,
	PRIMARY KEY(`match_id`, `version`),
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "moves_version" CHECK(version >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `moves_by_command` ON `moves` (`match_id`,`command_id`) WHERE command_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `name_reports` (
	`match_id` text NOT NULL,
	`by_side` integer NOT NULL,
	`about` text,
	`name` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`match_id`, `by_side`),
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`about`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "name_reports_side" CHECK(by_side IN (0, 1))
);
--> statement-breakpoint
CREATE INDEX `name_reports_by_player` ON `name_reports` (`about`);--> statement-breakpoint
CREATE TABLE `players` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`recovery_hash` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `players_recovery_hash_unique` ON `players` (`recovery_hash`);--> statement-breakpoint
CREATE TABLE `results` (
	`match_id` text NOT NULL,
	`side` integer NOT NULL,
	`player_id` text,
	`opponent_id` text,
	`opponent_bot` text,
	`ranked` integer NOT NULL,
	`scenario` text NOT NULL,
	`level` integer NOT NULL,
	`kind` text NOT NULL,
	`points` integer NOT NULL,
	`opponent_points` integer NOT NULL,
	`moves` integer NOT NULL,
	`right_moves` integer NOT NULL,
	`predictions` integer NOT NULL,
	`right_predictions` integer NOT NULL,
	`result` text NOT NULL,
	`ended_at` integer NOT NULL,
	PRIMARY KEY(`match_id`, `side`),
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`opponent_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "results_side" CHECK(side IN (0, 1)),
	CONSTRAINT "results_result" CHECK(result IN ('won', 'lost', 'drawn')),
	CONSTRAINT "results_moves" CHECK(right_moves BETWEEN 0 AND moves),
	CONSTRAINT "results_predictions" CHECK(right_predictions BETWEEN 0 AND predictions),
	CONSTRAINT "results_points" CHECK(points >= 0 AND opponent_points >= 0)
);
--> statement-breakpoint
CREATE INDEX `results_by_player` ON `results` (`player_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `results_by_opponent` ON `results` (`opponent_id`);--> statement-breakpoint
CREATE INDEX `results_ranked` ON `results` (`ranked`,`ended_at`,`player_id`,`moves`,`right_moves`,`points`);--> statement-breakpoint
CREATE INDEX `results_ranked_by_scenario` ON `results` (`ranked`,`scenario`,`ended_at`,`player_id`,`moves`,`right_moves`,`points`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`player_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_by_player` ON `sessions` (`player_id`);