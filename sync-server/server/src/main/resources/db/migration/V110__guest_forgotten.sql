-- 1: of the card nothing is left but a word drawn by lot, which tells guests of this activity apart.
ALTER TABLE guest ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
