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
CREATE INDEX `students_of_player` ON `students` (`player_id`);