-- At which level a training is held (PlanDetail.Grade); null: nobody said.
ALTER TABLE activity_detail ADD COLUMN grade TEXT;
