CREATE INDEX decision_task_activity ON decision_task (street, activity);
