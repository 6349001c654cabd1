CREATE TABLE `kept_turns` (
	`match_id` text NOT NULL,
	`turn` integer NOT NULL,
	PRIMARY KEY(`match_id`, `turn`),
	FOREIGN KEY (`match_id`) REFERENCES `matches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitations_of_match` ON `invitations` (`match_id`);--> statement-breakpoint
CREATE INDEX `players_by_last_seen` ON `players` (`last_seen_at`);--> statement-breakpoint
INSERT OR IGNORE INTO `kept_turns` (`match_id`, `turn`)
SELECT json_extract(`kept`.`value`, '$.matchId'), json_extract(`kept`.`value`, '$.turn')
FROM `contests`, json_each(`contests`.`kept_turns`) AS `kept`
WHERE json_extract(`kept`.`value`, '$.matchId') IN (SELECT `id` FROM `matches`);--> statement-breakpoint
ALTER TABLE `contests` DROP COLUMN `kept_turns`;