CREATE INDEX decision_task_due ON decision_task (street, organization, due_on);
