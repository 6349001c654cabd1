DROP INDEX `players_by_last_seen`;--> statement-breakpoint
CREATE INDEX `players_by_last_seen` ON `players` (`last_seen_at`,`id`);--> statement-breakpoint
CREATE INDEX `matches_of_nobody` ON `matches` (`ended_at`) WHERE phase = 'over' AND player_0 IS NULL AND player_1 IS NULL AND kind NOT IN ('class', 'homework');