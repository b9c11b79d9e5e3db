-- SHA-256 of the sealed strokes of a signature; null: signed on paper, or another kind of note.
ALTER TABLE attendance_note ADD COLUMN strokes BLOB;
