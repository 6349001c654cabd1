CREATE TABLE `daily_challenges` (
	`day` text PRIMARY KEY NOT NULL,
	`made` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `papers` (
	`player_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`day` text,
	`made` blob,
	`given` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`finished_at` integer,
	`right_answers` integer,
	PRIMARY KEY(`player_id`, `id`),
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`day`) REFERENCES `daily_challenges`(`day`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "papers_kind" CHECK(kind IN ('exam', 'daily') AND (kind = 'daily') = (day IS NOT NULL) AND (kind = 'exam') = (made IS NOT NULL)),
	CONSTRAINT "papers_finished" CHECK((finished_at IS NULL) = (right_answers IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `papers_of_day` ON `papers` (`day`,`player_id`) WHERE day IS NOT NULL;--> statement-breakpoint
CREATE INDEX `papers_open` ON `papers` (`ends_at`) WHERE finished_at IS NULL;--> statement-breakpoint
CREATE TABLE `study_answers` (
	`player_id` text NOT NULL,
	`id` text NOT NULL,
	`card` text NOT NULL,
	`kind` text NOT NULL,
	`mode` text NOT NULL,
	`grade` integer NOT NULL,
	`at` integer NOT NULL,
	`ms` integer,
	PRIMARY KEY(`player_id`, `id`),
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "study_answers_grade" CHECK(grade BETWEEN 1 AND 4)
);
--> statement-breakpoint
CREATE INDEX `study_answers_of_card` ON `study_answers` (`player_id`,`card`,`at`,`grade`);--> statement-breakpoint
CREATE INDEX `study_answers_by_instant` ON `study_answers` (`player_id`,`at`,`grade`);--> statement-breakpoint
CREATE TABLE `study_cards` (
	`player_id` text NOT NULL,
	`card` text NOT NULL,
	`due` integer NOT NULL,
	`last_review` integer NOT NULL,
	`stability` real NOT NULL,
	`difficulty` real NOT NULL,
	`reps` integer NOT NULL,
	`lapses` integer NOT NULL,
	`phase` text NOT NULL,
	`was_right` integer NOT NULL,
	PRIMARY KEY(`player_id`, `card`),
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `study_intakes` (
	`player_id` text PRIMARY KEY NOT NULL,
	`into_id` text NOT NULL,
	`up_to` integer NOT NULL,
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`into_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `study_intakes_into` ON `study_intakes` (`into_id`);--> statement-breakpoint
CREATE TABLE `unfolded_cards` (
	`player_id` text NOT NULL,
	`card` text NOT NULL,
	PRIMARY KEY(`player_id`, `card`),
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `judged_moves_voided` ON `judged_moves` (`player_id`) WHERE voided = 1;