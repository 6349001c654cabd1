CREATE TABLE `board_scores` (
	`period` text NOT NULL,
	`scenario` text NOT NULL,
	`player_id` text NOT NULL,
	`since` integer NOT NULL,
	`matches` integer NOT NULL,
	`moves` integer NOT NULL,
	`right_moves` integer NOT NULL,
	`points` integer NOT NULL,
	`accuracy` real GENERATED ALWAYS AS (1.0 * right_moves / moves) VIRTUAL,
	PRIMARY KEY(`period`, `scenario`, `player_id`),
	FOREIGN KEY (`player_id`) REFERENCES `players`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `board_scores_by_player` ON `board_scores` (`player_id`);--> statement-breakpoint
CREATE INDEX `board_scores_in_order` ON `board_scores` (`period`,`scenario`,`since`,"accuracy" desc,"points" desc,`moves`,`player_id`);--> statement-breakpoint
DROP INDEX `results_ranked`;--> statement-breakpoint
DROP INDEX `results_ranked_by_scenario`;--> statement-breakpoint
INSERT INTO `board_scores` (`period`, `scenario`, `player_id`, `since`, `matches`, `moves`, `right_moves`, `points`)
SELECT `period`, `of`, `player_id`, `start`, count(*), sum(`moves`), sum(`right_moves`), sum(`points`)
FROM (
	SELECT `period`, `player_id`, `moves`, `right_moves`, `points`,
		CASE `one` WHEN 0 THEN '' ELSE `scenario` END AS `of`,
		CASE `period`
			WHEN 'all' THEN 0
			WHEN 'week' THEN `ended_at` - (`ended_at` + 259200000) % 604800000
			ELSE `ended_at` - `ended_at` % 86400000
		END AS `start`
	FROM `results`
	CROSS JOIN (SELECT 'all' AS `period` UNION ALL SELECT 'week' UNION ALL SELECT 'today')
	CROSS JOIN (SELECT 0 AS `one` UNION ALL SELECT 1)
	WHERE `ranked` = 1 AND `player_id` IS NOT NULL
)
WHERE true
GROUP BY `period`, `of`, `player_id`, `start`
ON CONFLICT (`period`, `scenario`, `player_id`) DO UPDATE SET
	`since` = excluded.`since`,
	`matches` = excluded.`matches`,
	`moves` = excluded.`moves`,
	`right_moves` = excluded.`right_moves`,
	`points` = excluded.`points`
WHERE excluded.`since` > `since`;
--> statement-breakpoint
CREATE TRIGGER `results_enter_board` AFTER INSERT ON `results` WHEN NEW.`ranked` = 1 AND NEW.`player_id` IS NOT NULL
BEGIN
	INSERT INTO `board_scores` (`period`, `scenario`, `player_id`, `since`, `matches`, `moves`, `right_moves`, `points`)
	SELECT `period`, `of`, NEW.`player_id`, `start`, 1, NEW.`moves`, NEW.`right_moves`, NEW.`points`
	FROM (
		SELECT 'all' AS `period`, 0 AS `start`
		UNION ALL SELECT 'week', NEW.`ended_at` - (NEW.`ended_at` + 259200000) % 604800000
		UNION ALL SELECT 'today', NEW.`ended_at` - NEW.`ended_at` % 86400000
	)
	CROSS JOIN (SELECT '' AS `of` UNION ALL SELECT NEW.`scenario`)
	WHERE true
	ON CONFLICT (`period`, `scenario`, `player_id`) DO UPDATE SET
		`since` = excluded.`since`,
		`matches` = excluded.`matches` + iif(`since` = excluded.`since`, `matches`, 0),
		`moves` = excluded.`moves` + iif(`since` = excluded.`since`, `moves`, 0),
		`right_moves` = excluded.`right_moves` + iif(`since` = excluded.`since`, `right_moves`, 0),
		`points` = excluded.`points` + iif(`since` = excluded.`since`, `points`, 0)
	WHERE excluded.`since` >= `since`;
END;
--> statement-breakpoint
CREATE TRIGGER `results_change_board` AFTER UPDATE OF `player_id`, `moves`, `right_moves`, `points` ON `results`
WHEN OLD.`ranked` = 1 AND OLD.`player_id` IS NOT NULL
BEGIN
	UPDATE `board_scores` SET
		`matches` = `matches` - iif(NEW.`player_id` IS NULL, 1, 0),
		`moves` = `moves` - OLD.`moves` + iif(NEW.`player_id` IS NULL, 0, NEW.`moves`),
		`right_moves` = `right_moves` - OLD.`right_moves` + iif(NEW.`player_id` IS NULL, 0, NEW.`right_moves`),
		`points` = `points` - OLD.`points` + iif(NEW.`player_id` IS NULL, 0, NEW.`points`)
	WHERE `period` IN ('all', 'week', 'today') AND `scenario` IN ('', OLD.`scenario`) AND `player_id` = OLD.`player_id`
		AND `since` = CASE `period`
			WHEN 'all' THEN 0
			WHEN 'week' THEN OLD.`ended_at` - (OLD.`ended_at` + 259200000) % 604800000
			ELSE OLD.`ended_at` - OLD.`ended_at` % 86400000
		END;
END;
