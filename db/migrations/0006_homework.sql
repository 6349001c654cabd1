CREATE TABLE `homework` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`due_at` integer NOT NULL,
	`tasks` text NOT NULL,
	`goal` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `classes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `homework_key_unique` ON `homework` (`key`);--> statement-breakpoint
CREATE INDEX `homework_of_class` ON `homework` (`class_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `homework_tries` (
	`match_id` text PRIMARY KEY NOT NULL,
	`homework_id` text NOT NULL,
	`student_id` text NOT NULL,
	`task` integer NOT NULL,
	FOREIGN KEY (`homework_id`) REFERENCES `homework`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`student_id`) REFERENCES `students`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "homework_tries_task" CHECK(task >= 0)
);
--> statement-breakpoint
CREATE INDEX `homework_tries_of` ON `homework_tries` (`homework_id`,`student_id`);--> statement-breakpoint
CREATE INDEX `homework_tries_of_student` ON `homework_tries` (`student_id`);