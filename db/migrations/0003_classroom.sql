CREATE TABLE `classes` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`term` text NOT NULL,
	`archived` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `instructors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "classes_archived" CHECK(archived IN (0, 1))
);
--> statement-breakpoint
CREATE INDEX `classes_by_owner` ON `classes` (`owner_id`);--> statement-breakpoint
CREATE TABLE `students` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`number` text,
	`code` text NOT NULL,
	`player_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `classes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `students_code_unique` ON `students` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `students_by_email` ON `students` (`class_id`,`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `students_by_number` ON `students` (`class_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `students_by_player` ON `students` (`class_id`,`player_id`);--> statement-breakpoint
CREATE INDEX `students_of_player` ON `students` (`player_id`);--> statement-breakpoint
CREATE TABLE `contest_pairs` (
	`contest_id` text NOT NULL,
	`round` integer NOT NULL,
	`place` integer NOT NULL,
	`match_id` text NOT NULL,
	`one` integer NOT NULL,
	`other` integer,
	PRIMARY KEY(`contest_id`, `round`, `place`),
	FOREIGN KEY (`contest_id`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_pairs_match_id_unique` ON `contest_pairs` (`match_id`);--> statement-breakpoint
CREATE TABLE `contest_rounds` (
	`contest_id` text NOT NULL,
	`round` integer NOT NULL,
	`scenario` text NOT NULL,
	`seed` integer NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`contest_id`, `round`),
	FOREIGN KEY (`contest_id`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "contest_rounds_round" CHECK(round >= 1)
);
--> statement-breakpoint
CREATE TABLE `contest_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `instructors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contest_templates_by_owner` ON `contest_templates` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `contests` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`class_id` text,
	`settings` text NOT NULL,
	`phase` text NOT NULL,
	`round` integer NOT NULL,
	`code` text,
	`code_until` integer NOT NULL,
	`projector_key` text NOT NULL,
	`is_locked` integer NOT NULL,
	`is_paused` integer NOT NULL,
	`is_rehearsal` integer NOT NULL,
	`stand_in` text,
	`shown` text,
	`kept_turns` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `instructors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`class_id`) REFERENCES `classes`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`stand_in`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "contests_phase" CHECK(phase IN ('lobby', 'round', 'between', 'over') AND (phase = 'over') = (ended_at IS NOT NULL)),
	CONSTRAINT "contests_round" CHECK(round >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contests_code_unique` ON `contests` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `contests_projector_key_unique` ON `contests` (`projector_key`);--> statement-breakpoint
CREATE INDEX `contests_by_owner` ON `contests` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `contests_of_class` ON `contests` (`class_id`);--> statement-breakpoint
CREATE INDEX `contests_open` ON `contests` (`phase`) WHERE phase <> 'over';--> statement-breakpoint
CREATE TABLE `entrants` (
	`contest_id` text NOT NULL,
	`number` integer NOT NULL,
	`player_id` text,
	`student_id` text,
	`name` text NOT NULL,
	`name_key` text,
	`state` text NOT NULL,
	`is_bot` integer NOT NULL,
	`joined_at` integer NOT NULL,
	PRIMARY KEY(`contest_id`, `number`),
	FOREIGN KEY (`contest_id`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`student_id`) REFERENCES `students`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "entrants_state" CHECK(state IN ('in', 'removed', 'asking')),
	CONSTRAINT "entrants_number" CHECK(number >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entrants_by_player` ON `entrants` (`contest_id`,`player_id`) WHERE player_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `entrants_by_name` ON `entrants` (`contest_id`,`name_key`) WHERE name_key IS NOT NULL;--> statement-breakpoint
CREATE INDEX `entrants_of_player` ON `entrants` (`player_id`);--> statement-breakpoint
CREATE INDEX `entrants_of_student` ON `entrants` (`student_id`);--> statement-breakpoint
CREATE INDEX `moves_of_disputes` ON `moves` (`match_id`) WHERE json_extract(entry, '$.type') IN ('disputed', 'voided');